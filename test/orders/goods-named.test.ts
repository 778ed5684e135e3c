import { expect, test } from 'vitest'
import { aCore } from '../builders/a-core.ts'
import { aName, aProduct, aShop, aVariant, sell } from '../builders/a-product.ts'

const TITLE = 'Kemeja Tactical Pria Lengan Pendek M-TAC RIPSTOP Baju Kerja Lapangan'

test('an order is listed by our own name once its goods have an SKU, with what the channel calls them beside it', async () => {
  const { core, doors, client } = await aCore()
  const shopId = aShop(doors)
  await sell(core, shopId, '2611220001', [{ productName: TITLE, variationName: 'Abu Tua,M', sku: 'M-TAC' }])
  const listed = async () => (await client.orders.list({})).rows[0]!

  expect(await listed()).toMatchObject({
    goods: `${TITLE}, Abu Tua, M`,
    goodsName: { product: TITLE, motif: '', colour: 'Abu Tua', size: 'M' },
    channelGoods: `${TITLE}, Abu Tua,M`,
  })

  const variant = aVariant({ sku: 'TAC-ABT-M', motif: 'Polos', colour: 'Abu Tua', size: 'M' })
  await client.catalog.products.save(aProduct({ name: 'Kemeja Taktis', variants: [variant] }))
  const [listing] = (await client.catalog.listings.list({ show: 'unmapped' })).rows
  await client.catalog.listings.map({ mappings: [{ listingId: listing!.id, variantId: variant.id }] })

  const order = await listed()
  expect(order).toMatchObject({
    goods: 'Kemeja Taktis, Polos, Abu Tua, M',
    goodsName: aName('Kemeja Taktis', { motif: 'Polos', colour: 'Abu Tua', size: 'M' }),
    channelGoods: `${TITLE}, Abu Tua,M`,
  })
  const { lines } = await client.orders.get({ id: order.id })
  expect(lines[0]).toMatchObject({ goodsName: order.goodsName, productName: TITLE })
})
