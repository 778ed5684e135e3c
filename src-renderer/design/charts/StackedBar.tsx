import type { HTMLAttributes } from 'react'
import type { Token } from '../theme.ts'
import classes from './StackedBar.module.css'

export interface StackedBarProps extends HTMLAttributes<HTMLDivElement> {
  /** Parts of nothing are left out. */
  parts: readonly { id: string; amount: number; fill: Token }[]
  isTall?: boolean
}

/** One line in the colours of its parts, each as long as its share. The words beside it say the numbers. */
export const StackedBar = ({ parts, isTall, ...rest }: StackedBarProps) => (
  <div className={classes.bar} data-tall={isTall || undefined} {...rest}>
    {parts
      .filter(({ amount }) => amount > 0)
      .map(({ id, amount, fill }) => (
        <span key={id} style={{ flexGrow: amount, background: `var(--lb-${fill})` }} />
      ))}
  </div>
)
