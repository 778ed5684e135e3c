import type { OrdersWithdrawal } from '../../../src-shared/channels/channels.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { breathe, type Tx } from '../database/open.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import { orderAmounts } from '../orders/order-money.ts'
import { ordersByIds, type StoredOrder } from '../orders/orders.repository.ts'
import { type OrderStatement, retellOrders, withdrawOrders as withdraw } from '../orders/withdrawn-statements.ts'
import type { ImportNeeds, OtherRun, TakenRun } from './files/file-kind.ts'
import { movedCorrections, ordersToldBy, type ToldOrder } from './import-runs.repository.ts'
import { ledgerDifference, ledgerMarks } from './ledger-difference.ts'

/** So few at a time that a scan which waits is answered in between. */
const BATCH = 60
const NAMED = 5

/**
 * Takes a run of orders back as if it had never been taken in. Orders nobody else told of are withdrawn; the others are made
 * anew from what the remaining runs told. What was done with them here stays.
 * @throws IMPORT_ORDERS_SHIPPED when a withdrawn one was packed or handed over here, or its return was dealt with: goods and
 * money of it really moved.
 */
export async function withdrawOrders(
  tx: Tx,
  run: TakenRun,
  others: readonly OtherRun[],
  needs: ImportNeeds,
): Promise<OrdersWithdrawal> {
  const before = await ledgerMarks(tx)
  const told = await ordersToldBy(tx, run.seq)
  const statements = statementsOf(told, others)
  const alone = told.filter(({ otherRuns }) => otherRuns.length === 0)
  const rebuilt = told.filter(({ number }) => statements.has(number))
  const kept = told.filter(({ number, otherRuns }) => otherRuns.length > 0 && !statements.has(number))
  const total = alone.length + rebuilt.length
  let [done, changed] = [0, 0]
  const counts = { withdrawn: NONE, rebuilt: NONE, kept: NONE }
  const inBatches = async (
    orders: readonly ToldOrder[],
    what: keyof typeof counts,
    work: (batch: readonly StoredOrder[]) => Promise<void>,
  ) => {
    for (let start = 0; start < orders.length; start += BATCH) {
      needs.signal?.throwIfAborted()
      const ids = orders.slice(start, start + BATCH).map(({ id }) => id)
      const batch = [...(await ordersByIds(tx, ids)).values()]
      await work(batch)
      counts[what] = sum(counts[what], batch)
      if (what !== 'kept') done += batch.length
      needs.onProgress(done, total)
      await breathe()
    }
  }

  await refuseShipped(tx, run, alone)
  await inBatches(alone, 'withdrawn', async (batch) => {
    await withdraw(tx, batch, run.fileName, needs)
  })
  await inBatches(rebuilt, 'rebuilt', async (batch) => {
    changed += await retellOrders(tx, run.shopId, batch, statements, run.fileName, needs)
  })
  await inBatches(kept, 'kept', async () => {})
  const closed = await movedCorrections(tx, before.entry)
  return {
    kind: 'orders',
    importId: run.importId,
    shopId: run.shopId,
    ...counts,
    changed,
    closedEntries: closed.entries,
    correctedOn: closed.day,
    ...(await ledgerDifference(tx, before)),
  }
}

const NONE = { orders: 0, lines: 0, grossSales: 0 }

const sum = (count: typeof NONE, orders: readonly StoredOrder[]) =>
  orders.reduce(
    (total, { document }) => ({
      orders: total.orders + 1,
      lines: total.lines + document.lines.length,
      grossSales: total.grossSales + orderAmounts(document).grossSales,
    }),
    count,
  )

/** What the other runs told of these orders, in the order they came in; none for an order of a run that is not kept. */
function statementsOf(told: readonly ToldOrder[], others: readonly OtherRun[]): Map<string, OrderStatement[]> {
  const contentKept = new Set(others.filter(({ content }) => content !== null).map(({ seq }) => seq))
  const wanted = new Set(
    told
      .filter(({ otherRuns }) => otherRuns.length > 0 && otherRuns.every((seq) => contentKept.has(seq)))
      .map(({ number }) => number),
  )
  const statements = new Map<string, OrderStatement[]>()
  for (const { content, at } of others.toSorted((a, b) => a.at - b.at || a.seq - b.seq))
    for (const { snapshot } of content?.orders ?? []) {
      if (!wanted.has(snapshot.number)) continue
      const known = statements.get(snapshot.number)
      if (known) known.push({ snapshot, at })
      else statements.set(snapshot.number, [{ snapshot, at }])
    }
  return statements
}

const wasWorkedOn = ({ parcels, returns: { inspections, refunds, paidClaims } }: OrderDocument) =>
  inspections.length + refunds.length + paidClaims.length > 0 ||
  parcels.some(({ packedAt, handedOverAt }) => packedAt !== null || handedOverAt !== null)

async function refuseShipped(tx: Tx, { fileName }: TakenRun, orders: readonly ToldOrder[]): Promise<void> {
  const stored = await ordersByIds(
    tx,
    orders.map(({ id }) => id),
  )
  const shipped = [...stored.values()].map(({ document }) => document).filter(wasWorkedOn)
  if (shipped.length > 0)
    throw new DomainError('IMPORT_ORDERS_SHIPPED', {
      fileName,
      orders: shipped.length,
      numbers: shipped.slice(0, NAMED).map(({ number }) => number),
    })
}
