import type { AnyRouter } from '@orpc/server'
import type { Dice } from '../../sample-shop/dice.ts'
import type { Purchase } from './buyer-robot.ts'
import type { Answer, Call } from './call.ts'
import type { Faults } from './faults.ts'
import type { ListedGoods } from './goods.ts'
import type { Pushes, PushRules } from './pushes.ts'
import type { Time } from './time.ts'

/** What can be done to an order from outside, whoever would do it in life. */
export const STEPS = {
  pay: 'Pembeli membayar.',
  askCancel: 'Pembeli minta batal.',
  cancel: 'Pembeli atau kanal membatalkan.',
  pickUp: 'Kurir mengambil paket.',
  failPickUp: 'Kurir datang sia-sia.',
  deliver: 'Paket sampai.',
  refuse: 'Paket ditolak, kembali ke toko.',
  lose: 'Paket hilang.',
  complete: 'Pembeli menerima; pesanan selesai.',
  askReturn: 'Pembeli minta pengembalian.',
  returnArrives: 'Barang retur sampai di toko.',
  adjust: 'Kanal menyesuaikan dana pesanan yang sudah cair.',
} as const
export type Step = keyof typeof STEPS
export const STEP_KINDS = Object.keys(STEPS) as Step[]

/** What is due on the clock of a sandbox, as plain data, so that it can be saved. `id` names an order, a return or a push. */
export interface Due {
  kind: string
  id: string
  data?: unknown
}

export interface OrderState {
  id: string
  status: string
  total: number
  createdAt: number
  changedAt: number
  /** SKU and pieces. */
  lines: { sku: string; quantity: number }[]
}

export interface ShelfState {
  sku: string
  name: string
  price: number
  stock: number
  /** Pieces in orders that are neither shipped nor cancelled. */
  reserved: number
  isOnSale: boolean
}

/** What the frame gives a marketplace to stand on. */
export interface Ground {
  /** Base address, like `http://127.0.0.1:4000`. */
  url: string
  seed: number
  time: Time<Due>
  /** Ids, names and chances of this marketplace; the same for one seed. */
  dice: Dice
  faults: Faults
  pushes: Pushes
  goods: readonly ListedGoods[]
}

/** One marketplace, as its own clients and its buyers meet it. */
export interface World {
  answer(call: Call): Answer | Promise<Answer>
  /** Its own way of saying "too often" and "broken", envelope and status. */
  tooMany(retryAfterSeconds: number): Answer
  broken(status: 500 | 503): Answer
  /** Calls of one bucket share a limit; null has none. */
  bucketOf(call: Call): string | null
  happen(due: Due): void
  /** A buyer buys; null when what he wants is sold out. Answers the order's id. */
  buy(purchase: Purchase): string | null
  step(orderId: string, step: Step): void
  orders(): OrderState[]
  shelf(): ShelfState[]
  /** What the shop's own owner does in Seller Centre. */
  setShelf(
    sku: string,
    change: { stock?: number | undefined; price?: number | undefined; isOnSale?: boolean | undefined },
  ): void
  expireTokens(): void
  revoke(): void
  /** A seller's yes without a page: what the redirect would carry. */
  consent(): Record<string, string>
  /** Where pushes go; null stops them. */
  setPushUrl(url: string | null): void
  /** Address, app id, key and shop, as the command line prints them. */
  access(): Record<string, unknown>
  /** Everything it knows, as structured-clonable data. */
  saved(): unknown
  /** Control procedures of this marketplace alone. */
  control?: Record<string, AnyRouter>
}

export interface Marketplace {
  name: 'shopee' | 'tiktok'
  title: string
  limit: { perSecond: number; burst: number }
  pushRules(world: () => World): PushRules
  open(ground: Ground, saved: unknown): World
}

/** What was asked of a sandbox from outside and cannot be. */
export class NotPossible extends Error {}
