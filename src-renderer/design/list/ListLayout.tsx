import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './ListLayout.module.css'

export interface ListLayoutProps {
  /** Filters at the left, search and acts at the right. */
  tools?: ReactNode
  /** What went wrong, above the list that is still shown. */
  trouble?: ReactNode
  /** One table that scrolls within itself. */
  children: ReactNode
}

/** What every list page is made of: toolbar, trouble if there is any, and the list beneath a rule. */
export const ListLayout = ({ tools, trouble, children }: ListLayoutProps) => (
  <>
    {tools}
    {trouble && <Trouble>{trouble}</Trouble>}
    <Stack gap={0} flex={1} mih={0} className="line-above">
      {children}
    </Stack>
  </>
)

/** The line of filters and tools above a list. */
export const Toolbar = ({ children }: { children: ReactNode }) => <div className={classes.toolbar}>{children}</div>

/** The tools at the right end of a toolbar or of a foot. */
export const ToolbarEnd = ({ children }: { children: ReactNode }) => <span className={classes.end}>{children}</span>

/** Room for a notice between toolbar and list. */
export const Trouble = ({ children }: { children: ReactNode }) => <div className={classes.trouble}>{children}</div>

/** The ruled foot of a sheet that is filled in: what it amounts to at the left, the acts at the right. */
export const SheetFoot = ({ children }: { children: ReactNode }) => <footer className={classes.foot}>{children}</footer>
