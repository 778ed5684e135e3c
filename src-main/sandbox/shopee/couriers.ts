import type { Dice } from '../../sample-shop/dice.ts'
import type { State } from './state.ts'

export interface Courier {
  channelId: number
  name: string
  /** How often buyers choose it. */
  share: number
  /** Rupiah for the first kilogram. */
  fee: number
  takesCod: boolean
  trackingNumber(dice: Dice): string
}

const DIGITS = '0123456789'

/** The shop's couriers. Shapes of tracking numbers as sellers' own order exports show them. */
export const COURIERS: readonly Courier[] = [
  {
    channelId: 8003,
    name: 'SPX Standard',
    share: 62,
    fee: 14_000,
    takesCod: true,
    trackingNumber: (dice) => `SPXID${dice.text(12, DIGITS)}`,
  },
  {
    channelId: 8005,
    name: 'SPX Hemat',
    share: 18,
    fee: 9_500,
    takesCod: true,
    trackingNumber: (dice) => `SPXID${dice.text(11, DIGITS)}${dice.text(1, 'ABCDEFGH')}`,
  },
  {
    channelId: 80020,
    name: 'J&T Express',
    share: 12,
    fee: 15_000,
    takesCod: true,
    trackingNumber: (dice) => `JP${dice.text(10, DIGITS)}`,
  },
  {
    channelId: 80006,
    name: 'JNE Reguler',
    share: 8,
    fee: 16_000,
    takesCod: false,
    trackingNumber: (dice) => `CM${dice.text(11, DIGITS)}`,
  },
]

export const courierOf = (channelId: number): Courier =>
  COURIERS.find((courier) => courier.channelId === channelId) ?? COURIERS[0]!

/** Couriers as the shop has set them. */
export const couriersOf = (set: State['couriers'] = {}): (Courier & { isEnabled: boolean })[] =>
  COURIERS.map((courier) => ({ ...courier, isEnabled: true, ...set[courier.channelId] }))
