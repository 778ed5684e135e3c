import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportEverything, importEverything } from '../../src-main/core/backup/everything.ts'
import { verifyApart } from '../../src-main/core/verifying/verify-apart.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { EVERYDAY } from '../../src-shared/ledger/account-name.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aFolder } from '../builders/a-folder.ts'
import { everyAct } from '../builders/every-act.ts'

/** A shop in which nearly everything was done, and what was written of it. */
async function anExportedShop() {
  const shop = await everyAct()
  for (const asked of Object.values(shop.acts).slice(0, 40)) await asked()
  const folder = join(aFolder(), 'semua')
  const listed = await exportEverything(shop.doors.raw.name, folder)
  return { ...shop, folder, listed }
}

test('everything, written in the open and read into an empty place, is the same shop to the row and to the rupiah', async () => {
  const { client, folder, listed } = await anExportedShop()
  const before = await client.ledger.verify()
  const file = join(aFolder(), 'lumbung.sqlite')
  await importEverything(folder, file, SUNDAY)
  // also before it is opened and has a key
  const asItCame = await verifyApart({ file, copy: null, at: SUNDAY, naming: EVERYDAY })
  expect(asItCame.findings.filter(({ ok }) => !ok)).toEqual([])
  const again = await aCore({ file, setUp: false })
  const after = await again.client.ledger.verify()
  expect(after.findings.filter(({ ok }) => !ok)).toEqual([])
  expect(after.digest).toBe(before.digest)

  const third = join(aFolder(), 'semua')
  expect((await exportEverything(file, third)).tables).toEqual({
    ...listed.tables,
    // what the verifier found is remembered
    setting: expect.any(Number),
    // the old key is gone and it has one of its own, which the trail knows
    trail: listed.tables.trail! + 2,
  })
  for (const table of ['entry', 'posting', 'stock_movement', 'sales_order', 'order_recipient', 'photo'])
    expect(readFileSync(join(third, `${table}.jsonl`), 'utf8')).toBe(
      readFileSync(join(folder, `${table}.jsonl`), 'utf8'),
    )
  const trails = [folder, third].map((each) => readFileSync(join(each, 'trail.jsonl'), 'utf8'))
  expect(trails[1]!.startsWith(trails[0]!)).toBe(true)
  const [order] = (await client.orders.list({ limit: 1 })).rows
  expect((await again.client.orders.list({ query: order!.number })).rows.map(({ number }) => number)).toContain(
    order!.number,
  )
})

const AUGUST = join(import.meta.dirname, '../../../shared/samples/shopee/orders-2026-08-50col-tipe-pesanan.xlsx')

test.skipIf(!existsSync(AUGUST))(
  'a real month of orders (a sample that lies beside the project) comes through as it was',
  async () => {
    const { client, doors } = await aCore({ setUp: { startDay: '2026-08-01' } })
    const shopId = newId()
    await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Toko Agustus' })
    const { importId } = await client.channels.files.stage({ file: aFile('Order.all.xlsx', readFileSync(AUGUST)) })
    for await (const _ of await client.channels.files.confirm({ importId, shopId }));
    const { rows } = await client.catalog.listings.list({ limit: 500 })
    await client.catalog.listings.createProducts({ listingIds: rows.map(({ id }) => id) })
    const levels = await client.inventory.levels({})
    await client.inventory.opening.save({
      isMeant: true,
      lines: levels.rows.map(({ variantId }) => ({ variantId, pieces: 20, unitCost: 30_000 })),
    })
    const before = await client.ledger.verify()
    const folder = join(aFolder(), 'semua')
    const { tables } = await exportEverything(doors.raw.name, folder)
    expect(tables).toMatchObject({ sales_order: 135 })
    expect(tables.entry).toBeGreaterThan(135)
    const file = join(aFolder(), 'lumbung.sqlite')
    await importEverything(folder, file, SUNDAY)
    const after = await (await aCore({ file, setUp: false })).client.ledger.verify()
    expect(after.findings.filter(({ ok }) => !ok)).toEqual([])
    expect(after.digest).toBe(before.digest)
  },
)

test('a row too few, a row of somebody else or a folder that was cut off makes no shop', async () => {
  const { folder } = await anExportedShop()
  const file = join(aFolder(), 'lumbung.sqlite')
  const postings = join(folder, 'posting.jsonl')
  const whole = readFileSync(postings, 'utf8')
  writeFileSync(postings, whole.split('\n').slice(1).join('\n'))
  await expect(importEverything(folder, file, SUNDAY)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
  writeFileSync(postings, whole.replace('"amount"', '"gift"'))
  await expect(importEverything(folder, file, SUNDAY)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
  writeFileSync(postings, whole)
  await expect(importEverything(aFolder(), file, SUNDAY)).rejects.toMatchObject({ code: 'BACKUP_NOT_FOUND' })
  expect(existsSync(file)).toBe(false)
})
