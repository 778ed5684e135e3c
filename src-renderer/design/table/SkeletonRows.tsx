import { type Column, isRight } from './columns.ts'
import classes from './DataTable.module.css'

interface SkeletonRowsProps<Row> {
  columns: readonly Column<Row>[]
  template: string
  height: number
  hasCheck: boolean
}

const ROWS = [0.8, 0.6, 0.9, 0.7, 0.5, 0.8, 0.65, 0.9, 0.55, 0.75, 0.6, 0.85]

/** Rows to come, drawn quietly; nothing moves. */
export function SkeletonRows<Row>({ columns, template, height, hasCheck }: SkeletonRowsProps<Row>) {
  return (
    <div aria-hidden className="placed-rows">
      {ROWS.map((share, index) => (
        <div key={index} className={classes.row} style={{ gridTemplateColumns: template, height }}>
          {hasCheck && <div className={classes.check} />}
          {columns.map((column) => (
            <div key={column.id} className={classes.cell} data-right={isRight(column) || undefined}>
              <span className={classes.bone} style={{ width: `${share * 80}%` }} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
