import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { Price } from '../kernel/rupiah.ts'

const Pieces = z.number().int().min(0).max(1_000_000)

/** Shares are of ten thousand. */
export const WHOLE = 10_000

/** How much of what may be sold a shop shows. */
export const StockRule = z.object({
  /** Whether its number is told to the channel at all. */
  isTold: z.boolean(),
  share: z
    .number()
    .int()
    .min(0)
    .max(WHOLE)
    .meta({ examples: [5_000] }),
  /** Never more than so many; null: no bound. */
  atMost: Pieces.nullable(),
  /** Pieces that are never shown. */
  keptBack: Pieces,
  /** Down to so many left, this shop shows none: the last pieces belong to the others. */
  lastPieces: Pieces,
})
export type StockRule = z.infer<typeof StockRule>

export const EVERYTHING: StockRule = { isTold: true, share: WHOLE, atMost: null, keptBack: 0, lastPieces: 0 }

/** What there is of a SKU, in pieces; of a bundle in whole bundles that its parts make. */
export const StockTerms = z.object({
  isBundle: z.boolean(),
  onHand: z.number().int(),
  /** Promised to orders that are to be sent. */
  reserved: z.number().int(),
  /** In orders of channels that wait for payment: the channel took them off its own number already. */
  unpaid: z.number().int(),
  safetyStock: z.number().int(),
  /** Held for a live session: of other shops, and of this one. */
  lockedElsewhere: z.number().int(),
  lockedHere: z.number().int(),
})
export type StockTerms = z.infer<typeof StockTerms>

/** How a listing's number comes about, step by step. */
export const DesiredStock = z.object({
  /** What the channel shall show. */
  pieces: z.number().int(),
  /** Everything that may be sold by anybody. */
  sellable: z.number().int(),
  /** Less what is kept back; nothing when these are the last pieces. */
  offered: z.number().int(),
  isLast: z.boolean(),
  /** The shop's share of that. */
  shared: z.number().int(),
  /** Held for this shop's own live session, on top. */
  locked: z.number().int(),
})
export type DesiredStock = z.infer<typeof DesiredStock>

export const RuleScope = z.enum(['none', 'shop', 'product', 'listing'])
export type RuleScope = z.infer<typeof RuleScope>

/** What a rule is about. */
export const RuleSubject = z.discriminatedUnion('is', [
  z.object({ is: z.literal('shop') }),
  z.object({ is: z.literal('product'), productId: Id }),
  z.object({ is: z.literal('listing'), listingId: Id }),
])
export type RuleSubject = z.infer<typeof RuleSubject>

export const ListingStockState = z.enum([
  'same',
  'waits',
  'under way',
  'refused',
  'not told',
  'locked',
  'not on sale',
  'not seen',
])
export type ListingStockState = z.infer<typeof ListingStockState>

/** A listing of ours at its channel: what stands there, what shall stand there, and why. */
export const ListingStock = z.object({
  listingId: Id,
  variantId: Id,
  productId: Id,
  sku: z.string(),
  goodsName: GoodsName,
  /** Null where the channel never told. */
  there: z.number().int().nullable(),
  thereAt: Instant.nullable(),
  terms: StockTerms,
  rule: StockRule,
  ruleOf: RuleScope,
  desired: DesiredStock,
  state: ListingStockState,
  /** Why it is refused or cannot change now, in the channel's own words; blank else. */
  reason: z.string(),
  /** Pieces held for this shop's live session, while one goes on. */
  liveLock: z.object({ id: Id, pieces: z.number().int(), left: z.number().int() }).nullable(),
  price: Price,
  priceThere: Price.nullable(),
})
export type ListingStock = z.infer<typeof ListingStock>

/** A shop whose stock goes out, or might. */
export const StockOutShop = z.object({
  shopId: Id,
  shopName: z.string(),
  channel: z.enum(['shopee', 'tiktok']),
  /**
   * `off`: nothing is told. `restored`: the shop was restored since, so nothing is told until somebody has looked at the differences.
   * `on`: what differs is told by itself.
   */
  state: z.enum(['off', 'restored', 'on']),
  /** When all of the channel's stock was read last; null before, and after a restore until it was read anew. */
  comparedAt: Instant.nullable(),
  /** Orders were fetched since the shop was connected or restored: before, differences mean nothing. */
  isReady: z.boolean(),
  listings: z.number().int(),
  differing: z.number().int(),
  refused: z.number().int(),
  notTold: z.number().int(),
  /** The channel's goods that are no SKU of ours yet. */
  unmapped: z.number().int(),
})
export type StockOutShop = z.infer<typeof StockOutShop>

/** Whether a SKU's number at a shop is as it shall be; `unknown` where nothing is told, or nobody asked yet. */
export const MarkState = z.enum(['fine', 'waits', 'trouble', 'unknown'])
export type MarkState = z.infer<typeof MarkState>

const AtShop = z.object({
  shopId: Id,
  shopName: z.string(),
  channel: z.enum(['shopee', 'tiktok', 'other', 'own']),
})

/** A shop that lists a SKU. */
export const ChannelMark = AtShop.extend({ productId: Id, variantId: Id, state: MarkState })
export type ChannelMark = z.infer<typeof ChannelMark>

/** One listing of a SKU: where, and how its number stands there; `stock` is null of a shop that is not connected. */
export const ListingAtShop = AtShop.extend({
  listingId: Id,
  /** The channel's own numbers of the goods and of the option. */
  itemId: z.string(),
  modelId: z.string(),
  isTold: z.boolean(),
  stock: ListingStock.nullable(),
})
export type ListingAtShop = z.infer<typeof ListingAtShop>

/** What a rule would have meant for the shop's own orders. */
export const RuleRehearsal = z.object({
  days: z.number().int(),
  orders: z.number().int(),
  /** How long a channel is assumed not to know of a sale elsewhere. */
  unawareMs: z.number().int(),
  byRulesNow: z.object({ oversold: z.number().int(), turnedAway: z.number().int() }),
  byThisRule: z.object({ oversold: z.number().int(), turnedAway: z.number().int() }),
})
export type RuleRehearsal = z.infer<typeof RuleRehearsal>
