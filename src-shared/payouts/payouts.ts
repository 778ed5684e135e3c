import { z } from 'zod'
import { CashSort } from '../cash/direction.ts'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { RupiahTotal } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'
import { Channel } from '../orders/order.ts'
import { LineAnswer } from './line-answer.ts'
import { WalletKind } from './wallet-file.ts'
import { WalletMeaning } from './wallet-meaning.ts'

const Sum = z.object({ count: z.number().int(), amount: RupiahTotal })

/** Where the money of one channel stands: tertahan → dilepas → ditarik → di bank. */
export const ChannelMoney = z.object({
  channel: Channel,
  /** Sold and not released, by order. */
  held: Sum.extend({ late: Sum }),
  /** Left the shop and not sold yet: what the buyer's part comes to before fees. */
  underWay: Sum,
  /** The balance by the books; below nothing the seller owes the channel. */
  balance: RupiahTotal,
  /** Withdrawn and not seen to arrive. */
  inTransit: Sum.extend({ late: Sum }),
  /** Arrived in the last thirty days, and what of it only Catat Kas tells: the purse it left, and the kind of its records where it is one. */
  arrived: Sum.extend({
    byHand: Sum.extend({ wallet: AccountCode, since: BusinessDay, sort: CashSort.nullable() }),
  }),
  /** Lines that the owner is asked about, and releases that wait for their orders. */
  asked: Sum,
  waiting: Sum,
  /** Releases of income files whose orders are not here: in no balance of the books yet. */
  releasesWaiting: Sum,
  /** The last day that a balance report tells of; null when there is none. */
  toldThrough: BusinessDay.nullable(),
})
export type ChannelMoney = z.infer<typeof ChannelMoney>

/** How far a line of the balance is, for the books and on its way to the bank. */
export const LineState = z.enum([
  'booked',
  'with its order',
  'history',
  'waits for order',
  'asked',
  'same as record',
  'not done',
  'on its way',
  'late',
  'arrived',
  'returned',
])
export type LineState = z.infer<typeof LineState>

export const LinesView = z.enum(['all', 'withdrawals', 'asked', 'waiting'])
export type LinesView = z.infer<typeof LinesView>

export const BalanceLineRow = z.object({
  id: z.string(),
  shopName: z.string(),
  channel: Channel,
  wallet: WalletKind,
  at: Instant,
  day: BusinessDay,
  type: z.string(),
  description: z.string(),
  orderNumber: z.string(),
  orderId: Id.nullable(),
  amount: z.number().int(),
  balance: z.number().int().nullable(),
  meaning: WalletMeaning,
  state: LineState,
  /** When a withdrawal reached a wallet. */
  arrivedOn: BusinessDay.nullable(),
  /** The record of Catat Kas that seems to be, or is, the same money. */
  double: z.object({ id: Id, day: BusinessDay, note: z.string() }).nullable(),
  answer: LineAnswer.nullable(),
})
export type BalanceLineRow = z.infer<typeof BalanceLineRow>

/** An order whose money is not released, and when it should be. */
export const ExpectedRelease = z.object({
  orderId: Id,
  number: z.string(),
  channel: Channel,
  shopName: z.string(),
  /** Completed, or on its way. */
  isSold: z.boolean(),
  since: BusinessDay,
  amount: z.number().int(),
  expectedOn: BusinessDay,
  daysLate: z.number().int(),
})
export type ExpectedRelease = z.infer<typeof ExpectedRelease>

/** How many days a channel takes, and how that is known. */
export const UsualDays = z.object({
  channel: Channel,
  afterCompletion: z.number().int(),
  afterLeaving: z.number().int(),
  /** Of so many releases of this shop; 0 where the channel's published rule is used. */
  learnedFrom: z.number().int(),
})
export type UsualDays = z.infer<typeof UsualDays>

/** Why a balance by file is not the balance in the books. */
export const CheckReason = z.object({
  why: z.enum(['before', 'waits for order', 'asked', 'not in file', 'differs', 'same as record']),
  /** Order number, the channel's words, or the record's note. */
  name: z.string(),
  day: BusinessDay.nullable(),
  byFile: z.number().int(),
  byBooks: z.number().int(),
  orderId: Id.nullable(),
})
export type CheckReason = z.infer<typeof CheckReason>

/** A balance report held against the books at its end. */
export const BalanceCheck = z.object({
  runSeq: z.number().int(),
  shopName: z.string(),
  channel: Channel,
  fileName: z.string(),
  from: BusinessDay,
  to: BusinessDay,
  byFile: z.number().int(),
  byBooks: z.number().int(),
  /** The first day at whose end both differ; null where they agree. */
  differsSince: BusinessDay.nullable(),
  reasons: z.array(CheckReason),
})
export type BalanceCheck = z.infer<typeof BalanceCheck>

/** When the next money should come, and what should have come by now. */
export const NextRelease = z.object({
  next: z.object({ day: BusinessDay, amount: RupiahTotal }).nullable(),
  late: z.object({ orders: z.number().int(), amount: RupiahTotal }),
  /** Held of orders that are too old to be listed one by one. */
  older: RupiahTotal,
})
export type NextRelease = z.infer<typeof NextRelease>
