import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'
import { Rupiah } from '../kernel/rupiah.ts'

/**
 * Where an order was sold. `other` is any marketplace without readers of its own (Lazada, Blibli): the shop's name says which, and
 * its files are read by mappings. A channel with readers adds its name here and folders in `core/channels/files`.
 */
export const Channel = z.enum(['shopee', 'tiktok', 'other', 'own'])
export type Channel = z.infer<typeof Channel>
/** A channel that sells for the shop and keeps its money for a while. */
export type Marketplace = Exclude<Channel, 'own'>

/** As the channel numbers it: up to 40 visible characters, always text. */
export const OrderNumber = z.string().min(1).max(40)

/**
 * One canonical life for all channels. What a channel says maps onto the states marked `channel`;
 * the laptop's own acts (label printed, packed, handed over) are kept beside it and the furthest along is shown.
 */
export const ChannelState = z.enum([
  'unpaid',
  'on_hold',
  'to_arrange',
  'arranged',
  'partly_shipped',
  'in_transit',
  'delivered',
  'completed',
  'cancel_requested',
  'cancelled',
  'delivery_failed',
  'return_open',
  'returned',
  'unknown',
])
export type ChannelState = z.infer<typeof ChannelState>

export const OrderState = z.enum([...ChannelState.options, 'printed', 'packed', 'handed_over'])
export type OrderState = z.infer<typeof OrderState>

/**
 * What an amount means for the books. The channel's own name for it stands beside it and is what people see.
 * Seller-funded kinds cut revenue; channel-funded kinds are paid to the seller and leave revenue whole.
 */
export const MoneyKind = z.enum([
  'seller discount',
  'seller voucher',
  'seller coins',
  'channel discount',
  'channel voucher',
  'channel coins',
  'payment promotion',
  'shipping paid by buyer',
  'shipping subsidy',
  'shipping estimate',
  'return shipping',
  'other',
])
export type MoneyKind = z.infer<typeof MoneyKind>

/** `amount` is positive whichever way its kind goes; a negative one takes back part of another of its kind. */
export const MoneyLine = z.object({ name: z.string(), kind: MoneyKind, amount: Rupiah })
export type MoneyLine = z.infer<typeof MoneyLine>

/** One item line as the channel prints it. Discounts are per line (already times pieces), never per piece. */
export const SnapshotLine = z.object({
  /** The channel's own ids of the goods and of this line; files carry none. */
  itemId: z.string().optional(),
  modelId: z.string().optional(),
  lineId: z.string().optional(),
  productName: z.string(),
  variationName: z.string(),
  /** The seller's own code as typed at the channel; often blank. */
  sku: z.string(),
  parentSku: z.string(),
  /** Price per piece before and after discounts. */
  listPrice: Rupiah,
  price: Rupiah,
  pieces: z.number().int().positive(),
  returnedPieces: z.number().int().nonnegative(),
  sellerDiscount: Rupiah,
  channelDiscount: Rupiah,
  /** Per piece, when the channel tells. */
  weightGrams: z.number().int().nonnegative().nullable(),
  /** No. Resi of the parcel this item travels in, when the channel splits the order; left out, that of the order. */
  waybill: z.string().optional(),
  /** True when the channel says of a partly shipped order that this item has left. */
  isShipped: z.boolean().optional(),
})
export type SnapshotLine = z.infer<typeof SnapshotLine>

/**
 * What the goods of a line come to after discounts. The price of a piece says it only nearly where a channel gives its discount
 * for the whole line and the pieces do not divide it.
 */
export const valueOfLine = ({
  listPrice,
  pieces,
  sellerDiscount,
  channelDiscount,
}: Pick<SnapshotLine, 'listPrice' | 'pieces' | 'sellerDiscount' | 'channelDiscount'>): Rupiah =>
  listPrice * pieces - sellerDiscount - channelDiscount

export const Recipient = z.object({
  username: z.string(),
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  city: z.string(),
  province: z.string(),
})
export type Recipient = z.infer<typeof Recipient>

/** In what a statement may lose against a newer one; that much of it is set aside, and people are told. */
export const LostFact = z.enum(['state', 'goods', 'money', 'times', 'shipping', 'notes'])
export type LostFact = z.infer<typeof LostFact>

/** All a channel says about one order at one moment. What it does not know is null or blank. */
export const OrderSnapshot = z.object({
  channel: Channel,
  number: OrderNumber,
  state: ChannelState,
  /** The channel's own word, kept and shown even when we do not know it. */
  rawStatus: z.string(),
  /** False where the source has no word for a delivery that failed: "on its way" then says nothing against one. */
  tellsOfFailure: z.boolean().optional(),
  /** The same of a return that a buyer asks for. */
  tellsOfReturns: z.boolean().optional(),
  /**
   * When this was so, as an interval. At least: the newest moment the source tells of. At most: when the source was made
   * (a file's own modification time, the moment of an API's answer); null when unknown, then it is when it is taken in. Before
   * `atLeast` when the source carries a wrong date.
   */
  atLeast: Instant,
  atMost: Instant.nullable(),
  placedAt: Instant.nullable(),
  paidAt: Instant.nullable(),
  arrangedAt: Instant.nullable(),
  shippedAt: Instant.nullable(),
  /** Shows that the goods left, and about when, where the channel prints no moment of shipping. */
  presumedShippedAt: Instant.nullable().optional(),
  deliveredAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  cancelledAt: Instant.nullable(),
  shipBy: Instant.nullable(),
  cancelReason: z.string(),
  paymentMethod: z.string(),
  isCod: z.boolean(),
  /** Where buyers of one channel met the shop, in its own word: `Tokopedia` or `TikTok`. Left out by channels with one front. */
  shopFront: z.string().optional(),
  /** `Reguler (Cashless)` and `SPX Standard`: service first, courier second; either may be blank. */
  shippingService: z.string(),
  courier: z.string(),
  trackingNumber: z.string(),
  isPickup: z.boolean().nullable(),
  buyerNote: z.string(),
  sellerNote: z.string(),
  recipient: Recipient,
  lines: z.array(SnapshotLine).min(1),
  /**
   * Order-level amounts, each once per order, under the channel's own name. Zero where the channel states that there is
   * nothing of a kind; a kind the source does not know is left out.
   */
  money: z.array(MoneyLine),
  /** What the buyer paid in all, once per order; zero when the source does not tell. */
  buyerPayment: Rupiah,
})
export type OrderSnapshot = z.infer<typeof OrderSnapshot>
