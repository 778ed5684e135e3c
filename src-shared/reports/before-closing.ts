import { z } from 'zod'
import { BusinessDay, Month } from '../kernel/business-day.ts'
import { RupiahTotal } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'

const count = z.number().int()

/** What is still open in the books at the end of a month: each would change its figures, or is asked about later. */
export const BeforeClosing = z.object({
  month: Month,
  /** Last day of the month. */
  through: BusinessDay,
  /** Whether what was owned and owed when the books began was ever written; after the closing it stands in the next month only. */
  opened: z.boolean(),
  /** Sold without a cost so far: profit is too high. */
  missingCost: z.object({ skus: count, pieces: count }),
  /** Went out although the books had none. */
  gone: z.object({ skus: count, pieces: count }),
  /** Cash in hand as the books have it on that day, to be counted. */
  cash: z.array(z.object({ account: AccountCode, name: z.string(), balance: RupiahTotal })),
  /** On their way back, or here and not looked at. */
  returns: z.object({ orders: count, pieces: count }),
  /** Due to suppliers by that day and not paid then, whatever was paid since; and what of it is owed to this day. */
  debts: z.object({ purchases: count, amount: RupiahTotal, stillOwed: RupiahTotal }),
  /** Sold under a SKU that nobody mapped: without stock and cost. */
  unmapped: z.object({ listings: count, orders: count }),
})
export type BeforeClosing = z.infer<typeof BeforeClosing>
