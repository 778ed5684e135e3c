import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { ConnectedChannel } from './sync.ts'

/** How many buyers come to a marketplace that one practises on. */
export const PracticePace = z.enum(['none', 'few', 'some', 'many'])
export type PracticePace = z.infer<typeof PracticePace>

/** A marketplace on this laptop that nobody real buys at. */
export const PracticeMarket = z.object({
  channel: ConnectedChannel,
  isOpen: z.boolean(),
  /** The shop that is connected to it; null before the first time. */
  shopId: Id.nullable(),
  /** Its orders, by what they wait for. */
  orders: z.object({ toShip: z.number().int(), underWay: z.number().int(), over: z.number().int() }),
  /** What was kept of it could not be read, so it began from nothing, with a shop of its own. */
  hasBegunAgain: z.boolean(),
})
export type PracticeMarket = z.infer<typeof PracticeMarket>

/** Where practising stands. */
export const Practising = z.object({
  /** Toko Latihan's own clock: that of the laptop and every day that was passed over. */
  now: Instant,
  daysAhead: z.number().int(),
  pace: PracticePace,
  markets: z.array(PracticeMarket),
})
export type Practising = z.infer<typeof Practising>
