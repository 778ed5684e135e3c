import { Box } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ActionButton } from '../design/ActionButton.tsx'
import type { Shortcut } from '../design/hotkeys/shortcuts.ts'
import { CountButton } from './CountButton.tsx'
import classes from './WorkList.module.css'

export interface WorkRowProps {
  count: number
  icon: Icon
  tone: 'mengkudu' | 'kunyit' | 'manggis'
  title: string
  /** One line: how pressing it is, or that nothing waits. */
  children: ReactNode
  shortcut: Shortcut
  /** Where the act is called otherwise than its key. */
  label?: string
  onAct: () => void
}

/** One kind of work: how many, how pressing, and the button that goes there. Quiet, without one, when nothing waits. */
export const WorkRow = ({ count, icon: IconPart, tone, title, children, shortcut, label, onAct }: WorkRowProps) => (
  <div className={classes.row} data-quiet={count === 0 || undefined}>
    <CountButton count={count} what={title} isPressing={count > 0 && tone === 'mengkudu'} onOpen={onAct} />
    <Box miw={0}>
      <div className={classes.title}>
        <IconPart size={17} stroke={1.75} aria-hidden color={count > 0 ? `var(--lb-${tone})` : 'var(--lb-tinta3)'} />
        {title}
      </div>
      <div className="cut quiet small">{children}</div>
    </Box>
    {count > 0 && <ActionButton {...(label === undefined ? { shortcut } : { label, shortcut })} onAct={onAct} />}
  </div>
)
