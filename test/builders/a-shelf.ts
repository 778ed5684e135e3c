import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { type DocumentRef, type Effects, NO_EFFECTS } from '../../src-main/core/effects.ts'
import { effectsOfAdjustment } from '../../src-main/core/inventory/adjustment-effects.ts'
import { effectsOfOpening } from '../../src-main/core/inventory/opening-effects.ts'
import { insertChart } from '../../src-main/core/ledger/ledger.repository.ts'
import { effectsOfPurchase } from '../../src-main/core/purchasing/purchase-effects.ts'
import { createSettle, type EffectSources } from '../../src-main/core/settling/settle.ts'
import { addDays, startOfDay } from '../../src-shared/kernel/business-day.ts'
import { memo } from '../../src-shared/ledger/memo.words.ts'
import { rolledBack } from './rolled-back.ts'

export const SHIRT = '01900000-0000-7000-8000-000000000001'
export const SCARF = '01900000-0000-7000-8000-000000000002'

let template: Uint8Array | undefined

async function emptyShelves(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-'))
  const file = join(folder, 'lumbung.sqlite')
  const doors = openDatabase(file)
  await doors.write(['ledger'], insertChart)
  doors.raw.exec(`
    INSERT INTO product (id, name, created_at, updated_at) VALUES ('P', 'Kemeja Lung Ukir', 0, 0);
    INSERT INTO variant (id, product_id, sku) VALUES ('${SHIRT}', 'P', 'KMJ-LUK-L'), ('${SCARF}', 'P', 'SYL-TRM')`)
  doors.close()
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true, force: true })
  return bytes
}

/**
 * Two SKUs and both ledgers on a real file; documents live in memory, so that a test says in one line what a room would
 * store. Goods of `receive` cost `value` together; goods of `issue` wait in 1303 as a channel's orders do.
 */
export async function openShelf() {
  template ??= await emptyShelves()
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-'))
  const file = join(folder, 'lumbung.sqlite')
  writeFileSync(file, template)
  const doors = openDatabase(file)
  // nothing here is about power cuts
  doors.raw.pragma('synchronous = OFF')

  const clock = { day: '2026-11-01' }
  const now = () => startOfDay(clock.day, 'WIB') + 9 * 3_600_000
  const documents = new Map<string, { ref: DocumentRef; effects: Effects }>()
  const answer: EffectSources['order'] = async (_tx, ids) =>
    new Map(
      [...documents.values()].filter(({ ref }) => ids.includes(ref.id)).map(({ ref, effects }) => [ref.id, effects]),
    )
  const sources = Object.fromEntries(
    ['order', 'purchase', 'stock-adjustment', 'opening-stock', 'opening-balance', 'cash-record'].map((kind) => [
      kind,
      answer,
    ]),
  ) as EffectSources
  const { settle } = createSettle(sources, now)
  /** The same where costs that would reach more than two movements are put right later. */
  const later = createSettle(sources, now, { beyond: 2, onWaiting: () => {} })

  const one = <Row>(sql: string, ...values: unknown[]) => doors.raw.prepare(sql).get(...values) as Row
  const all = <Row>(sql: string, ...values: unknown[]) => doors.raw.prepare(sql).all(...values) as Row[]

  const put = (kind: DocumentRef['kind'], id: string, effects: Effects) => {
    const document = { ref: { kind, id }, effects }
    documents.set(`${kind}/${id}`, document)
    return doors.write(['inventory'], (tx) => settle(tx, [document]))
  }
  const level = (variantId = SHIRT) =>
    one<{ onHand: number; costed: number; value: number } | undefined>(
      'SELECT on_hand AS onHand, costed, value FROM stock_level WHERE variant_id = ?',
      variantId,
    ) ?? { onHand: 0, costed: 0, value: 0 }

  return {
    doors,
    settle,
    later,
    clock,
    documents,
    put,
    level,
    all,
    one,
    /** Goods from a supplier, on credit. Receiving the same id again corrects it. */
    receive: (id: string, pieces: number, value: number, variantId = SHIRT) => {
      const price = Math.floor(value / pieces)
      return put(
        'purchase',
        id,
        effectsOfPurchase({
          id,
          number: id,
          supplierName: 'CV Troso',
          day: clock.day,
          recordedAt: now(),
          isCancelled: false,
          lines: [{ id: 'line', variantId, pieces, price }],
          discount: 0,
          extraCost: value - pieces * price,
          paid: 0,
          paidFrom: null,
        }),
      )
    },
    open: (pieces: number, unitCost: number | null, variantId = SHIRT) =>
      put(
        'opening-stock',
        variantId,
        effectsOfOpening({ variantId, sku: variantId, pieces, unitCost, day: '2026-11-01', at: 0 }),
      ),
    issue: (id: string, pieces: number, variantId = SHIRT) =>
      put('order', id, {
        reservations: [],
        movements: [
          { effect: 'issue', kind: 'issue', variantId, day: clock.day, at: now(), pieces: -pieces, cost: 'average' },
        ],
        entries: [
          {
            effect: 'transit',
            book: 'usaha',
            day: clock.day,
            memo: memo('goods sent', { order: id }),
            lines: [
              { account: '1303', side: 'debit', costOf: ['issue'] },
              { account: '1301', side: 'credit', costOf: ['issue'] },
            ],
          },
        ],
      }),
    count: (id: string, counted: number, variantId = SHIRT) =>
      put(
        'stock-adjustment',
        id,
        effectsOfAdjustment(
          {
            id,
            kind: 'count',
            day: clock.day,
            recordedAt: now(),
            isCancelled: false,
            lines: [{ variantId, pieces: counted - level(variantId).onHand, countedAt: null }],
          },
          { keepsHousehold: true },
        ),
      ),
    cancel: (kind: DocumentRef['kind'], id: string) => put(kind, id, NO_EFFECTS),
    settleAllAgain: () => doors.write(['inventory'], (tx) => settle(tx, [...documents.values()])),
    rehearse: (kind: DocumentRef['kind'], id: string, effects: Effects) =>
      rolledBack(doors, (tx) => settle(tx, [{ ref: { kind, id }, effects }])),
    /** Closes the books through today; business goes on tomorrow. */
    closeBooks: () => {
      doors.raw
        .prepare('INSERT INTO period_lock (closed_through, reason, at) VALUES (?, ?, ?)')
        .run(clock.day, 'Tutup buku', now())
      clock.day = addDays(clock.day, 1)
    },
    /** What the goods of one document cost so far. */
    costOf: (kind: DocumentRef['kind'], id: string) =>
      one<{ cost: number }>(
        `SELECT coalesce(-sum(cost), 0) AS cost FROM stock_movement
         WHERE document_kind = ? AND document_id = ?`,
        kind,
        id,
      ).cost,
    /** Debit positive. */
    balance: (account: string) =>
      one<{ balance: number }>(
        'SELECT coalesce(sum(debit - credit), 0) AS balance FROM account_month WHERE account = ?',
        account,
      ).balance,
    rows: () =>
      one<{ entries: number; movements: number }>(
        'SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM stock_movement) AS movements',
      ),
    close: () => {
      doors.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Shelf = Awaited<ReturnType<typeof openShelf>>

export async function aShelf(): Promise<Shelf> {
  const shelf = await openShelf()
  onTestFinished(shelf.close)
  return shelf
}
