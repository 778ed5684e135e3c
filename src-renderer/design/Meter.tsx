import type { HTMLAttributes } from 'react'
import classes from './Meter.module.css'
import type { Token } from './theme.ts'

export interface MeterProps extends HTMLAttributes<HTMLDivElement> {
  /** 0 to 100. */
  percent: number
  fill?: Token
  isThin?: boolean
}

/** How much of something is used up or done, beside its words. */
export const Meter = ({ percent, fill = 'nila', isThin, ...rest }: MeterProps) => (
  <div className={classes.meter} data-thin={isThin || undefined} {...rest}>
    <span style={{ width: `${percent}%`, background: `var(--lb-${fill})` }} />
  </div>
)
