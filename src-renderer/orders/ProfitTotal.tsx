import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { afterFees, type ProfitSum } from '../../src-shared/orders/orders.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'

export interface ProfitTotalProps {
  sum: ProfitSum | undefined
  isCounting: boolean
  onSumWhole: () => void
}

/** What the whole list leaves. A long one is summed when somebody asks; what is partly estimated stands in italics. */
export function ProfitTotal({ sum, isCounting, onSumWhole }: ProfitTotalProps) {
  const w = useWords(ordersWords)
  if (!sum) return <span className="quiet">…</span>
  if (sum.profit === null)
    return (
      <ActionButton label={w.sumProfit} busyLabel={w.summing} isBusy={isCounting} size="small" onAct={onSumWhole} />
    )
  // of none the profit is known: no sum, and not one of nothing
  if (sum.orders === 0 && sum.withoutCost > 0) return <span className="quiet">–</span>
  const amount = <MoneyText amount={afterFees(sum.profit, sum.expectedFees)} isBadWhenNegative />
  const title = [
    ...(sum.expectedFees > 0 ? [w.feesForetoldSum(formatRupiah(sum.expectedFees))] : []),
    ...(sum.isEstimate && sum.expectedFees === 0 ? [w.profitEstimate] : []),
    ...(sum.withoutCost > 0 ? [w.withoutCost(formatNumber(sum.withoutCost))] : []),
  ].join('. ')
  return sum.isEstimate ? <i title={title}>{amount}</i> : <span title={title || undefined}>{amount}</span>
}
