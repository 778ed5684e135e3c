import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { LARGEST_AMOUNT, LARGEST_PRICE, MOST_PIECES_IN_ORDER } from '../kernel/limits.ts'
import { PlainText } from '../kernel/page.ts'
import { Price, Rupiah } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'
import { isMeant } from '../ledger/unusual.refusals.ts'
import { Cause } from '../settlements/causes.ts'
import { Meaning } from '../settlements/meaning.ts'
import { SettlementKind } from '../settlements/settlement-file.ts'
import { Channel, MoneyLine, OrderState, Recipient } from './order.ts'

/** The tabs of Pesanan, in the glossary's order. Each state lives in exactly one. */
export const OrderTab = z.enum([
  'to_ship',
  'awaiting_pickup',
  'in_transit',
  'delivered',
  'completed',
  'cancel_requested',
  'returns',
  'unpaid',
  'on_hold',
  'failed',
  'cancelled',
  'unknown',
])
export type OrderTab = z.infer<typeof OrderTab>

export const TAB_OF: Record<OrderState, OrderTab> = {
  unpaid: 'unpaid',
  on_hold: 'on_hold',
  to_arrange: 'to_ship',
  arranged: 'to_ship',
  printed: 'to_ship',
  packed: 'to_ship',
  handed_over: 'awaiting_pickup',
  partly_shipped: 'in_transit',
  in_transit: 'in_transit',
  delivered: 'delivered',
  completed: 'completed',
  cancel_requested: 'cancel_requested',
  cancelled: 'cancelled',
  delivery_failed: 'failed',
  return_open: 'returns',
  returned: 'returns',
  unknown: 'unknown',
}

/** By what a list stands; without one, as its tab is worked through. */
export const OrderSort = z.enum(['placed', 'value'])
export type OrderSort = z.infer<typeof OrderSort>

/** What a list of orders can show, in the order it shows it. */
export const OrderColumn = z.enum([
  'placed',
  'deadline',
  'number',
  'goods',
  'buyer',
  'pieces',
  'courier',
  'tracking',
  'grossSales',
  'fees',
  'received',
  'profit',
  'state',
])
export type OrderColumn = z.infer<typeof OrderColumn>

/** How far a sheet is written, and in the end the sheet. */
export const ExportStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
  z.object({ kind: z.literal('file'), name: z.string(), type: z.string(), base64: z.string() }),
])
export type ExportStep = z.infer<typeof ExportStep>

/** What all orders of a list leave together. */
export const ProfitSum = z.object({
  /** Null when the list is longer than was to be counted. */
  profit: Rupiah.nullable(),
  /** What channels will still keep of orders whose profit is in the sum, probably; not in it. */
  expectedFees: Rupiah,
  /** Orders in it, and those of which no profit is known because a cost is missing. */
  orders: z.number().int(),
  withoutCost: z.number().int(),
  /** Orders at channels of which no fee is known or foretold: their profit is before what the channel keeps. */
  withoutFees: z.number().int(),
  /** True when some of it is not booked yet. */
  isEstimate: z.boolean(),
})
export type ProfitSum = z.infer<typeof ProfitSum>

/** What is left once the channel kept its part, by books or foretold: what lists, their sums and Laba kemarin show. */
export const afterFees = <Profit extends Rupiah | null>(profit: Profit, expectedFees: Rupiah | null): Profit =>
  (profit === null ? null : profit - (expectedFees ?? 0)) as Profit

/** Less time than this before the deadline is a risk worth naming. */
export const LATE_RISK_MS = 6 * 3_600_000

export const TabCount = z.object({
  tab: OrderTab,
  state: OrderState,
  channel: Channel,
  orders: z.number().int(),
  pieces: z.number().int(),
  grossSales: z.number().int(),
})

export const OrderRow = z.object({
  id: Id,
  number: z.string(),
  channel: Channel,
  shopName: z.string(),
  state: OrderState,
  rawStatus: z.string(),
  placedAt: Instant.nullable(),
  shipBy: Instant.nullable(),
  isHeld: z.boolean(),
  isHistory: z.boolean(),
  /** First line's goods by our own name, by the channel's while they have no SKU; and how many further lines there are. */
  goods: z.string(),
  goodsName: GoodsName,
  /** What the channel calls them; empty of an own sale. */
  channelGoods: z.string(),
  moreLines: z.number().int(),
  pieces: z.number().int(),
  courier: z.string(),
  trackingNumber: z.string(),
  isCod: z.boolean(),
  /** Omzet Kotor: list price × pieces. */
  grossSales: Rupiah,
  sellerCuts: Rupiah,
  /** Recipient as the channel gives it, often masked. */
  buyer: z.string(),
  unmappedLines: z.number().int(),
})
export type OrderRow = z.infer<typeof OrderRow>

/** A row of the list, with what its order leaves before Potongan Kanal. */
export const ListedOrder = OrderRow.extend({
  /** Null while some of its goods have no cost, and for orders that earn nothing yet: unpaid, cancelled, unknown. */
  profit: Rupiah.nullable(),
  /** Why a profit is missing: some goods have no SKU or no cost. */
  costIncomplete: z.boolean(),
  /** Not booked yet: what the order would leave as it stands today. */
  isEstimate: z.boolean(),
  /** What the channel released of it so far, and what it kept as fees; null until its settlement is here. */
  received: Rupiah.nullable(),
  channelFees: Rupiah.nullable(),
  /** What the channel will still keep, probably: in no book and not in `profit`; null once it settled, or where no rate says. */
  expectedFees: Rupiah.nullable(),
  /** The channel owes nothing more for it. */
  isFinal: z.boolean(),
})
export type ListedOrder = z.infer<typeof ListedOrder>

export const OrderLine = z.object({
  line: z.number().int(),
  listingId: Id.nullable(),
  productName: z.string(),
  variationName: z.string(),
  /** By our own name, by the channel's while the line has no SKU. */
  goodsName: GoodsName,
  channelSku: z.string(),
  pieces: z.number().int(),
  returnedPieces: z.number().int(),
  listPrice: Rupiah,
  price: Rupiah,
  sellerDiscount: Rupiah,
  /** Our SKU; null while the listing is not mapped. */
  variant: z
    .object({
      id: Id,
      sku: z.string(),
      label: z.string(),
      shelf: z.string(),
      size: z.string(),
      colour: z.string(),
      photoId: Id.nullable(),
      category: z.string(),
    })
    .nullable(),
  /** What is sent in its place, as agreed with the buyer; the channel knows nothing of it. */
  sentInstead: z.object({ variantId: Id, sku: z.string(), goodsName: GoodsName, note: z.string() }).nullable(),
  /** It is still here and not packed, so other goods may be sent for it. */
  maySendInstead: z.boolean(),
})
export type OrderLine = z.infer<typeof OrderLine>

export const TimelineEvent = z.object({
  at: Instant,
  /** A state reached, or a local act: `label printed`, `packed`, `handed over`, `held`, `released`, `set aside`, `opened again`, `hand-over undone`, `sent instead`, `sent as sold`, `imported`. */
  what: z.string(),
  /** Where it was stated: `Shopee`, or a file's name; empty for what was done here. */
  source: z.string(),
  /** Who did it or took the file in, by name; empty for what the channel states. */
  actor: z.string(),
  detail: z.string(),
})
export type TimelineEvent = z.infer<typeof TimelineEvent>

/** What a channel keeps of an order, or adds to it, under the channel's own name; signed as the seller sees it. */
export const LadderLine = z.object({
  /** Blank where the channel names nothing: what it released differs from the order. */
  name: z.string(),
  meaning: Meaning,
  account: AccountCode,
  /** What was expected of it; null where nobody could know. */
  estimated: Rupiah.nullable(),
  /** Null until the settlement is here. */
  actual: Rupiah.nullable(),
  /** Why the two differ. */
  cause: Cause.nullable(),
})
export type LadderLine = z.infer<typeof LadderLine>

/** What a channel released of an order so far. */
export const ReleasedOfOrder = z.object({
  releasedOn: BusinessDay,
  released: Rupiah,
  kind: SettlementKind,
  description: z.string(),
})

/** Tangga laba of one order. Channel fees stay unknown (null) until a settlement says them. */
export const ProfitLadder = z.object({
  grossSales: Rupiah,
  sellerDiscount: Rupiah,
  sellerVoucher: Rupiah,
  returned: Rupiah,
  /** What the shop earns before the channel's fees. */
  netSales: Rupiah,
  /** Shipping that the buyer of an own sale paid to the shop. */
  shippingPaid: Rupiah,
  channelFees: Rupiah.nullable(),
  /** Fees and everything else that the channel names, beside what was expected of them. */
  lines: z.array(LadderLine),
  releases: z.array(ReleasedOfOrder),
  /** The channel owes nothing more for it. */
  isFinal: z.boolean(),
  /** What the channel will still keep, probably, by dated rates: in none of the rungs; null once it settled, or where nothing is known. */
  expectedFees: Rupiah.nullable(),
  costOfGoods: Rupiah,
  /** Cost of pieces that came back spoilt or were lost. */
  losses: Rupiah,
  /** Claims that were paid. */
  otherIncome: Rupiah,
  /** True while some pieces have no cost or no SKU: the profit below is then not complete. */
  costIncomplete: z.boolean(),
  /** True when the cost is today's average and not yet recorded, because the goods are still here. */
  costIsEstimate: z.boolean(),
  /** True until the order is sold, or will not be any more; from then on every rung is read from the books. */
  isEstimate: z.boolean(),
  profit: Rupiah,
})
export type ProfitLadder = z.infer<typeof ProfitLadder>

/** A parcel of an order, and how far it has come here or at the channel. */
export const ParcelOfOrder = z.object({
  id: Id,
  number: z.number().int(),
  trackingNumber: z.string(),
  /** The order's lines whose goods travel in it. */
  lines: z.array(z.number().int()),
  step: z.enum(['to pack', 'packed', 'handed over', 'shipped', 'set aside']),
  at: Instant.nullable(),
})
export type ParcelOfOrder = z.infer<typeof ParcelOfOrder>

export const SaleFact = z.enum([
  /** Goods that were added or taken off, as they were called then: `2 × Blus Truntum, M`. */
  'goods',
  'pieces',
  'price',
  'soldAt',
  'payment',
  'paidInto',
  'discount',
  'shippingPaid',
  'buyerName',
  'phone',
  'address',
  'city',
  'province',
  'courier',
  'trackingNumber',
  'shipBy',
  'note',
])
export type SaleFact = z.infer<typeof SaleFact>

/** One fact of an own sale before and after it was corrected; amounts and moments as numbers in text. */
export const SaleFactChanged = z.object({
  fact: SaleFact,
  /** The goods a price or a number of pieces belongs to. */
  line: z.number().int().nullable(),
  was: z.string(),
  is: z.string(),
})
export type SaleFactChanged = z.infer<typeof SaleFactChanged>

export const Order = OrderRow.extend({
  parcels: z.array(ParcelOfOrder),
  /** No. Resi that were replaced since. */
  formerWaybills: z.array(z.string()),
  lines: z.array(OrderLine),
  recipient: Recipient,
  money: z.array(MoneyLine),
  buyerPayment: Rupiah,
  paymentMethod: z.string(),
  /** The wallet an own sale was paid into, where it is not the usual one of its kind. */
  paidInto: AccountCode.nullable(),
  shippingService: z.string(),
  /** The channel's own word for where the buyer met the shop; blank where it has one front, or does not say. */
  shopFront: z.string(),
  cancelReason: z.string(),
  buyerNote: z.string(),
  sellerNote: z.string(),
  holdReason: z.string(),
  timeline: z.array(TimelineEvent),
  /** What was corrected of an own sale, oldest first. */
  changes: z.array(SaleFactChanged.extend({ at: Instant, actor: z.string() })),
  ladder: ProfitLadder,
  entries: z.array(
    z.object({ id: z.number().int(), day: z.string(), effect: z.string(), amount: Rupiah, isReversal: z.boolean() }),
  ),
})
export type Order = z.infer<typeof Order>

/** How an own sale is paid; each kind lands on its own cash or receivable account. */
export const PaymentKind = z.enum([
  'cash',
  'transfer',
  'qris',
  'e-wallet',
  'card',
  'paylater',
  'virtual account',
  'cod',
  'credit',
])
export type PaymentKind = z.infer<typeof PaymentKind>

/** Where the money of an own sale lands at once. */
export const PAYMENT_ACCOUNT: Record<PaymentKind, AccountCode> = {
  cash: '1101',
  transfer: '1110',
  'virtual account': '1110',
  'e-wallet': '1120',
  qris: '1140',
  card: '1140',
  paylater: '1140',
  cod: '1141',
  credit: '1210',
}

/** Money that comes after the goods have gone. */
export const paysLater = (payment: PaymentKind): boolean => payment === 'cod' || payment === 'credit'

/** Pesanan Manual: goods, price, payment, buyer. With `shipTo` it goes through packing; without it the goods leave now. */
/** Of one own sale. */
export const MOST_LINES = 200
const MOST_PIECES_OF_LINE = 100_000

export const OwnSaleDraft = z.object({
  id: Id,
  lines: z
    .array(z.object({ variantId: Id, pieces: z.number().int().positive().max(MOST_PIECES_OF_LINE), price: Price }))
    .min(1)
    .max(MOST_LINES)
    .refine(
      (lines) => lines.reduce((sum, { pieces, price }) => sum + pieces * price, 0) <= LARGEST_AMOUNT - LARGEST_PRICE,
      {
        params: { most: LARGEST_AMOUNT - LARGEST_PRICE },
      },
    )
    .refine((lines) => lines.reduce((sum, { pieces }) => sum + pieces, 0) <= MOST_PIECES_IN_ORDER, {
      path: ['pieces'],
      params: { most: MOST_PIECES_IN_ORDER },
    }),
  payment: PaymentKind,
  /** The wallet the money came into; left out, the one its kind of payment goes to. */
  paidInto: AccountCode.nullable().optional(),
  /** Taken off the whole sale. */
  discount: Price.optional(),
  buyerName: PlainText(120),
  soldAt: Instant,
  shipTo: z
    .object({
      phone: PlainText(30),
      address: PlainText(500).pipe(z.string().min(1)),
      city: PlainText(80),
      province: PlainText(80),
      courier: PlainText(60),
      trackingNumber: PlainText(40),
      shippingPaid: Price,
      shipBy: Instant.nullable(),
    })
    .nullable(),
  note: PlainText(500),
  isMeant,
})
export type OwnSaleDraft = z.infer<typeof OwnSaleDraft>

/**
 * What is corrected of an own sale; what is left out stays as it is. A line of no pieces is taken off: these goods were never sold. Goods
 * that were sold and come back are none of it: they come back by Retur.
 */
export const OwnSaleChange = z.object({
  id: Id,
  soldAt: Instant.optional(),
  payment: PaymentKind.optional(),
  paidInto: AccountCode.nullable().optional(),
  prices: z
    .array(z.object({ line: z.number().int(), price: Price }))
    .max(200)
    .optional(),
  pieces: z
    .array(z.object({ line: z.number().int(), pieces: z.number().int().min(0).max(MOST_PIECES_OF_LINE) }))
    .max(200)
    .optional(),
  /** Goods that were sold as well. */
  added: z
    .array(z.object({ variantId: Id, pieces: z.number().int().positive().max(MOST_PIECES_OF_LINE), price: Price }))
    .max(MOST_LINES)
    .optional(),
  discount: Price.optional(),
  shippingPaid: Price.optional(),
  buyerName: PlainText(120).optional(),
  phone: PlainText(30).optional(),
  address: PlainText(500).optional(),
  city: PlainText(80).optional(),
  province: PlainText(80).optional(),
  courier: PlainText(60).optional(),
  trackingNumber: PlainText(40).optional(),
  shipBy: Instant.nullable().optional(),
  note: PlainText(500).optional(),
  isMeant,
})
export type OwnSaleChange = z.infer<typeof OwnSaleChange>

/** Somebody who bought from the shop itself before, as the newest of those sales knew them. */
export const KnownBuyer = z.object({
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  city: z.string(),
  province: z.string(),
  orders: z.number().int(),
  lastAt: Instant.nullable(),
})
export type KnownBuyer = z.infer<typeof KnownBuyer>
