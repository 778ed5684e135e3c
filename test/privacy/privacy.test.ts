import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openedRow, SEALED, type SealedTable, textIn } from '../../src-main/core/database/sealing.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { Recipient } from '../../src-shared/orders/order.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const HOUR = 3_600_000
const RAHAYU: Recipient = {
  username: 'kenari.rahayu',
  name: 'Rahayu Kenariwati',
  phone: '081299887766',
  address: 'Jl. Kenari Nomor 77 RT 03',
  city: 'KOTA DEPOK',
  province: 'JAWA BARAT',
}
const CANARIES = [
  'kenari.rahayu',
  'Rahayu Kenariwati',
  '081299887766',
  '6281299887766',
  'Jl. Kenari Nomor 77',
  'kenariwati',
]

/** What is still known of people once it is opened: texts of every column that is sealed. */
function opened(raw: Database): string[] {
  const tables = (Object.keys(SEALED) as SealedTable[]).filter((table) => SEALED[table].text.length > 0)
  return tables.flatMap((table) => {
    const rows = raw.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]
    return rows.flatMap((row) => SEALED[table].text.map((each) => String(textIn(openedRow(table, row), each) ?? '')))
  })
}
const stillSay = (raw: Database, canaries: readonly string[]) => {
  const texts = opened(raw).join(' ')
  return canaries.filter((each) => texts.includes(each))
}

/** Everything beside and in the shop's file, as bytes. */
const files = (file: string): { name: string; bytes: Buffer }[] =>
  readdirSync(dirname(file), { recursive: true })
    .map((name) => join(dirname(file), String(name)))
    .filter((name) => statSync(name).isFile())
    .map((name) => ({ name, bytes: readFileSync(name) }))
const whereIs = (file: string, canaries: readonly string[]) =>
  files(file).flatMap(({ name, bytes }) =>
    canaries.filter((each) => bytes.includes(each)).map((each) => `${each} in ${name}`),
  )

async function aShopWithRahayu() {
  const shop = await aStockedShop()
  const { client, receive, take, L } = shop
  await receive(L, 20, 90_000)
  const first = anOrder().withLine('KMJ-LUK-L').with({ recipient: RAHAYU, buyerNote: 'titip Rahayu Kenariwati' })
  const second = anOrder().withLine('KMJ-LUK-L', 2).with({ recipient: RAHAYU })
  await take(first.completed(SUNDAY - 50 * HOUR), second.completed(SUNDAY - 40 * HOUR), anOrder().withLine('KMJ-LUK-L'))
  const shopId = (await client.channels.shops.list())[0]!.id
  const file = anOrderFile().withOrder('261104HN3T8WQA', {
    status: 'Selesai',
    items: [{ sku: 'KMJ-LUK-L' }],
    cells: {
      'Username (Pembeli)': RAHAYU.username,
      'Nama Penerima': RAHAYU.name,
      'No. Telepon': RAHAYU.phone,
      'Alamat Pengiriman': RAHAYU.address,
    },
  })
  const { importId } = await client.channels.files.stage({ file: aFile('pesanan.csv', file.csv()) })
  for await (const _ of await client.channels.files.confirm({ importId, shopId }));
  const figures = async () => (await client.ledger.verify()).digest
  return { ...shop, first, second, figures }
}

test('a buyer is found by name, phone or order, once, with all that is known and where else it lies', async () => {
  const { client, first } = await aShopWithRahayu()
  for (const query of ['Rahayu', '081299887766', '+62 812-9988-7766', first.number]) {
    const found = await client.privacy.find({ query })
    expect(found.map(({ phone, name }) => [phone, name])).toEqual([[RAHAYU.phone, RAHAYU.name]])
  }
  const [found] = await client.privacy.find({ query: 'Rahayu' })
  expect(found).toMatchObject({ orders: 3 })
  expect(await client.privacy.show({ orderId: found!.orderId })).toMatchObject({
    names: [RAHAYU.name],
    phones: [RAHAYU.phone],
    orders: [expect.anything(), expect.anything(), expect.anything()],
    files: 1,
  })
})

test('forgotten, nothing of a buyer is left in any file, and the books come to the same', async () => {
  const { client, doors, figures } = await aShopWithRahayu()
  const before = await figures()
  const [{ orderId } = { orderId: newId() }] = await client.privacy.find({ query: 'Rahayu' })
  expect(stillSay(doors.raw, CANARIES)).toEqual(CANARIES.slice(0, 3).concat(CANARIES[4]!))
  expect(await client.privacy.forget({ orderId, why: 'buyer asked' })).toMatchObject({
    orders: 3,
    files: 1,
    copies: [],
  })

  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  expect(whereIs(doors.raw.name, CANARIES)).toEqual([])
  expect(stillSay(doors.raw, [...CANARIES, 'Rahayu'])).toEqual([])
  expect(await client.privacy.find({ query: 'Rahayu' })).toEqual([])
  expect((await client.orders.list({ query: 'Rahayu' })).rows).toEqual([])
  expect(await figures()).toBe(before)
  expect((await client.ledger.verify()).ok).toBe(true)
  await expect(client.privacy.show({ orderId })).rejects.toMatchObject({ code: 'BUYER_NOT_FOUND' })
  const [noted] = (await client.access.trail({})).rows
  expect(noted).toMatchObject({ procedure: 'privacy.forget' })
})

test('what a channel tells again of somebody forgotten is left out, and the order goes on', async () => {
  const { client, doors, first, take } = await aShopWithRahayu()
  const [{ orderId } = { orderId: newId() }] = await client.privacy.find({ query: 'Rahayu' })
  await client.privacy.forget({ orderId, why: 'buyer asked' })
  await take(first.returned(SUNDAY - 10 * HOUR))
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  expect(whereIs(doors.raw.name, CANARIES)).toEqual([])
  expect(stillSay(doors.raw, CANARIES)).toEqual([])
  expect(doors.raw.prepare('SELECT channel_state FROM sales_order WHERE number = ?').pluck().get(first.number)).toBe(
    'returned',
  )
})

test('an order on its way still needs its address', async () => {
  const { client, take } = await aShopWithRahayu()
  const open = anOrder().withLine('KMJ-LUK-L').with({ recipient: RAHAYU })
  await take(open.inTransit())
  const [{ orderId } = { orderId: newId() }] = await client.privacy.find({ query: 'Rahayu' })
  await expect(client.privacy.forget({ orderId, why: 'buyer asked' })).rejects.toMatchObject({
    code: 'BUYER_HAS_OPEN_ORDERS',
    data: { numbers: [open.number] },
  })
})

test('an export says why in the trail', async () => {
  const { client } = await aShopWithRahayu()
  const [{ orderId } = { orderId: newId() }] = await client.privacy.find({ query: 'Rahayu' })
  const { json } = await client.privacy.export({ orderId, why: 'authority asked' })
  expect(JSON.parse(json)).toMatchObject({ phones: [RAHAYU.phone], containsPersonalData: true })
  expect((await client.access.trail({})).rows[0]!.facts).toContainEqual({ name: 'kind', value: 'authority asked' })
})

test('a thousand canaries of two hundred and fifty buyers: after their time none is found in any file', async () => {
  const { client, doors, clock, core, take } = await aShopWithRahayu()
  const people = Array.from({ length: 250 }, (_, at): Recipient => {
    const mark = String(at).padStart(4, '0')
    return {
      username: `kenari-u-${mark}`,
      name: `Kenarinama${mark}`,
      phone: `08127700${mark}`,
      address: `Jl Kenarialamat${mark}`,
      city: 'KOTA DEPOK',
      province: 'JAWA BARAT',
    }
  })
  await take(
    ...people.map((recipient) =>
      anOrder()
        .withLine('KMJ-LUK-L')
        .with({ recipient })
        .completed(SUNDAY - 30 * HOUR),
    ),
  )
  const canaries = people.flatMap(({ username, name, phone, address }) => [username, name, phone, address])
  expect(canaries).toHaveLength(1000)
  expect(await core.privacy.forgetDue()).toBe(0)
  expect(stillSay(doors.raw, canaries)).toEqual(canaries)
  clock.now = SUNDAY + 181 * 24 * HOUR
  await client.settings.confirmClock()
  expect(await core.privacy.forgetDue()).toBeGreaterThanOrEqual(250)
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  expect(whereIs(doors.raw.name, [...canaries, ...CANARIES])).toEqual([])
  expect(stillSay(doors.raw, [...canaries, ...CANARIES])).toEqual([])
  expect(await client.privacy.retention.get()).toMatchObject({ days: 180, lastAt: clock.now })
})

test('kept for ever where the owner wants it so', async () => {
  const { client, clock, core } = await aShopWithRahayu()
  expect(await client.privacy.retention.set({ days: null })).toMatchObject({ days: null })
  clock.now = SUNDAY + 900 * 24 * HOUR
  expect(await core.privacy.forgetDue()).toBe(0)
})

test('an act that told of somebody who is forgotten since is not done twice when it is sent again', async () => {
  const { client, receive, L } = await aStockedShop()
  await receive(L, 5, 90_000)
  const sale = {
    id: newId(),
    lines: [{ variantId: L, pieces: 1, price: 99_000 }],
    payment: 'cash' as const,
    buyerName: 'Rahayu Kenariwati',
    soldAt: SUNDAY,
    shipTo: null,
    note: '',
  }
  const named = { context: { act: newId() } }
  const { id } = await client.orders.recordOwnSale(sale, named)
  await client.privacy.forget({ orderId: id, why: 'buyer asked' })
  await expect(client.orders.recordOwnSale(sale, named)).rejects.toMatchObject({ code: 'ACT_FORGOTTEN' })
  expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
})
