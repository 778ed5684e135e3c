import type { Recipient } from '../../../src-shared/orders/order.ts'
import { sampleBuyer } from '../../sample-shop/buyers.ts'
import { type Dice, dice } from '../../sample-shop/dice.ts'

/** How a purchase goes on, each step counted from the one before it. What the shop does in between is the shop's. */
export interface Fate {
  /** Null: never pays. Of cash on delivery nothing is paid before. */
  paysAfterMs: number | null
  /** Asks to cancel so long after paying, unless the courier has it by then. */
  asksToCancelAfterMs: number | null
  pickedUpAfterMs: number
  /** The courier comes in vain first; the shop must arrange it again. */
  pickUpFails: boolean
  arrivesAfterMs: number
  arrival: 'delivered' | 'refused' | 'lost'
  /** Presses "diterima"; otherwise the marketplace's own timer completes it. */
  confirmsAfterMs: number | null
  asksBack: { afterMs: number; reason: 'damaged' | 'wrong' | 'missing' | 'changedMind'; refundOnly: boolean } | null
}

/** What a buyer does. Which goods: a place 0..1 among everything on sale, so that one seed buys the same of the same shop. */
export interface Purchase {
  at: number
  buyer: Recipient
  lines: { pick: number; quantity: number; sku?: string | undefined }[]
  isCod: boolean
  /** A place 0..1 among the couriers. */
  courier: number
  /** A place 0..1 among vouchers, coins and programmes. */
  promotion: number
  note: string
  isFromLive: boolean
  fate: Fate
}

export const DAYS = {
  normal: 'Hari biasa: ramai jam makan siang dan malam.',
  live: 'Live: sepuluh menit yang sangat ramai, beberapa barang saja.',
  elevenEleven: '11.11: ledakan tengah malam, lalu ramai sepanjang hari.',
} as const
export type DayKind = keyof typeof DAYS
export const DAY_KINDS = Object.keys(DAYS) as DayKind[]

const USUAL_ORDERS: Record<DayKind, number> = { normal: 60, live: 300, elevenEleven: 750 }

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

/** Orders by hour of the day, from midnight. */
const HOURS: Record<DayKind, readonly number[]> = {
  normal: [1, 0.5, 0.3, 0.2, 0.3, 1, 2, 3, 4, 5, 6, 7, 8, 6, 5, 5, 5, 6, 8, 10, 11, 9, 5, 3],
  live: [1],
  elevenEleven: [30, 18, 8, 3, 2, 2, 3, 4, 5, 5, 6, 7, 8, 6, 5, 5, 5, 6, 8, 10, 12, 12, 9, 8],
}
const NOTES = [
  '',
  '',
  '',
  '',
  '',
  '',
  'Tolong dibungkus rapi ya kak',
  'Kirim hari ini ya',
  'Warna sesuai foto ya',
  'Jangan ditekuk',
]

export interface WantedDay {
  kind: DayKind
  /** Of normal and elevenEleven: midnight of the shop's day. Of live: its first minute. */
  from: number
  seed: number
  orders?: number | undefined
}

/** The purchases of one day, in the order they are made. One seed makes one day. */
export function dayOf({ kind, from, seed, orders = USUAL_ORDERS[kind] }: WantedDay): Purchase[] {
  const rolls = dice(seed)
  const span = kind === 'live' ? 10 * MINUTE : HOUR
  const hours = HOURS[kind].map((weight, hour) => [hour, weight] as const)
  return Array.from({ length: orders }, () => {
    const at = from + rolls.weighted(hours) * span + rolls.between(0, span - 1)
    return purchaseOf(rolls, at, kind)
  }).sort((a, b) => a.at - b.at)
}

/** One buyer's purchase and what becomes of it. */
export function purchaseOf(rolls: Dice, at: number, kind: DayKind = 'normal'): Purchase {
  const isFromLive = kind === 'live' || rolls.chance(0.05)
  const lines = rolls.weighted([
    [1, 80],
    [2, 15],
    [3, 5],
  ] as const)
  const isCod = rolls.chance(0.12)
  return {
    at,
    buyer: sampleBuyer(rolls, false),
    lines: Array.from({ length: lines }, () => ({
      // what a live sells stands at the front of the shelf
      pick: kind === 'live' ? rolls.roll() * 0.12 : rolls.roll(),
      quantity: rolls.weighted([
        [1, 88],
        [2, 9],
        [3, 3],
      ] as const),
    })),
    isCod,
    courier: rolls.roll(),
    promotion: rolls.roll(),
    note: rolls.pick(NOTES),
    isFromLive,
    fate: fateOf(rolls),
  }
}

const REASONS = ['damaged', 'wrong', 'missing', 'changedMind'] as const

function fateOf(rolls: Dice): Fate {
  const minutes = (low: number, high: number) => rolls.between(low * MINUTE, high * MINUTE)
  return {
    paysAfterMs: rolls.chance(0.04) ? null : minutes(1, 45),
    asksToCancelAfterMs: rolls.chance(0.03) ? minutes(5, 600) : null,
    pickedUpAfterMs: rolls.between(2 * HOUR, 20 * HOUR),
    pickUpFails: rolls.chance(0.01),
    arrivesAfterMs: rolls.between(DAY, 4 * DAY),
    arrival: rolls.weighted([
      ['delivered', 970],
      ['refused', 25],
      ['lost', 5],
    ] as const),
    confirmsAfterMs: rolls.chance(0.6) ? rolls.between(HOUR, 40 * HOUR) : null,
    asksBack: rolls.chance(0.02)
      ? { afterMs: rolls.between(HOUR, 20 * HOUR), reason: rolls.pick(REASONS), refundOnly: rolls.chance(0.3) }
      : null,
  }
}

/** A life without surprises, for whoever wants to see each step at a known time. */
export const CALM_FATE: Fate = {
  paysAfterMs: 5 * MINUTE,
  asksToCancelAfterMs: null,
  pickedUpAfterMs: 4 * HOUR,
  pickUpFails: false,
  arrivesAfterMs: 2 * DAY,
  arrival: 'delivered',
  confirmsAfterMs: DAY,
  asksBack: null,
}

/** The one that stands at a place 0..1, each as wide as its weight. */
export function atPlace<T>(from: readonly T[], weight: (each: T) => number, place: number): T | undefined {
  let left = place * from.reduce((total, each) => total + weight(each), 0)
  for (const each of from) {
    left -= weight(each)
    if (left < 0) return each
  }
  return from.at(-1)
}
