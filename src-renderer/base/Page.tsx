import { Box, Flex } from '@mantine/core'
import { type ReactNode, useContext, useEffect } from 'react'
import { createPortal } from 'react-dom'
import classes from './Page.module.css'
import { PageHeaderSlot } from './page-header.ts'

export interface PageProps {
  /** In the header, in serif. */
  title: string
  /** One quiet line beside the title: a date, a step, what is shown. */
  quietLine?: ReactNode
  /** A sentence that must be read whole, at the top of the page. */
  lead?: ReactNode
  /** Buttons in the header, at most two; page tools otherwise stand in the page. */
  actions?: ReactNode
  /** A SidePanel, part of the page at the right edge. */
  sidePanel?: ReactNode
  /** `padded` scrolls as a whole (cards); `flush` leaves edges and scrolling to its parts (lists). Default `padded`. */
  layout?: 'padded' | 'flush'
  children: ReactNode
}

/** One page: its title in the header, its work area, its side panel. */
export function Page({ title, quietLine, lead, actions, sidePanel, layout = 'padded', children }: PageProps) {
  const slot = useContext(PageHeaderSlot)
  useEffect(() => {
    document.title = `${title} - Lumbung`
  }, [title])
  return (
    <>
      {slot &&
        createPortal(
          <>
            <Box component="h1" lh="24px" flex="0 1 auto" fz={19} className="serif cut">
              {title}
            </Box>
            {quietLine && <span className={classes.quiet}>{quietLine}</span>}
            {actions && <span className={classes.actions}>{actions}</span>}
          </>,
          slot,
        )}
      <Flex pos="relative" flex={1} miw={0} mih={0}>
        <div className={classes.work} data-layout={layout}>
          {lead && <p className={classes.lead}>{lead}</p>}
          {children}
        </div>
        {sidePanel}
      </Flex>
    </>
  )
}
