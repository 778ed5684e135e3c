import type { ReactNode } from 'react'
import classes from './DoubleRuleTotal.module.css'

/** A total: one line above, two below. It means "this has been added up". */
export const DoubleRuleTotal = ({
  label,
  note,
  children,
}: {
  label: string
  note?: ReactNode
  children: ReactNode
}) => (
  <div className={`jumlah ${classes.total}`}>
    <span>
      {label}
      {note && <span className="beside">{note}</span>}
    </span>
    <span className="nowrap">{children}</span>
  </div>
)
