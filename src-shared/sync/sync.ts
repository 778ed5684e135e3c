import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'

/** Where the browser comes back to from a consent page; a fixed port, because the channels' consoles take no open ones. */
export const CONSENT_RETURN = 'http://127.0.0.1:47613/lumbung'

/** Marketplaces that can be connected. */
export const ConnectedChannel = z.enum(['shopee', 'tiktok'])
export type ConnectedChannel = z.infer<typeof ConnectedChannel>

/** What is asked of a channel again and again, the most urgent first. */
export const SyncStream = z.enum([
  'orders',
  'stock',
  'returns',
  'settlements',
  'wallet',
  'publishing',
  'listings',
  'comparison',
])
export type SyncStream = z.infer<typeof SyncStream>

/** What went wrong between Lumbung and a channel, by what follows from it (`sync.words.ts` says it to people). */
export const TroubleKind = z.enum([
  'token',
  'consent',
  'setup',
  'clock',
  'rate',
  'transient',
  'unknown result',
  'permanent',
  'here',
])
export type TroubleKind = z.infer<typeof TroubleKind>

/** Code and message are the channel's own words. */
export const SyncTrouble = z.object({ kind: TroubleKind, code: z.string(), message: z.string() })
export type SyncTrouble = z.infer<typeof SyncTrouble>

/** How near the end of the owner's consent is: a warning 7 days before and another on the last day. */
export const ConsentEnd = z.enum(['far', 'week', 'day', 'over'])
export type ConsentEnd = z.infer<typeof ConsentEnd>

const DAY = 86_400_000

/** The owner hears of it a week before, and on the last day. Null: the channel names no end. */
export function consentEnd(until: Instant | null, now: Instant): ConsentEnd {
  if (until === null || until - now > 7 * DAY) return 'far'
  if (until <= now) return 'over'
  return until - now > DAY ? 'week' : 'day'
}

/** A channel that can be connected, and what its own console is called by. */
export const ConnectableChannel = z.object({
  channel: ConnectedChannel,
  /** Where the owner registers the app. */
  consoleAddress: z.string(),
  /** Whether its consent page asks for a service id beside the app's. */
  needsServiceId: z.boolean(),
})
export type ConnectableChannel = z.infer<typeof ConnectableChannel>

/** One hour of the last day: rounds with the channel, and those that something went wrong in. */
export const SyncHour = z.object({
  hour: Instant,
  rounds: z.number().int(),
  failures: z.number().int(),
})
export type SyncHour = z.infer<typeof SyncHour>

/** A shop that is connected, or was. */
export const ShopConnection = z.object({
  shopId: Id,
  shopName: z.string(),
  channel: ConnectedChannel,
  /** The channel's own id and name of the shop. */
  account: z.string(),
  accountName: z.string(),
  state: z.enum(['connected', 'paused', 'broken', 'ended']),
  isUnderWay: z.boolean(),
  /** Until then every order of the channel is here; null before the first round is over. */
  ordersUntil: Instant.nullable(),
  nextAt: Instant.nullable(),
  /** What stands in the way, the most urgent list first; null while nothing does. */
  trouble: SyncTrouble.extend({ stream: SyncStream.nullable(), at: Instant }).nullable(),
  consentUntil: Instant.nullable(),
  consentEnd: ConsentEnd,
  /** How far the channel's clock is ahead of this laptop's, when it is more than anybody should pass over; else null. */
  clockSkewMs: z.number().int().nullable(),
  /** Came in and is not understood yet; and what could not be. */
  waiting: z.number().int(),
  unreadable: z.number().int(),
  /** The last 24 hours, the oldest first; hours without a round are left out. */
  hours: z.array(SyncHour),
  /** The last comparison of order numbers with the channel. */
  comparison: z
    .object({
      at: Instant,
      compared: z.number().int(),
      missing: z.number().int(),
      unknownThere: z.number().int(),
    })
    .nullable(),
  connectedAt: Instant,
})
export type ShopConnection = z.infer<typeof ShopConnection>

/** Something a channel said that could not be understood. */
export const UnreadableMessage = z.object({
  seq: z.number().int(),
  about: z.enum(['order', 'settlement', 'return', 'wallet line', 'item']),
  key: z.string(),
  saidAt: Instant,
  problem: z.string(),
})
export type UnreadableMessage = z.infer<typeof UnreadableMessage>
