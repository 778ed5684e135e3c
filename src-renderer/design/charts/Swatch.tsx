import type { Token } from '../theme.ts'
import classes from './Swatch.module.css'

/** The square that says which colour is meant. */
export const Swatch = ({ fill, isHatched }: { fill: Token; isHatched?: boolean | undefined }) => (
  <span
    className={classes.swatch}
    data-hatched={isHatched || undefined}
    style={{ '--fill': `var(--lb-${fill})` }}
    aria-hidden
  />
)
