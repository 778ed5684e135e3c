import { z } from 'zod'
import { Id } from '../kernel/ids.ts'
import { Rupiah } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'
import { Meaning } from '../settlements/meaning.ts'
import { ShopDoubt } from './shop-doubt.ts'

/** Releases of a channel, and what they release together. */
export const Releases = z.object({ settlements: z.number().int(), released: Rupiah })
export type Releases = z.infer<typeof Releases>

/** What taking an income file in does, counted by the very function that does it. */
export const SettlementsOutcome = z.object({
  kind: z.literal('settlements'),
  importId: Id,
  shopId: Id,
  added: Releases,
  /** Known already, and explained better by this file. */
  detailed: Releases,
  unchanged: Releases,
  /** Rows that could not be read, with their amount as far as it is known. */
  problems: z.object({ rows: z.number().int(), released: Rupiah }),
  /** Orders whose money came, of those that were added. */
  orders: z.number().int(),
  /** Added of the kind that sets something right. */
  adjustments: Releases,
  /** Their order is not known here yet: they wait for it, without a word in the books. */
  waiting: Releases.extend({ numbers: z.array(z.string()) }),
  /** Of orders that were over before the books began: only the money that was owed comes in. */
  history: Releases,
  /** What was added, by the channel's own name. Amounts as the seller sees them: what is kept is negative. */
  byName: z.array(
    z.object({ name: z.string(), amount: Rupiah, times: z.number().int(), meaning: Meaning, account: AccountCode }),
  ),
  /** Withdrawals told beside the releases that a bank line waited for; imports of earlier versions say nothing of it. */
  met: z.number().int().default(0),
  /** Entries that this wrote. */
  entries: z.number().int(),
  /** What it changes in the profit of the shop: mostly fees, so less. */
  profit: z.number().int(),
  /** Reasons to think that this is another shop's file. */
  doubts: z.array(ShopDoubt),
})
export type SettlementsOutcome = z.infer<typeof SettlementsOutcome>

/** What taking an income file back does. */
export const SettlementsWithdrawal = z.object({
  kind: z.literal('settlements'),
  importId: Id,
  shopId: Id,
  /** Told of by this file alone: they leave the books. */
  withdrawn: Releases,
  /** Told of by other files too: they stand as those tell. */
  rebuilt: Releases,
  /** Told of by other files whose bytes are no longer kept: they stay as they are. */
  kept: Releases,
  /** Entries whose period is closed: their reversals stand on `correctedOn`. */
  closedEntries: z.number().int(),
  correctedOn: z.string().nullable(),
  entries: z.number().int(),
  profit: z.number().int(),
})
export type SettlementsWithdrawal = z.infer<typeof SettlementsWithdrawal>
