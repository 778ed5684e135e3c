import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { sampleOrder } from '../../src-main/sample-shop/orders.ts'
import { addDays } from '../../src-shared/kernel/business-day.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { type BenchShop, NOW } from './bench-shop.ts'
import { timed } from './timing.ts'

const LEDGERS = ['stock_movement', 'posting', 'entry'] as const

/**
 * A purchase typed last and dated before so many issues of its SKU: how long it takes to cost them all again, how long a
 * reader waits meanwhile, and how long SQLite takes for the same rows.
 */
export async function lateReceiptAgainstFloor(shop: BenchShop, issues: number) {
  const { core, client, products } = shop
  const product = products[0]!
  const variant = product.variants[0]!
  const die = dice(issues)
  const orders = Array.from({ length: issues }, (_, index) => {
    const order = sampleOrder(die, {
      day: addDays('2026-02-01', Math.floor((index * 270) / issues)),
      today: NOW,
      channel: 'shopee',
      products: [{ ...product, variants: [variant] }],
    })
    return { ...order, lines: order.lines.slice(0, 1) }
  })
  await core.takeIn(shop.shopId, orders, 'bench')

  core.doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const before = join(shop.folder, 'before-late.sqlite')
  copyFileSync(shop.file, before)

  let longestWaitMs = 0
  let lastTurn = performance.now()
  const turns = setInterval(() => {
    longestWaitMs = Math.max(longestWaitMs, performance.now() - lastTurn)
    lastTurn = performance.now()
  }, 1)
  const settleMs = await timed(async () => {
    await client.purchasing.receive({
      id: newId(),
      supplierName: 'CV Troso',
      day: '2026-01-31',
      lines: [{ variantId: variant.id, pieces: 10_000, price: variant.cost + 7_001 }],
      discount: 0,
      extraCost: 0,
      paid: 0,
      paidFrom: null,
      dueDay: null,
      note: '',
      isMeant: true,
    })
    await core.work.idle()
  })
  clearInterval(turns)

  const known = openDatabase(before)
  const written = LEDGERS.map((table) => {
    const key = table === 'posting' ? 'entry_id' : 'id'
    const from = known.raw.prepare(`select max(${key}) from ${table}`).pluck().get()
    return {
      table,
      rows: core.doors.raw.prepare(`select * from ${table} where ${key} > ?`).all(from) as Record<string, unknown>[],
    }
  })
  const floorMs = await timed(() =>
    known.raw
      .transaction(() => {
        for (const { table, rows } of written) {
          const columns = Object.keys(rows[0]!)
          const insert = known.raw.prepare(
            `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
          )
          for (const row of rows) insert.run(...columns.map((column) => row[column]))
        }
      })
      .immediate(),
  )
  known.close()
  return { settleMs, longestWaitMs, floorMs, rows: written.reduce((total, { rows }) => total + rows.length, 0) }
}
