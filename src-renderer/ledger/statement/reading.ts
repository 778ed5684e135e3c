import { divRound } from '../../../src-shared/kernel/allocate.ts'
import { formatRupiah, type Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { LabaRugi, Neraca } from '../../../src-shared/ledger/ledger.ts'

type Say = (typeof booksWords)['id']

const ofHundred = (part: Rupiah, whole: Rupiah): number => divRound(part, 100, whole)
const size = (amount: Rupiah): string => formatRupiah(Math.abs(amount))

/** "Dibaca begini" for a neraca: whose the business is, why equity moved, which line moved most. */
export function readNeraca({ assets, liabilities, equity }: Neraca, say: Say): string[] {
  if (assets.total <= 0) return [say.nothingYet]
  const sentences: string[] = []
  if (equity.total >= 0) {
    const own = ofHundred(equity.total, assets.total)
    const before =
      assets.comparedTotal > 0 && equity.comparedTotal >= 0
        ? ofHundred(equity.comparedTotal, assets.comparedTotal)
        : null
    const now = say.ofHundred(String(own), String(100 - own))
    sentences.push(before === null ? now : `${now} ${say.ofHundredBefore(String(before))}`)
  }
  const grown = equity.total - equity.comparedTotal
  const profit = equity.lines.find(({ key }) => key === 'profit of the month')?.amount ?? 0
  const drawn = -(equity.lines.find(({ key }) => key === 'drawings of the month')?.amount ?? 0)
  const why =
    profit >= 0 ? say.profitLessDrawings(size(profit), size(drawn)) : say.lossAndDrawings(size(profit), size(drawn))
  const moved = grown === 0 ? say.equitySame : grown > 0 ? say.equityUp(size(grown)) : say.equityDown(size(grown))
  sentences.push(`${moved} ${why}`)
  const lines = [...assets.lines, ...liabilities.lines].toSorted(
    (a, b) => Math.abs(b.amount - b.compared) - Math.abs(a.amount - a.compared),
  )
  const most = lines[0]
  if (most && most.amount !== most.compared)
    sentences.push(say.mostChanged(most.name, size(most.amount - most.compared), most.amount > most.compared))
  return sentences
}

/** "Dibaca begini" for an income statement: what is left of every Rp100, against what, and the biggest cost. */
export function readLabaRugi(report: LabaRugi, say: Say): string[] {
  const sales = report.revenue.total
  const sentences: string[] = []
  if (sales <= 0) sentences.push(say.noSales)
  else {
    const gross = ofHundred(report.grossProfit.amount, sales)
    const net = ofHundred(report.netProfit.amount, sales)
    sentences.push(say.ofSales(String(100 - gross), String(gross)))
    sentences.push(net >= 0 ? say.keptOfSales(String(net)) : say.lostOfSales(String(-net)))
  }
  const biggest = report.expenses.lines.toSorted((a, b) => b.amount - a.amount)[0]
  if (biggest && biggest.amount > 0) sentences.push(say.biggestCost(biggest.name, size(biggest.amount)))
  const change = report.netProfit.amount - report.netProfit.compared
  if (change !== 0) sentences.push(change > 0 ? say.netUp(size(change)) : say.netDown(size(change)))
  return sentences
}
