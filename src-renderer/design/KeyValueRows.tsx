import type { ReactNode } from 'react'
import classes from './KeyValueRows.module.css'

export interface KeyValueRow {
  key: string
  /** Defaults to `key`. */
  label?: ReactNode
  value: ReactNode
  /** `sum` is ruled above; `total` carries the double rule. */
  kind?: 'row' | 'sum' | 'total'
  /** Ink instead of secondary ink, for the first line of a sum. */
  isStrong?: boolean
}

/** Facts in two columns, label left and value right. */
export const KeyValueRows = ({ rows, isRuled }: { rows: readonly KeyValueRow[]; isRuled?: boolean }) => (
  <dl className={classes.rows} data-ruled={isRuled || undefined}>
    {rows.map(({ key, label, value, kind = 'row', isStrong }) => (
      <div
        key={key}
        className={kind === 'total' ? `${classes.row} jumlah` : classes.row}
        data-kind={kind}
        data-strong={isStrong || undefined}
      >
        <dt>{label ?? key}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
