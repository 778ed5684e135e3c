import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct } from '../builders/a-product.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const SARI = { id: 'sari', name: 'Sari' }

/** The chart comes with the shop; people add to it. */
const WRITTEN_BY_PEOPLE: Partial<Record<string, string>> = {
  account: 'is_own = 1',
  trail: "procedure NOT IN ('', 'settings.setUp')",
}

const WRITTEN = [
  'account',
  'cash_record',
  'entry',
  'import_run',
  'opening_balance',
  'opening_stock',
  'order_event',
  'period_lock',
  'purchase',
  'stock_adjustment',
]

type Client = Awaited<ReturnType<typeof aCore>>['client']

/** One of everything that can be recorded, in the order a shop would. */
async function aDayOfEverything(client: Client) {
  const product = aProduct()
  const variantId = product.variants[0]!.id
  await client.catalog.products.save(product)
  await client.ledger.opening.save({ lines: [{ account: '1101', amount: 500_000 }] })
  await client.inventory.opening.save({ lines: [{ variantId, pieces: 5, unitCost: 60_000 }] })
  await client.purchasing.receive(aPurchase([{ variantId, pieces: 10, price: 61_000 }]))
  await client.inventory.count({ id: newId(), day: '2026-11-22', note: '', lines: [{ variantId, counted: 14 }] })
  await client.cash.categories.save({ code: null, kind: 'spending', name: 'Sewa lapak' })
  const drawing = aCashRecord({ what: 'take home', wallet: '1101', householdWallet: '9101', amount: 50_000 })
  await client.cash.record(drawing)
  const sale = newId()
  await client.orders.recordOwnSale({
    id: sale,
    soldAt: SUNDAY,
    payment: 'cash',
    buyerName: '',
    shipTo: null,
    note: '',
    lines: [{ variantId, pieces: 1, price: 175_000 }],
  })
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna' })
  const file = anOrderFile().withOrder('261104HN3T8WQA').csv()
  const { importId } = await client.channels.files.stage({ file: aFile('a.csv', file) })
  for await (const _ of await client.channels.files.confirm({ importId, shopId }));
  await client.ledger.periods.close({ through: '2026-11-21' })
  return { sale, importId }
}

test('whoever calls stands on everything the call wrote, streams included', async () => {
  const { core, doors } = await aCore()
  await aDayOfEverything(createRouterClient(core.router, { context: { actor: SARI } }))

  const tables = doors.raw
    .prepare(
      `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'actor' WHERE m.type = 'table' ORDER BY 1`,
    )
    .pluck()
    .all() as string[]
  const actors = (table: string) =>
    doors.raw
      .prepare(`SELECT DISTINCT actor FROM ${table} WHERE ${WRITTEN_BY_PEOPLE[table] ?? 'true'}`)
      .pluck()
      .all()
  const written = tables.filter((table) => actors(table).length > 0)
  expect(written).toEqual(expect.arrayContaining(WRITTEN))
  for (const table of written) expect([table, actors(table)]).toEqual([table, ['sari']])
})

test('names are shown where things are looked up; a shop without sign-in knows its owner', async () => {
  const { core, client } = await aCore()
  const sari = createRouterClient(core.router, { context: { actor: SARI } })
  const { sale } = await aDayOfEverything(sari)
  expect((await client.orders.get({ id: sale })).timeline.at(-1)).toMatchObject({ actor: 'Sari' })
  expect((await client.channels.files.history({})).rows[0]).toMatchObject({ actor: 'Sari' })
  expect(await client.ledger.entry({ id: 1 })).toMatchObject({ actor: 'Sari' })

  await client.ledger.periods.reopen({ closedThrough: '', reason: 'Belum selesai' })
  expect((await client.ledger.periods.list()).locks.map(({ actor }) => actor)).toEqual(['Ratna', 'Sari'])
})

test('somebody whose write was refused is introduced by the next one', async () => {
  const { core, client } = await aCore()
  const sari = createRouterClient(core.router, { context: { actor: SARI } })
  await expect(sari.ledger.periods.close({ through: '2026-11-30' })).rejects.toMatchObject({ code: 'PERIOD_NOT_OVER' })
  await sari.ledger.periods.close({ through: '2026-11-10' })
  expect((await client.ledger.periods.list()).locks[0]).toMatchObject({ actor: 'Sari' })
})
