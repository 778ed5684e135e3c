import type { StockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'

/** What stands on the shelf, as text: `12`, or `0, kurang 7` where more went out than the books had. */
export const standingText = (w: StockWords, onHand: number): string =>
  onHand < 0 ? w.standingShort(formatNumber(-onHand)) : formatNumber(onHand)
