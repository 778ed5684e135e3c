import type { CoreNeeds } from '../../src-main/core/core-needs.ts'
import { aCore } from './a-core.ts'
import { aProduct, aShop, aVariant } from './a-product.ts'
import type { OrderTold } from './an-order.ts'
import { balanceOf, levelOf, openingStock, trialBalance } from './books.ts'

/** SKUs of Batik Ratna with what one piece cost. The set is one shirt and one blouse. */
export const GOODS = {
  'KMJ-LUK-L': { product: 'Kemeja Lung Ukir', size: 'L', shelf: 'B-04', barcode: '8991234500018', cost: 61_500 },
  'KMJ-LUK-M': { product: 'Kemeja Lung Ukir', size: 'M', shelf: 'B-04', barcode: null, cost: 61_500 },
  'KMJ-KWA-M': { product: 'Kemeja Kawung Alit', size: 'M', shelf: 'B-11', barcode: '8991234500025', cost: 58_000 },
  'KMJ-KWA-L': { product: 'Kemeja Kawung Alit', size: 'L', shelf: 'B-11', barcode: null, cost: 58_000 },
  'BLS-TRT-M': { product: 'Blus Truntum', size: 'M', shelf: 'C-03', barcode: '8991234500032', cost: 41_000 },
} as const
export type Sku = keyof typeof GOODS

/**
 * Five SKUs with twenty pieces each and a bundle, one Shopee shop, and a packer at work. Everything goes through the same
 * doors as in the app.
 */
export async function aPackingDesk({ pieces = 20, connectors = {} as NonNullable<CoreNeeds['connectors']> } = {}) {
  const shop = await aCore({ connectors })
  const { core, client, doors } = shop
  const ids = {} as Record<Sku | 'SET-LUK-TRT', string>
  for (const [product, skus] of Map.groupBy(Object.entries(GOODS), ([, { product }]) => product)) {
    const variants = skus.map(([sku, { size, shelf, barcode }]) => aVariant({ sku, size, shelf, barcode }))
    await client.catalog.products.save(aProduct({ name: product, category: product.split(' ')[0]!, variants }))
    for (const { sku, id } of variants) ids[sku as Sku] = id
  }
  const set = aVariant({
    sku: 'SET-LUK-TRT',
    components: [
      { variantId: ids['KMJ-LUK-L'], pieces: 1 },
      { variantId: ids['BLS-TRT-M'], pieces: 1 },
    ],
  })
  await client.catalog.products.save(aProduct({ name: 'Set Sarimbit', variants: [set] }))
  ids['SET-LUK-TRT'] = set.id
  const shopId = aShop(doors)
  if (pieces > 0)
    for (const [sku, { cost }] of Object.entries(GOODS)) await openingStock(doors, ids[sku as Sku], pieces, cost)

  const idOf = async (number: string) => (await client.orders.byCode({ code: number }))!.id
  return {
    ...shop,
    ids,
    shopId,
    /** A file with these orders arrives. */
    takeIn: (...orders: OrderTold[]) =>
      core.takeIn(
        shopId,
        orders.map((order) => order.snapshot()),
        'pesanan.xlsx',
      ),
    idOf,
    scan: (code: string, orderId: string | null = null) => client.fulfilment.scan({ code, parcelId: orderId }),
    /** Scans the parcel and every piece that must lie in it, and closes it. */
    async pack({ number }: { number: string }) {
      const { parcel } = await client.fulfilment.scan({ code: number, parcelId: null })
      for (const { key, pieces, scanned } of parcel!.items)
        for (let piece = scanned; piece < pieces; piece++)
          await client.fulfilment.confirmPiece({ parcelId: parcel!.parcelId, key })
      return client.fulfilment.pack({ parcelId: parcel!.parcelId })
    },
    level: (sku: Sku) => levelOf(doors, ids[sku]),
    balance: (account: string) => balanceOf(doors, account),
    trialBalance: () => trialBalance(doors),
  }
}
