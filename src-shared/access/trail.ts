import { z } from 'zod'
import { BusinessDay, Instant } from '../kernel/business-day.ts'

/** What the trail may be narrowed to. */
export const TrailSubject = z.enum(['people', 'orders', 'goods', 'money', 'shops', 'data'])
export type TrailSubject = z.infer<typeof TrailSubject>

/** Rooms of the contract, by what they are about. */
export const ROOMS_ABOUT: Record<TrailSubject, readonly string[]> = {
  people: ['access', 'privacy'],
  orders: ['orders', 'orderActs', 'fulfilment', 'returns', 'buyers'],
  goods: ['catalog', 'inventory', 'purchasing'],
  money: ['ledger', 'cash', 'bank', 'household', 'payouts', 'settlements'],
  shops: ['channels', 'fileMappings', 'sync', 'listings'],
  data: ['settings', 'backup', 'work'],
}

/** Settings that change what figures and rights mean: the trail says what became what of them. */
export const SEALED_SETTINGS = ['businessName', 'startDay', 'zone', 'keepsHousehold', 'lockAfterMinutes'] as const
export type SealedSetting = (typeof SEALED_SETTINGS)[number]

export const TrailAsked = z.object({
  actor: z.string().max(64).optional(),
  subject: TrailSubject.optional(),
  from: BusinessDay.optional(),
  to: BusinessDay.optional(),
  /** Rows older than this one. */
  before: z.coerce.number().int().positive().optional(),
})
export type TrailAsked = z.infer<typeof TrailAsked>

/** One thing that was done, or one row of accounts, rights, locks or settings that became another one by it. */
export const TrailShown = z.object({
  seq: z.number().int(),
  at: Instant,
  /** Who, by name; blank: the program itself. */
  actor: z.string(),
  /** At which computer or telephone; blank: this one. */
  place: z.string(),
  /** As in the contract; blank of the program's own. */
  procedure: z.string(),
  /** What it was about by its name on screen: an order's number, a product. */
  about: z.string(),
  /** Days, numbers and words of our own lists. */
  facts: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })),
  /** Of a sealed row: what became what. */
  change: z
    .object({
      register: z.string(),
      key: z.string(),
      columns: z.array(z.object({ name: z.string(), was: z.string(), is: z.string() })),
    })
    .nullable(),
})
export type TrailShown = z.infer<typeof TrailShown>

export const TrailPage = z.object({ rows: z.array(TrailShown), next: z.number().int().nullable() })
export type TrailPage = z.infer<typeof TrailPage>
