import { z } from 'zod'
import { Id } from '../kernel/ids.ts'
import { AccountCode } from '../ledger/ledger.ts'

/** What the owner says of a line of a channel's balance. */
export const LineAnswer = z.discriminatedUnion('what', [
  /** A record of Catat Kas tells of the same money: nothing more is booked. */
  z.object({ what: z.literal('same'), record: Id }),
  /** It is something else than that record: both are booked. */
  z.object({ what: z.literal('separate') }),
  /** What it was for. */
  z.object({ what: z.literal('account'), account: AccountCode }),
  /** Paid for the household. */
  z.object({ what: z.literal('private'), householdAccount: AccountCode }),
])
export type LineAnswer = z.infer<typeof LineAnswer>
