import {
  firstParcel,
  type LocalActs,
  NO_ACTS,
  NO_RETURNS,
  type OrderDocument,
  type OrderDocumentLine,
} from '../../src-main/core/orders/order-document.ts'
import type { ShopCalendar } from '../../src-main/core/orders/order-facts.ts'
import type { GoodsByLine } from '../../src-main/core/orders/order-goods.ts'
import { backSinceStated, statedOnce } from '../../src-main/core/orders/state-order.ts'
import { NOT_SETTLED } from '../../src-main/core/settlements/release.ts'
import { SUNDAY } from './a-core.ts'

const HOUR = 3_600_000

const pick = (facts: object, isWanted: (key: string) => boolean): object =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => isWanted(key)))

/** The books began on 1 November 2026, in WIB. */
export const CALENDAR: ShopCalendar = { zone: 'WIB', startDay: '2026-11-01' }

export const aLine = (facts: Partial<OrderDocumentLine> = {}): OrderDocumentLine => ({
  line: 1,
  listingId: 'KMJ-LUK-L',
  variantId: null,
  pieces: 1,
  returnedPieces: 0,
  askedPieces: 0,
  listPrice: 125_000,
  price: 125_000,
  sellerDiscount: 0,
  channelDiscount: 0,
  weightGrams: null,
  lineId: '',
  waybill: '',
  isShipped: false,
  ...facts,
})

/** A stored Shopee order of one shirt, paid yesterday and arranged for the courier; what was done with its one parcel too. */
export const anOrderDocument = ({
  channelState = 'arranged',
  at = SUNDAY - HOUR,
  ...facts
}: Partial<OrderDocument & LocalActs> & { at?: number } = {}): OrderDocument => ({
  comesBackAt: null,
  statedBackAt: backSinceStated(statedOnce(channelState, { atLeast: at, atMost: at }).states),
  returns: NO_RETURNS,
  settlements: NOT_SETTLED,
  withdrawnAt: null,
  id: 'A',
  shopId: 'S',
  channel: 'shopee',
  number: '261121LUMB0001',
  sellerNote: '',
  shopFront: '',
  ownNote: null,
  paidInto: null,
  sentInstead: [],
  recipient: { username: 'siti', name: 'S***i', phone: '', address: 'Jl. K*** 12', city: 'SLEMAN', province: 'DIY' },
  channelState,
  rawStatus: 'Perlu Dikirim',
  statements: statedOnce(channelState, { atLeast: at, atMost: at }, { rawStatus: 'Perlu Dikirim' }),
  placedAt: SUNDAY - 24 * HOUR,
  paidAt: SUNDAY - 24 * HOUR,
  arrangedAt: null,
  shippedAt: null,
  statedShippedAt: facts.shippedAt ?? null,
  presumedShippedAt: null,
  deliveredAt: null,
  completedAt: null,
  statedCompletedAt: facts.completedAt ?? null,
  cancelledAt: null,
  shipBy: null,
  cancelReason: '',
  paymentMethod: 'ShopeePay',
  isCod: false,
  shippingService: 'Reguler',
  courier: 'SPX Standard',
  trackingNumber: 'SPXID061734829150',
  isPickup: true,
  buyerNote: '',
  buyerPayment: 125_000,
  money: [],
  lines: [aLine()],
  parcels: [{ ...firstParcel('A', 'SPXID061734829150'), ...pick(facts, (key) => key in NO_ACTS) }],
  ...pick(facts, (key) => !(key in NO_ACTS)),
})

/** Every listing is the SKU of the same name, one piece of itself. */
export const goodsOf = (order: OrderDocument): GoodsByLine =>
  new Map(order.lines.map((line) => [line.line, [{ variantId: line.variantId ?? line.listingId!, pieces: 1 }]]))
