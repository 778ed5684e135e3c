import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Defect } from '../../src-shared/kernel/defect.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'

/** A shop whose file was damaged from outside, and a window that looks at it. */
async function aDamagedShop() {
  const shop = await aStockedShop()
  const defects: Defect[] = []
  const client = createRouterClient(shop.core.router, { context: { noteDefect: (each) => void defects.push(each) } })
  const damage = (sql: string) =>
    shop.doors.raw.exec(`PRAGMA ignore_check_constraints = ON; ${sql}; PRAGMA ignore_check_constraints = OFF`)
  return { client, defects, damage, L: shop.L }
}

const reason = { reason: 'tidak terbaca' }
const unreadable = { isUnreadable: true }

test('cash records with broken facts are listed, searched, opened and cancelled; the others are untouched', async () => {
  const { client, damage, defects } = await aDamagedShop()
  const broken = aCashRecord({ what: 'take home', wallet: '1101', householdWallet: '9101', amount: 50_000 })
  const sound = aCashRecord({ what: 'take home', wallet: '1101', householdWallet: '9101', amount: 60_000 })
  for (const record of [broken, sound]) await client.cash.record(record)
  damage(`UPDATE cash_record SET record = '{"event":' WHERE id = '${broken.id}'`)
  for (const query of ['', '50rb']) {
    const { rows } = await client.cash.list({ query })
    expect(rows.find(({ id }) => id === broken.id)).toMatchObject({ ...unreadable, amount: 50_000 })
  }
  expect((await client.cash.list({})).rows.find(({ id }) => id === sound.id)).not.toHaveProperty('isUnreadable')
  expect(await client.cash.get({ id: broken.id })).toMatchObject({ ...unreadable, event: { what: 'take home' } })
  expect(await client.cash.cancel({ id: broken.id, ...reason })).toMatchObject({ cancelled: reason })
  expect(await client.cash.record(broken)).toMatchObject({ amount: 50_000, cancelled: null })
  expect((await client.cash.list({})).rows.filter((row) => 'isUnreadable' in row)).toEqual([])
  expect(defects.length).toBeGreaterThan(0)
})

test('a broken payment leaves the purchases beside it readable', async () => {
  const { client, damage, L } = await aDamagedShop()
  const purchase = aPurchase([{ variantId: L, pieces: 2, price: 50_000 }])
  await client.purchasing.receive(purchase)
  await client.cash.record(
    aCashRecord({ what: 'pay supplier', wallet: '1101', purchase: purchase.id, amount: 30_000 } as never),
  )
  damage(`UPDATE cash_record SET record = 'x'`)
  damage(`UPDATE purchase SET day = '2026-99-99'`)
  expect((await client.purchasing.list({})).rows).toMatchObject([{ id: purchase.id }])
  expect(await client.purchasing.get({ id: purchase.id })).toMatchObject({ total: 100_000 })
})

test('journal, Buku Besar and one entry are read where a memo cannot be', async () => {
  const { client, damage, L } = await aDamagedShop()
  for (const pieces of [2, 3]) await client.purchasing.receive(aPurchase([{ variantId: L, pieces, price: 50_000 }]))
  damage('DROP TRIGGER entry_fixed')
  damage(`UPDATE entry SET memo_facts = '{' WHERE id = (SELECT max(id) FROM entry)`)
  damage(`UPDATE entry SET memo_key = 'from a later version' WHERE id = (SELECT min(id) FROM entry)`)
  const { rows } = await client.ledger.entries({})
  expect(rows.filter((row) => 'isUnreadable' in row)).toHaveLength(1)
  expect(rows.map(({ memo }) => memo)).toContain('from a later version')
  const [broken] = rows.filter((row) => 'isUnreadable' in row)
  expect(await client.ledger.entry({ id: broken!.id })).toMatchObject({ id: broken!.id, lines: broken!.lines })
  const page = await client.ledger.accountEntries({ accounts: [broken!.lines[0]!.account] as never, to: '2026-11-30' })
  expect(page.rows.filter((row) => 'isUnreadable' in row)).toHaveLength(1)
})

test('an order with broken facts or a state nobody knows is listed, opened and cancelled', async () => {
  const { client, damage, L } = await aDamagedShop()
  const sale = { soldAt: SUNDAY, payment: 'cash' as const, buyerName: '', shipTo: null, note: '' }
  const sell = () =>
    client.orders.recordOwnSale({ ...sale, id: newId(), lines: [{ variantId: L, pieces: 1, price: 9_000 }] })
  const [broken, sound] = [await sell(), await sell()]
  damage(`UPDATE sales_order SET money = '[{', statements = '' WHERE id = '${broken.id}'`)
  expect((await client.orders.list({})).rows.map(({ id }) => id).toSorted()).toEqual([broken.id, sound.id].toSorted())
  expect(await client.orders.get({ id: broken.id })).toMatchObject({ id: broken.id })
  expect(await client.orders.cancelOwnSale({ id: broken.id, ...reason })).toMatchObject({ state: 'cancelled' })
  damage(`UPDATE sales_order SET state = 'dreaming' WHERE id = '${sound.id}'`)
  const rows = (await client.orders.list({})).rows
  expect(rows.find(({ id }) => id === sound.id)).toMatchObject(unreadable)
  expect(rows.find(({ id }) => id === broken.id)).not.toHaveProperty('isUnreadable')
  expect(await client.orders.cancelOwnSale({ id: sound.id, ...reason })).toMatchObject({ state: 'cancelled' })
})

test('Kartu Stok shows a movement of a kind nobody knows beside the others', async () => {
  const { client, damage, L } = await aDamagedShop()
  await client.purchasing.receive(aPurchase([{ variantId: L, pieces: 2, price: 50_000 }]))
  damage('PRAGMA foreign_keys = OFF')
  damage('DROP TRIGGER movement_fixed')
  damage(`UPDATE stock_movement SET kind = 'dreamt' WHERE id = (SELECT max(id) FROM stock_movement)`)
  const { rows } = await client.inventory.card({ variantId: L })
  expect(rows.map((row) => 'isUnreadable' in row)).toEqual([true, ...rows.slice(1).map(() => false)])
})
