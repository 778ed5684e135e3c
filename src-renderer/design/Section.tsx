import { Box } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './Section.module.css'

export interface SectionProps {
  title: ReactNode
  /** What the title is called where it is more than words: the whole name of goods that are drawn with their colour. */
  name?: string
  /** Small words at the right end of the title line: a date, a count, a remark. */
  aside?: ReactNode
  children: ReactNode
  grows?: boolean
}

/** A titled group: serif title, remark at the right, then usually one Card or one table. */
export function Section({ title, name, aside, children, grows }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id} data-grows={grows || undefined}>
      <div className={classes.head}>
        <Box id={id} component="h2" aria-label={name} lh="24px" fz={16} className="serif">
          {title}
        </Box>
        {aside && <div className={classes.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  )
}
