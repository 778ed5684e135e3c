import type { MappingTrial } from '../../../src-shared/channels/file-look.ts'
import { teachWords } from '../../../src-shared/channels/teach.words.ts'
import { formatNumber, formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import { KeyValueRows } from '../../design/KeyValueRows.tsx'
import { useWords } from '../../design/language.tsx'
import { useLateTrue } from '../../design/useLateTrue.ts'

/** What the whole file comes to by what was said so far. */
export function TrialTotals({ trial, isTrying }: { trial: MappingTrial | null; isTrying: boolean }) {
  const w = useWords(teachWords)
  const isLate = useLateTrue(isTrying)
  return (
    <div aria-busy={isTrying}>
      {trial && <KeyValueRows isRuled rows={rowsOf(trial, w)} />}
      {isLate && (
        <p className="quiet small" role="status">
          {w.trying}
        </p>
      )}
    </div>
  )
}

function rowsOf(trial: MappingTrial, w: (typeof teachWords)['id']) {
  const number = (key: string, value: number) => ({ key, value: formatNumber(value) })
  const money = (key: string, value: number | null) =>
    value === null ? [] : [{ key, value: formatRupiah(value), isStrong: true }]
  switch (trial.subject) {
    case 'orders':
      return [
        number(w.orders, trial.totals.orders),
        number(w.pieces, trial.totals.pieces),
        ...money(w.grossSales, trial.totals.grossSales),
        ...money(w.goodsValue, trial.totals.goodsValue),
        ...money(w.buyerPayment, trial.totals.buyerPayment),
        number(w.outOrders, trial.keptOut.orders),
      ]
    case 'settlements':
      return [
        number(w.orders, trial.totals.orders),
        ...money(w.released, trial.totals.released),
        ...money(w.adjusted, trial.totals.adjusted),
        {
          key: w.explained,
          value: w.explainedOf(
            formatNumber(trial.explained),
            formatNumber(trial.totals.orders + trial.totals.adjustments),
          ),
        },
        number(w.outRows, trial.keptOut.rows),
      ]
    case 'bank':
      return [
        number(w.lines, trial.totals.rows),
        ...money(w.opening, trial.totals.opening),
        ...money(w.moneyInTotal, trial.totals.in),
        ...money(w.moneyOutTotal, trial.totals.out),
        ...money(w.closing, trial.totals.closing),
        ...(trial.totals.pending > 0 ? [number(w.pending, trial.totals.pending)] : []),
        number(w.outRows, trial.keptOut.rows),
      ]
  }
}
