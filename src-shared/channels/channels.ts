import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'
import { AccountCode } from '../ledger/ledger.ts'
import { Channel, ChannelState, LostFact, OrderState } from '../orders/order.ts'
import { WalletMeaning } from '../payouts/wallet-meaning.ts'
import { ChannelFileKind, FileContentsShown } from './file-shown.ts'
import { ListingsOutcome, ListingsWithdrawal } from './listings-outcome.ts'
import { ReturnsOutcome, ReturnsWithdrawal } from './returns-outcome.ts'
import { SettlementsOutcome, SettlementsWithdrawal } from './settlements-outcome.ts'
import { ShopDoubt } from './shop-doubt.ts'

export const Shop = z.object({
  id: Id,
  channel: Channel,
  name: PlainText(80).pipe(z.string().min(1)),
  orders: z.number().int(),
  lastImportAt: Instant.nullable(),
})
export type Shop = z.infer<typeof Shop>

const Waiting = z.object({
  importId: Id,
  fileName: z.string(),
  /** SHA-256 of its bytes, in hex. */
  sha256: z.string(),
  kilobytes: z.number(),
  /** The channel that hands out such files; only its shops may take it. Null of a bank statement, which goes into an account. */
  channel: Channel.nullable(),
  /** How many orders, settlements or lines it would take in. */
  records: z.number().int(),
  /** When the file was last changed, as the door it came through says. */
  modifiedAt: Instant.nullable(),
  suggestedShopId: Id.nullable(),
  /** The account that a statement's own number was taken into before. */
  suggestedAccount: AccountCode.nullable(),
  /** This very file was already taken in then. */
  importedBefore: Instant.nullable(),
})

/** A file that was read and waits for an answer; it lives in memory until confirmed, discarded or 30 minutes old. */
export const StagedFile = Waiting.and(FileContentsShown)
export type StagedFile = z.infer<typeof StagedFile>

/** Rows read so far, then the file; how many there are is known only at the end. */
export const ReadingProgress = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int().nullable() }),
  z.object({ type: z.literal('result'), outcome: StagedFile }),
])
export type ReadingProgress = z.infer<typeof ReadingProgress>

/** What came of the orders, settlements or lines of an import, as every kind of it counts them. */
export const ImportCounts = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** Kept out by a problem of their own. */
  keptOut: z.number().int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

const Count = z.object({ orders: z.number().int(), lines: z.number().int(), grossSales: z.number().int() })

/** Orders that came in, and their money as the shop keeps it: in the very sums that the file tells of itself (`FileTotals`). */
const CountOfMoney = Count.extend({ goodsValue: z.number().int(), buyerPayment: z.number().int() })

/** What changes in stock and books, counted before and after. */
const LedgerDifference = {
  newListings: z.number().int(),
  unmappedListings: z.number().int(),
  reservedPieces: z.number().int(),
  issuedPieces: z.number().int(),
  shortSkus: z.array(z.object({ sku: z.string(), label: z.string(), goodsName: GoodsName, short: z.number().int() })),
  /** Money booked by this act: sales, cuts, cost of goods; the rest of the profit waits for the settlement. */
  sales: z.number().int(),
  sellerCuts: z.number().int(),
  costOfGoods: z.number().int(),
  profit: z.number().int(),
  piecesWithoutCost: z.number().int(),
  entries: z.number().int(),
}

/** What taking orders in does, counted by the very function that does it. */
export const OrdersOutcome = z.object({
  kind: z.literal('orders'),
  importId: Id,
  shopId: Id,
  added: CountOfMoney,
  changed: CountOfMoney,
  unchanged: CountOfMoney,
  problems: Count,
  /** Orders by the state they arrive in, and by the change they make. */
  arrivals: z.array(z.object({ state: OrderState, orders: z.number().int() })),
  changes: z.array(z.object({ from: OrderState, to: OrderState, orders: z.number().int() })),
  /** A few changed orders to look at. */
  examples: z.array(z.object({ number: z.string(), from: OrderState, to: OrderState, goodsName: GoodsName })),
  /** Of all its orders those that finished before the books begin: kept, without effects. */
  historyOrders: z.number().int(),
  /** Orders of which the source tells something that a newer statement contradicts; that much of it was set aside. */
  setAside: z.object({
    orders: z.number().int(),
    examples: z.array(
      z.object({ number: z.string(), stated: ChannelState, stands: OrderState, facts: z.array(LostFact) }),
    ),
  }),
  /** Reasons to think that this is another shop's file. */
  doubts: z.array(ShopDoubt),
  ...LedgerDifference,
})
export type OrdersOutcome = z.infer<typeof OrdersOutcome>

/** What taking a bank statement in does: lines that an earlier one told are not told twice. */
export const BankOutcome = z.object({
  kind: z.literal('bank'),
  importId: Id,
  account: AccountCode,
  added: z.number().int(),
  known: z.number().int(),
  pending: z.number().int(),
  keptOut: z.number().int(),
  /** Older than the first day of the books, whose opening balance holds their money. */
  beforeTheBooks: z.number().int(),
  /** Withdrawals of channel balances that arrived, and were answered by themselves. */
  met: z.number().int(),
  /** Lines in the inbox for which one answer is certain. */
  certain: z.number().int(),
  from: BusinessDay.nullable(),
  to: BusinessDay.nullable(),
  doubts: z.array(ShopDoubt),
})
export type BankOutcome = z.infer<typeof BankOutcome>

const WalletCount = z.object({ lines: z.number().int(), amount: z.number().int() })

/** What taking the lines of a balance in does. */
export const WalletOutcome = z.object({
  kind: z.literal('wallet'),
  importId: Id,
  shopId: Id,
  /** Σ of what moved, signed from the seller's side. */
  added: WalletCount,
  changed: WalletCount,
  unchanged: WalletCount,
  /** Rows that could not be read. */
  problems: z.object({ lines: z.number().int() }),
  /** New lines by what they are. */
  byMeaning: z.array(z.object({ meaning: WalletMeaning, ...WalletCount.shape })),
  /** Released for orders that are not known here yet. */
  waiting: WalletCount,
  /** Lines that the owner is asked about: payments, and what Catat Kas may already hold. */
  asked: WalletCount,
  /** Withdrawals that a bank line waited for, and that met it by themselves; imports of earlier versions say nothing of it. */
  met: z.number().int().default(0),
  doubts: z.array(ShopDoubt),
  /** Entries in the journal. */
  entries: z.number().int(),
})
export type WalletOutcome = z.infer<typeof WalletOutcome>

/** What importing does, by what it is about (`ContentKind`). */
export const ImportOutcome = z.discriminatedUnion('kind', [
  OrdersOutcome,
  SettlementsOutcome,
  WalletOutcome,
  BankOutcome,
  ReturnsOutcome,
  ListingsOutcome,
])
export type ImportOutcome = z.infer<typeof ImportOutcome>

const Counting = z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int() })

/** What the same import would do if the books began where the data begin: offered where orders stay history only. */
export const EarlierStart = z.object({
  /** The first of the month in which the first of those orders was placed. */
  startDay: BusinessDay,
  /** What the owner said she had at the start (stock, money, debts) would move along, and be said of another day. */
  movesOpening: z.boolean(),
  outcome: ImportOutcome,
})
export type EarlierStart = z.infer<typeof EarlierStart>

export const PreviewProgress = z.discriminatedUnion('type', [
  Counting,
  z.object({ type: z.literal('result'), outcome: ImportOutcome, earlierStart: EarlierStart.nullable() }),
])
export type PreviewProgress = z.infer<typeof PreviewProgress>

/** What taking a file of orders back does, counted by the very function that does it. */
export const OrdersWithdrawal = z.object({
  kind: z.literal('orders'),
  importId: Id,
  shopId: Id,
  /** Told of by this file alone: they go out of all lists and lose their effects. */
  withdrawn: Count,
  /** Told of by other files too: made anew from those; `changed` of them are different now. */
  rebuilt: Count,
  changed: z.number().int(),
  /** Told of by other files whose bytes are no longer kept: they stay as they are. */
  kept: Count,
  /** Entries whose period is closed: their reversals stand on `correctedOn`. */
  closedEntries: z.number().int(),
  correctedOn: z.string().nullable(),
  ...LedgerDifference,
})
export type OrdersWithdrawal = z.infer<typeof OrdersWithdrawal>

/** What taking a bank statement back does: `kept` lines are told by other statements too. */
export const BankWithdrawal = z.object({
  kind: z.literal('bank'),
  importId: Id,
  account: AccountCode,
  removed: z.number().int(),
  kept: z.number().int(),
  /** Answers that go with their lines. */
  answers: z.number().int(),
})
export type BankWithdrawal = z.infer<typeof BankWithdrawal>

/** What taking a report of a balance back does. */
export const WalletWithdrawal = z.object({
  kind: z.literal('wallet'),
  importId: Id,
  shopId: Id,
  /** Told of by this report alone: they go with their entries. */
  withdrawn: WalletCount,
  /** Other reports tell of them too. */
  kept: WalletCount,
  changed: z.number().int(),
  closedEntries: z.number().int(),
  correctedOn: z.string().nullable(),
  entries: z.number().int(),
})
export type WalletWithdrawal = z.infer<typeof WalletWithdrawal>

/** What taking an import back does, by what it is about. */
export const Withdrawal = z.discriminatedUnion('kind', [
  OrdersWithdrawal,
  SettlementsWithdrawal,
  WalletWithdrawal,
  BankWithdrawal,
  ReturnsWithdrawal,
  ListingsWithdrawal,
])
export type Withdrawal = z.infer<typeof Withdrawal>

/**
 * An import on its way, and how it ended: taken in, or stopped by Batal and taken back; `takenBack` is null where nothing
 * had been stored yet.
 */
export const ImportProgress = z.discriminatedUnion('type', [
  Counting,
  z.object({ type: z.literal('result'), outcome: ImportOutcome }),
  z.object({ type: z.literal('stopped'), takenBack: Withdrawal.nullable() }),
])
export type ImportProgress = z.infer<typeof ImportProgress>
/** How an import ended. */
export type ImportEnd = Exclude<ImportProgress, { type: 'progress' }>

/** What taking an import back does; with another shop named, what taking it in there does. */
export const WithdrawalOutcome = z.object({
  withdrawal: Withdrawal,
  moved: ImportOutcome.nullable(),
})
export type WithdrawalOutcome = z.infer<typeof WithdrawalOutcome>

export const WithdrawalProgress = z.discriminatedUnion('type', [
  Counting,
  z.object({ type: z.literal('result'), outcome: WithdrawalOutcome }),
])
export type WithdrawalProgress = z.infer<typeof WithdrawalProgress>

export const ImportRun = z.object({
  id: Id,
  kind: z.union([ChannelFileKind, z.enum(['order statements', 'settlement statements'])]),
  /** Where it went: a shop of a channel, or the account a bank statement tells of. */
  shopId: Id.nullable(),
  account: AccountCode.nullable(),
  /** The shop's name, or the account's. */
  placeName: z.string(),
  channel: Channel.nullable(),
  fileName: z.string(),
  /** SHA-256 of its bytes, in hex. */
  sha256: z.string(),
  /** When the file was last changed, where its door knew. */
  modifiedAt: Instant.nullable(),
  at: Instant,
  /** Who took it in. */
  actor: z.string(),
  /** Taken back, then and by whom; with another shop, moved there. */
  withdrawn: z.object({ at: Instant, actor: z.string(), movedTo: z.string().nullable() }).nullable(),
  /** Its bytes are still kept, so it can be moved to another shop. */
  isKept: z.boolean(),
  /** Batal on its way: what had come in was taken back. */
  wasStopped: z.boolean(),
  counts: ImportCounts,
  /** Remarks on its rows, of which the first are kept. */
  problemCount: z.number().int(),
})
export type ImportRun = z.infer<typeof ImportRun>
