// biome-ignore-all lint/a11y/useSemanticElements: part of an ARIA grid of plain boxes
// biome-ignore-all lint/a11y/useFocusableInteractive: totals are read, not walked
import type { StockTotals } from '../../src-shared/inventory/inventory.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { useSeesMoney } from '../base/use-me.ts'
import { useWords } from '../design/language.tsx'
import classes from './matrix.module.css'
import type { StockView } from './stock-address.ts'
import type { StockLine } from './stock-lines.ts'

export interface MatrixTotalsProps {
  sizes: readonly string[]
  columns: number
  lines: readonly StockLine[]
  view: StockView
  isWhole: boolean
  totals: StockTotals
}

/** The sums of the whole filter under a double rule; sums a size only where one head is over all goods, so that they add up. */
export function MatrixTotals({ sizes, columns, lines, view, isWhole, totals }: MatrixTotalsProps) {
  const w = useWords(stockWords)
  const seesMoney = useSeesMoney()
  const ofSize = (column: number) => lines.reduce((sum, { cells }) => sum + (cells[column]?.[view] ?? 0), 0)
  return (
    <div role="row" className={`${classes.totals} jumlah`}>
      <div role="rowheader" className={classes.name}>
        {w.skus(formatNumber(totals.skus))}
      </div>
      {sizes.length > 0 ? (
        sizes.map((size, column) => (
          <div role="gridcell" key={size} className={classes.sum} data-ink>
            {isWhole && formatNumber(ofSize(column))}
          </div>
        ))
      ) : (
        <div role="gridcell" style={{ gridColumn: `span ${columns}` }} />
      )}
      <div role="gridcell" className={classes.sum} data-strong>
        {formatNumber(totals.available)}
      </div>
      <div role="gridcell" className={`${classes.sum} ${classes.spare}`} data-strong>
        {formatNumber(totals.reserved)}
      </div>
      <div role="gridcell" className={`${classes.sum} ${classes.spare}`} data-strong>
        {formatNumber(totals.safetyStock)}
      </div>
      <div role="gridcell" className={`${classes.sum} ${classes.shelf}`} data-strong>
        {formatNumber(totals.onHand + totals.gone)}
      </div>
      <div role="gridcell" className={classes.sum} data-strong>
        {seesMoney && formatRupiah(totals.value)}
      </div>
    </div>
  )
}
