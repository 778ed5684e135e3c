import type { ReactNode } from 'react'
import classes from './PracticeFrame.module.css'

/** Toko Latihan: 6 px of soga stripes around the whole window, on every screen, so that nobody mixes up the shops. */
export const PracticeFrame = ({ isPractice, children }: { isPractice: boolean; children: ReactNode }) => (
  <div className={classes.window} data-practice={isPractice || undefined}>
    <div className={classes.inner}>{children}</div>
  </div>
)
