import { expect, test } from 'vitest'
import { troubleOf } from '../../src-renderer/base/refusal-sentence.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

/** SQLite answers SQLITE_FULL when the file may not grow, exactly as when the disk has no room. */
async function aShopOnAFullDisk() {
  const shop = await aStockedShop()
  const { raw } = shop.doors
  const pages = raw.pragma('max_page_count', { simple: true })
  raw.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`)
  return { ...shop, makeRoom: () => raw.pragma(`max_page_count = ${pages}`) }
}
type Shop = Awaited<ReturnType<typeof aShopOnAFullDisk>>

const rows = ({ doors }: Shop, table: string) => doors.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
const manyOrders = Array.from({ length: 400 }, () => anOrder().withLine('KMJ-LUK-L').inTransit())

test('a full disk costs a sentence, never half a transaction, and the same shop goes on once there is room', async () => {
  const shop = await aShopOnAFullDisk()
  const before = rows(shop, 'stock_movement')
  await expect(shop.take(...manyOrders)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  expect(rows(shop, 'sales_order')).toBe(0)
  expect(rows(shop, 'stock_movement')).toBe(before)
  expect((await shop.client.ledger.verify()).ok).toBe(true)

  shop.makeRoom()
  await shop.take(...manyOrders)
  expect(rows(shop, 'sales_order')).toBe(400)
  expect((await shop.client.ledger.verify()).ok).toBe(true)
})

test('the person is told what happened, what is safe and what to do, not a defect with a number', async () => {
  const { client } = await aShopOnAFullDisk()
  const fill = async () => {
    for (let count = 0; count < 200; count++)
      await client.catalog.products.save(aProduct({ variants: [aVariant({ sku: `KAIN-${count}` })] }))
  }
  const problem = await fill().catch((refused) => refused)
  expect(problem).toMatchObject({ code: 'STORAGE_FULL', status: 507 })
  expect(troubleOf(problem, 'id')).toEqual({
    kind: 'refusal',
    code: 'STORAGE_FULL',
    sentence:
      'Penyimpanan laptop penuh. Yang barusan belum disimpan; semua yang tersimpan sebelumnya aman. Kosongkan ruang, lalu coba lagi.',
  })
})
