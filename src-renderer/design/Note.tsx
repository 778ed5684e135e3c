import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Note.module.css'
import { type Tone, toneFill, toneText } from './theme.ts'

export interface NoteProps {
  tone: Tone
  icon?: Icon
  /** A word above, in the colour of the tone. */
  title?: string
  /** A button at the right end. */
  action?: ReactNode
  /** As large as the pack desk's words. */
  size?: 'desk'
  /** Read out when it appears. */
  isLive?: boolean
  children: ReactNode
}

/** Something to know, on the soft fill of its tone, beside what it is about. */
export const Note = ({ tone, icon: Sign, title, action, size, isLive, children }: NoteProps) => (
  <div
    className={classes.note}
    data-size={size}
    style={{ background: toneFill(tone) }}
    role={isLive ? 'status' : undefined}
  >
    {Sign && <Sign size={size === 'desk' ? 28 : 17} color={toneText(tone)} aria-hidden />}
    <div className={classes.words}>
      {title && (
        <b className="label" style={{ color: toneText(tone) }}>
          {title}
        </b>
      )}
      {children}
    </div>
    {action}
  </div>
)
