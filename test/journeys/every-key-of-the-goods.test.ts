import { onTestFinished, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { type AppWindow, aWindow, SUNDAY } from './a-window.ts'
import { pressEveryKey, type State } from './every-key-walk.ts'
import { isForGoods, isOfGoods } from './every-shortcut.ts'
import { EVERY_PAGE } from './pages.ts'

const ROW = ['ArrowDown', 'Enter']
const MARKED = ['ArrowDown', 'Space']

/** Pesanan, Kemas, Produk, Stok, Pembelian and Retur with a panel, a mark or a parcel. */
async function opened({ client, page, scan }: AppWindow): Promise<State[]> {
  const { rows: orders } = await client.orders.list({ tab: 'to_ship', limit: 50 })
  const { rows: gone } = await client.orders.list({ tab: 'in_transit', limit: 1 })
  const { parcels } = await client.fulfilment.queue()
  const waiting = parcels.filter(({ trackingNumber }) => trackingNumber !== '')
  const held = orders.find(({ number }) => waiting.every(({ orderNumber }) => orderNumber !== number))!
  await client.fulfilment.hold({ orderIds: [held.id], reason: 'Tunggu alamat' })
  const [goods] = await client.catalog.variants.search({ query: 'kawung', limit: 1 })
  const own = await client.orders.recordOwnSale({
    id: newId(),
    lines: [{ variantId: goods!.id, pieces: 1, price: goods!.price }],
    payment: 'transfer',
    buyerName: 'Ibu Sari',
    soldAt: SUNDAY,
    note: '',
    shipTo: {
      phone: '081328705516',
      address: 'Jl. Kartini 4',
      city: 'Jepara',
      province: 'Jawa Tengah',
      courier: 'JNE',
      trackingNumber: '',
      shippingPaid: 0,
      shipBy: null,
    },
  })
  const { rows: back } = await client.returns.list({ tab: 'inspected' })
  const found = await Promise.all(back.map(({ orderId }) => client.returns.get({ orderId })))
  const broken = found.find(
    ({ refundable, inspections }) => refundable > 0 && inspections.some(({ condition }) => condition === 'damaged'),
  )!
  const [sku] = (await client.inventory.levels({})).rows
  const [product] = (await client.catalog.products.list({})).rows
  // what a key did to one parcel is not asked of it again
  const openParcel = async () => {
    await scan(waiting.shift()!.trackingNumber)
    await page.getByText('Tahan paket').first().waitFor()
  }
  return [
    { at: '/pesanan', first: ROW },
    { at: '/pesanan', first: MARKED },
    { at: `/pesanan?id=${own.id}`, first: [] },
    { at: `/pesanan?id=${held.id}`, first: [] },
    { at: `/pesanan?tab=in_transit&id=${gone[0]!.id}`, first: [] },
    { at: `/pesanan?query=${held.number}`, first: MARKED },
    { at: '/kemas', first: openParcel },
    { at: '/kemas/serah', first: ['1'] },
    { at: `/label?orders=${orders[0]!.id}`, first: [] },
    { at: `/stiker?products=${product!.id}`, first: [] },
    { at: `/produk?id=${product!.id}`, first: [] },
    { at: '/produk', first: MARKED },
    { at: '/stok', first: ['ArrowDown'] },
    { at: `/stok/kartu?sku=${sku!.sku}`, first: [] },
    { at: '/stok/riwayat', first: ROW },
    { at: '/pembelian', first: ROW },
    { at: `/pesanan?tab=returns&id=${broken.orderId}`, first: [] },
    { at: '/retur', first: ROW },
    { at: `/retur?tab=inspected&id=${broken.orderId}`, first: [] },
    { at: '/retur', first: [...ROW, 'l'] },
  ]
}

test('every key of orders, desk, goods and returns stands in the F1 list of its page and does something there', async () => {
  const shop = await aWindow({ sample: true })
  onTestFinished(() => shop.close())
  await pressEveryKey(shop, {
    mine: isForGoods,
    pages: EVERY_PAGE.filter((at) => isOfGoods(at) && !at.includes('new=own')),
    opened: await opened(shop),
    elsewhere: {
      'fulfilmentShortcuts.heldParcel': 'pack.test.ts',
      'fulfilmentShortcuts.stop': 'pack.test.ts',
      'fulfilmentShortcuts.openElsewhere': 'pack.test.ts',
      'fulfilmentShortcuts.handover': 'pack.test.ts',
    },
  })
}, 480_000)
