import type { ReactNode } from 'react'
import classes from './Card.module.css'

export interface CardProps {
  children: ReactNode
  /** Rows or a table reach the edge: no inner padding. */
  isFlush?: boolean
  /** Grows to fill a column of cards. */
  grows?: boolean
  /** Indigo field: the binding limit, the answer in question. */
  isMarked?: boolean
}

/** A surface with a hairline edge. Never a card in a card. */
export const Card = ({ children, isFlush, grows, isMarked }: CardProps) => (
  <div
    className={classes.card}
    data-flush={isFlush || undefined}
    data-grows={grows || undefined}
    data-marked={isMarked || undefined}
  >
    {children}
  </div>
)
