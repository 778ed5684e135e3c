import type { EarlierStart, ImportOutcome } from '../../../src-shared/channels/channels.ts'
import { firstOfMonth, monthOf } from '../../../src-shared/kernel/business-day.ts'
import type { Doors, Reader, Tx } from '../database/open.ts'
import { closedThroughOf } from '../ledger/closed-periods.repository.ts'
import { salesBeforeBooks } from '../orders/before-books.repository.ts'
import { ordersKnown, settingsOf } from '../settings/settings.repository.ts'
import { hasOpening } from '../settling/start-day.ts'
import type { Watched } from '../work/stepwise.ts'
import { type RunToTakeIn, type Settling, takeRunIn } from './import-run.ts'

export interface Foretold {
  outcome: ImportOutcome
  earlierStart: EarlierStart | null
}

interface ToForetell {
  run: RunToTakeIn
  /** What else belongs into the accepting write. */
  before: (tx: Tx) => Promise<void>
  settling: Settling
  watched: Watched
}

/** With an earlier start everything that is here is settled anew: of more orders than these nobody waits for a preview. */
const ORDERS_OF_A_YOUNG_SHOP = 5_000

/** The import rehearsed as the books are; and where it leaves orders as history only, once more with books that began with them. */
export async function foretold(rehearse: Doors['rehearse'], toForetell: ToForetell): Promise<Foretold> {
  const { run, before, settling, watched } = toForetell
  const { outcome, earlier } = await rehearse(async (tx) => {
    const isYoung = (await ordersKnown(tx)) <= ORDERS_OF_A_YOUNG_SHOP
    await before(tx)
    const outcome = await takeRunIn(tx, run, settling, watched)
    return {
      outcome,
      earlier: isYoung && outcome.kind === 'orders' && outcome.historyOrders > 0 ? await earlierStart(tx) : null,
    }
  })
  if (!earlier) return { outcome, earlierStart: null }
  const ifEarlier = await rehearse(async (tx) => {
    await before(tx)
    return takeRunIn(tx, { ...run, startDay: earlier.startDay }, settling, watched)
  })
  return { outcome, earlierStart: { ...earlier, outcome: ifEarlier } }
}

/** Where the books would begin if they began with the first order that is kept; null where they may not move there. */
async function earlierStart(reader: Reader): Promise<Omit<EarlierStart, 'outcome'> | null> {
  if (await closedThroughOf(reader)) return null
  const sales = await salesBeforeBooks(reader, (await settingsOf(reader)).startDay)
  return sales && { startDay: firstOfMonth(monthOf(sales.firstDay)), movesOpening: await hasOpening(reader) }
}
