import { closeSync, copyFileSync, fsyncSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { createImporting } from '../../src-main/core/channels/importing.ts'
import { packed } from '../../src-main/core/channels/raw-documents.ts'
import { type Doors, openDatabase } from '../../src-main/core/database/open.ts'
import { blindNames, blindWord } from '../../src-main/core/database/sealing.ts'
import { doHere } from '../../src-main/core/heavy-work.ts'
import { codeRow, searchRow } from '../../src-main/core/orders/order-search.ts'
import { ordersByNumbers } from '../../src-main/core/orders/orders.repository.ts'
import { goodsTextOf } from '../../src-main/core/orders/restated.ts'
import type { OrderFile } from '../../src-shared/channels/channel-file.ts'
import type { ImportEnd } from '../../src-shared/channels/channels.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import { aStatement } from '../builders/a-release.ts'
import { type BenchShop, NOW } from './bench-shop.ts'
import { processorMs, timed } from './timing.ts'

/** Tables an import writes to, in the order that foreign keys and seals ask for. */
const WRITTEN = [
  'listing',
  'listing_alias',
  'sales_order',
  'order_line',
  'parcel',
  'waybill',
  'order_recipient',
  'order_event',
  'reservation',
  'stock_movement',
  'posting',
  'entry',
  'uncosted_issue',
  'expected_return',
  'pieces_back',
  'moving_average',
] as const

/** Tables that releases write to. */
const RELEASED = ['settlement', 'settlement_name', 'settlement_line', 'posting', 'entry'] as const

/** Imports orders as the app does, then inserts the very same rows raw into a copy from before, and compares the times. */
export async function importAgainstFloor(
  shop: BenchShop,
  orders: readonly OrderSnapshot[],
): Promise<{ importMs: number; floorMs: number; rows: number }> {
  const before = asItStands(shop, 'before.sqlite')
  const importMs = await timed(() => importOf(shop, orders))

  const { floorMs, rows } = await floorOfOrders(before, shop.core.doors, [{ shopId: shop.shopId, orders }])
  return { importMs, floorMs, rows }
}

/** The very same rows that orders brought since a copy was made, inserted raw into the copy. */
export async function floorOfOrders(
  before: string,
  after: Pick<Doors, 'raw' | 'read'>,
  sources: readonly { shopId: string; orders: readonly OrderSnapshot[] }[],
): Promise<{ floorMs: number; processorMs: number; rows: number }> {
  const known = openDatabase(before)
  const written = WRITTEN.map((table) => ({ table, rows: newRows(after.raw, known.raw, table) }))
  const blind = (text: string) => blindWord(after.raw.name, text)
  const search: Parameters<typeof insertRaw>[2][number][] = []
  for (const { shopId, orders } of sources) {
    const stored = await ordersByNumbers(
      after.read,
      shopId,
      orders.map(({ number }) => number),
    )
    for (const order of orders) {
      const { seq, document } = stored.get(order.number)!
      search.push({
        ...searchRow({ seq, document, goodsText: goodsTextOf(order) }, (names) => blindNames(after.raw.name, names)),
        code: codeRow({ seq, document }, blind),
      })
    }
  }
  let floorMs = 0
  const processor = await processorMs(async () => {
    floorMs = await timed(() => known.raw.transaction(() => insertRaw(known.raw, written, search)).immediate())
  })
  known.close()
  const rows = written.reduce((total, table) => total + table.rows.length, search.length)
  return { floorMs, processorMs: processor, rows }
}

/** A copy of the shop, on the disk to its last page: gigabytes on their way there would slow down what is measured next. */
function asItStands(shop: BenchShop, name: string): string {
  shop.core.doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const copy = join(shop.folder, name)
  copyFileSync(shop.file, copy)
  const descriptor = openSync(copy, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  return copy
}

/** Takes in releases of orders that are here, then inserts the very same rows raw into a copy from before, and compares the times. */
export async function releasesAgainstFloor(
  shop: BenchShop,
  numbers: readonly string[],
): Promise<{ importMs: number; floorMs: number }> {
  const before = asItStands(shop, 'before-releases.sqlite')
  const settlements = numbers.map((number) => aStatement(number, '2026-11-20', AMOUNTS))
  const importMs = await timed(() =>
    shop.core.takeInSettlements(shop.shopId, { name: 'bench income', at: NOW, settlements }),
  )
  const known = openDatabase(before)
  const written = RELEASED.map((table) => ({ table, rows: newRows(shop.core.doors.raw, known.raw, table) }))
  const floorMs = await timed(() => known.raw.transaction(() => insertRaw(known.raw, written, [])).immediate())
  known.close()
  return { importMs, floorMs }
}

const AMOUNTS = {
  'Harga Asli Produk': 125_000,
  'Ongkir Dibayar Pembeli': 10_000,
  'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim': -10_000,
  'Biaya Administrasi': -10_000,
  'Biaya Layanan': -5_000,
  'Biaya Proses Pesanan': -1_250,
  'PPh 22': -625,
}

/** The import of a file of these orders as the app does it, once the file is read. */
export async function importOf({ core, shopId }: BenchShop, orders: readonly OrderSnapshot[]): Promise<ImportEnd> {
  const { doors, settle, settlingEverything, work } = core
  const importing = createImporting({
    read: doors.read,
    doApart: doHere,
    settle,
    settlingEverything,
    work,
    now: () => NOW,
    waits: () => false,
  })
  const run = { id: newId(), place: { shopId, account: null }, fileName: 'bench', modifiedAt: null, at: NOW }
  const document = await packed('shopee orders', Buffer.from('bench'))
  return importing.begin('bench', run.id, async () => ({
    asked: { run, content: fileOf(orders), sha256: document.sha256, document, despite: 'any' },
    before: async () => {},
  })).outcome
}

export const fileOf = (orders: readonly OrderSnapshot[]): OrderFile => ({
  kind: 'shopee orders',
  report: 'all',
  columns: 50,
  orders: orders.map((snapshot, index) => ({ snapshot, rows: [index + 2] })),
  problems: [],
  problemCount: 0,
  remarkCount: 0,
  keptOut: { orders: 0, rows: 0, grossSales: 0, rowsWithoutAmount: 0 },
  absentColumns: [],
  unknownColumns: [],
  totals: { rows: 0, orders: 0, pieces: 0, grossSales: 0, goodsValue: 0, buyerPayment: 0, ordersByStatus: {} },
})

type Row = Record<string, unknown>

function newRows(
  after: Sqlite.Database,
  before: Sqlite.Database,
  table: (typeof WRITTEN | typeof RELEASED)[number],
): Row[] {
  const key = {
    listing: 'id',
    listing_alias: 'listing_id',
    sales_order: 'id',
    order_line: 'order_id',
    parcel: 'id',
    waybill: 'order_id',
    order_recipient: 'order_id',
    order_event: 'id',
    reservation: null,
    stock_movement: 'id',
    posting: 'entry_id',
    entry: 'id',
    uncosted_issue: null,
    expected_return: 'order_id',
    pieces_back: 'order_id',
    moving_average: null,
    settlement: 'seq',
    settlement_name: 'id',
    settlement_line: 'settlement_seq',
  }[table]
  const rows = after.prepare(`select * from "${table}"`).all() as Row[]
  if (!key) return rows
  const known = new Set(before.prepare(`select ${key} from "${table}"`).pluck().all())
  return rows.filter((row) => !known.has(row[key]))
}

function insertRaw(
  db: Sqlite.Database,
  written: readonly { table: string; rows: Row[] }[],
  search: readonly (ReturnType<typeof searchRow> & { code: ReturnType<typeof codeRow> })[],
): void {
  for (const { table, rows } of written) {
    if (rows.length === 0) continue
    if (table === 'moving_average') db.exec('delete from moving_average')
    const columns = Object.keys(rows[0]!)
    const insert = db.prepare(
      `insert into "${table}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of rows) insert.run(...columns.map((column) => row[column]))
  }
  const insert = db.prepare('insert into order_search (rowid, number, tracking, buyer, goods) values (?, ?, ?, ?, ?)')
  const insertCode = db.prepare('insert into order_code (rowid, number, tracking, phone) values (?, ?, ?, ?)')
  for (const { rowid, number, tracking, buyer, goods, code } of search) {
    insert.run(rowid, number, tracking, buyer, goods)
    insertCode.run(code.rowid, code.number, code.tracking, code.phone)
  }
}
