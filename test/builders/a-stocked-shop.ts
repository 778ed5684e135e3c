import type { SetUp } from '../../src-shared/settings/settings.ts'
import { aCore } from './a-core.ts'
import { aProduct, aShop, aVariant } from './a-product.ts'
import { aPurchase } from './a-purchase.ts'
import type { OrderTold } from './an-order.ts'

/** A shop whose one product, Kemeja Lung Ukir, comes in L, M and S, and a way to fill its shelves and sell from them. */
export async function aStockedShop(setUp: Partial<SetUp> = {}) {
  const { client, doors, clock, core } = await aCore({ setUp })
  const product = aProduct({
    variants: ['L', 'M', 'S'].map((size, index) => aVariant({ sku: `KMJ-LUK-${size}`, size, shelf: `A${index + 1}` })),
  })
  await client.catalog.products.save(product)
  const [L, M, S] = product.variants.map(({ id }) => id) as [string, string, string]
  const shopee = aShop(doors)
  return {
    client,
    doors,
    clock,
    core,
    product,
    L,
    M,
    S,
    receive: (variantId: string, pieces: number, price: number, day = '2026-11-02') =>
      client.purchasing.receive(aPurchase([{ variantId, pieces, price }], { day })),
    /** Takes orders in from Shopee; their listings are mapped to our SKUs of the same code. */
    take: async (...orders: OrderTold[]) => {
      await core.takeIn(
        shopee,
        orders.map((order) => order.snapshot()),
        'pesanan.xlsx',
      )
      await client.catalog.listings.mapCertain()
    },
  }
}
