import type { Core } from '../../src-main/core/core.ts'
import type { Doors } from '../../src-main/core/database/open.ts'
import type { ProductDraft, VariantDraft } from '../../src-shared/catalog/catalog.ts'
import type { GoodsName } from '../../src-shared/catalog/goods-name.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { OrderSnapshot, SnapshotLine } from '../../src-shared/orders/order.ts'
import { SUNDAY } from './a-core.ts'

export const aVariant = (facts: Partial<VariantDraft> = {}): VariantDraft => ({
  id: newId(),
  sku: 'KMJ-LUK-L',
  barcode: null,
  motif: '',
  colour: '',
  size: '',
  unit: 'pcs',
  shelf: '',
  price: 175_000,
  weightGrams: 250,
  reorderPoint: 0,
  safetyStock: 0,
  ownPhotoId: null,
  components: [],
  ...facts,
})

export const aProduct = (facts: Partial<ProductDraft> = {}): ProductDraft => ({
  id: newId(),
  name: 'Kemeja Lung Ukir',
  category: 'Kemeja',
  description: '',
  photoId: null,
  variants: [aVariant()],
  ...facts,
})

/** The shirt every shop has: two colours in three sizes, `KMJ-BIR-M` and so on. */
export const aShirt = (facts: Partial<ProductDraft> = {}): ProductDraft =>
  aProduct({
    variants: ['Biru', 'Merah'].flatMap((colour) =>
      ['M', 'L', 'XL'].map((size) =>
        aVariant({ sku: `KMJ-${colour.slice(0, 3).toUpperCase()}-${size}`, colour, size, shelf: 'A1' }),
      ),
    ),
    ...facts,
  })

/** Goods on a shelf, as a receipt would leave them. */
export function shelve(doors: Doors, variantId: string, pieces: number, value: number): void {
  doors.raw
    .prepare(
      `INSERT INTO stock_movement (variant_id, day, at, kind, document_kind, document_id, effect, generation, basis, pieces, costed, cost)
       VALUES (?, '2026-11-20', 0, 'receipt', 'purchase', ?, 'receipt/1', 1, 'stated', ?, ?, ?)`,
    )
    .run(variantId, newId(), pieces, pieces, value)
  doors.raw
    .prepare(
      `INSERT OR REPLACE INTO moving_average
       SELECT variant_id, costed, value, '2026-11-20', 1, '', 0, '', 0, NULL, costed, 1 + value / costed FROM stock_level WHERE variant_id = ?`,
    )
    .run(variantId)
}

/** Pieces promised to buyers. */
export function reserve(doors: Doors, variantId: string, pieces: number): void {
  doors.raw.prepare(`INSERT INTO reservation VALUES ('order', ?, 'reserve/1', ?, ?)`).run(newId(), variantId, pieces)
}

export function aShop(doors: Doors, channel: 'shopee' | 'tiktok' = 'shopee', name = 'Batik Ratna'): string {
  const id = newId()
  doors.raw.prepare('INSERT INTO shop (id, channel, name, created_at) VALUES (?, ?, ?, 0)').run(id, channel, name)
  return id
}

export interface Sold extends Partial<SnapshotLine> {
  productName: string
}

/** A paid order of these lines, as a channel's file tells it. */
function anOrderOf(number: string, lines: Sold[], facts: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return {
    channel: 'shopee',
    number,
    state: 'to_arrange',
    rawStatus: 'Perlu Dikirim',
    atLeast: SUNDAY,
    atMost: SUNDAY,
    placedAt: SUNDAY - 3_600_000,
    paidAt: SUNDAY - 3_600_000,
    arrangedAt: null,
    shippedAt: null,
    deliveredAt: null,
    completedAt: null,
    cancelledAt: null,
    shipBy: null,
    cancelReason: '',
    paymentMethod: 'ShopeePay',
    isCod: false,
    shippingService: 'Reguler (Cashless)',
    courier: 'SPX Standard',
    trackingNumber: '',
    isPickup: null,
    buyerNote: '',
    sellerNote: '',
    recipient: { username: '', name: '', phone: '', address: '', city: '', province: '' },
    money: [],
    buyerPayment: 175_000,
    lines: lines.map((line) => ({
      variationName: '',
      sku: '',
      parentSku: '',
      listPrice: 175_000,
      price: 175_000,
      pieces: 1,
      returnedPieces: 0,
      sellerDiscount: 0,
      channelDiscount: 0,
      weightGrams: null,
      ...line,
    })),
    ...facts,
  }
}

/** Takes an order in, so that its listings are known. */
export const sell = (core: Core, shopId: string, number: string, lines: Sold[], facts: Partial<OrderSnapshot> = {}) =>
  core.takeIn(shopId, [anOrderOf(number, lines, facts)], 'pesanan.xlsx')

/** The parts of a name that has no options. */
export const aName = (product: string, options: Partial<GoodsName> = {}): GoodsName => ({
  product,
  motif: '',
  colour: '',
  size: '',
  ...options,
})
