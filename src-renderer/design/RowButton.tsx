import type { ButtonHTMLAttributes } from 'react'
import classes from './RowButton.module.css'

/** A whole row of a short list that opens what it tells of; in a card without padding it brings its own and a rule. */
export const RowButton = ({ isInCard, ...rest }: { isInCard?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button type="button" className={classes.row} data-in-card={isInCard || undefined} {...rest} />
)
