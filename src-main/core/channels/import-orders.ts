import { sql } from 'kysely'
import type { OrderFile } from '../../../src-shared/channels/channel-file.ts'
import type { OrdersOutcome } from '../../../src-shared/channels/channels.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import { breathe, type Reader, type Tx } from '../database/open.ts'
import { type TakenIn, takeIn } from '../orders/take-in.ts'
import type { ImportNeeds, ImportTarget } from './files/file-kind.ts'

const BATCH = 500
const EXAMPLES = 8

/**
 * Takes every readable order of a file into the open transaction and says what that did. Preview and import are this same
 * function; the preview's transaction is rolled back afterwards.
 */
export async function importOrders(
  tx: Tx,
  file: OrderFile,
  { importId, shopId, fileName }: ImportTarget,
  { settle, calendar, now, onProgress, signal }: ImportNeeds,
): Promise<OrdersOutcome> {
  const before = await ledgerMarks(tx)
  const taken: TakenIn[] = []
  const snapshots = file.orders.map(({ snapshot }) => snapshot)
  for (let start = 0; start < snapshots.length; start += BATCH) {
    signal?.throwIfAborted()
    taken.push(
      ...(await takeIn(tx, shopId, snapshots.slice(start, start + BATCH), fileName, { settle, calendar, now })),
    )
    onProgress(taken.length, snapshots.length)
    await breathe()
  }
  const goods = new Map(
    snapshots.map(({ number, lines }) => [number, `${lines[0]!.productName} ${lines[0]!.variationName}`.trim()]),
  )
  return {
    kind: 'orders',
    importId,
    shopId,
    ...counted(taken, file),
    examples: taken
      .filter(({ what, from, to }) => what === 'changed' && from !== to)
      .slice(0, EXAMPLES)
      .map(({ number, from, to }) => ({ number, from: from!, to, goods: goods.get(number) ?? '' })),
    ...(await ledgerDifference(tx, before)),
  }
}

const countOf = (taken: readonly TakenIn[]) => ({
  orders: taken.length,
  lines: taken.reduce((total, { lines }) => total + lines, 0),
  grossSales: taken.reduce((total, { grossSales }) => total + grossSales, 0),
})

function counted(taken: readonly TakenIn[], file: OrderFile) {
  const by = Map.groupBy(taken, ({ what }) => what)
  const added = by.get('added') ?? []
  const changed = by.get('changed') ?? []
  return {
    added: countOf(added),
    changed: countOf(changed),
    unchanged: countOf(by.get('unchanged') ?? []),
    problems: { orders: file.keptOut.orders, lines: file.keptOut.rows, grossSales: file.keptOut.grossSales },
    arrivals: [...Map.groupBy(added, ({ to }) => to)].map(([state, orders]) => ({ state, orders: orders.length })),
    changes: [
      ...Map.groupBy(
        changed.filter(({ from, to }) => from !== to),
        ({ from, to }) => `${from}>${to}`,
      ).values(),
    ].map((orders) => ({
      from: orders[0]!.from!,
      to: orders[0]!.to,
      orders: orders.length,
    })),
    historyOrders: added.filter(({ isHistory }) => isHistory).length,
    setAside: setAside(taken),
  }
}

/** More than anybody reads through; the rest is a number. */
const SET_ASIDE_SHOWN = 200

function setAside(taken: readonly TakenIn[]) {
  const lost = taken.flatMap(({ number, to, setAside }) =>
    setAside ? [{ number, stated: setAside.stated, stands: to, facts: setAside.facts }] : [],
  )
  return { orders: lost.length, examples: lost.slice(0, SET_ASIDE_SHOWN) }
}

/** Where the ledgers stood before the import, so that its own rows can be told apart. */
async function ledgerMarks(reader: Reader) {
  const last = async (table: 'entry' | 'stock_movement') =>
    (await reader.selectFrom(table).select('id').orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
  return {
    entry: await last('entry'),
    movement: await last('stock_movement'),
    listings: await count(reader, 'listing'),
    ...(await stockMarks(reader)),
    short: new Map((await shortLevels(reader)).map(({ variantId, short }) => [variantId, short])),
  }
}

const count = async (reader: Reader, table: 'listing') =>
  (
    await reader
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

async function stockMarks(reader: Reader) {
  const level = await reader
    .selectFrom('stock_level')
    .select(({ fn }) => fn.sum<number | null>('reserved').as('reserved'))
    .executeTakeFirstOrThrow()
  const waiting = await reader
    .selectFrom('uncosted_month')
    .select(({ fn }) => fn.sum<number | null>('pieces').as('pieces'))
    .executeTakeFirstOrThrow()
  return { reserved: level.reserved ?? 0, waiting: waiting.pieces ?? 0 }
}

const shortLevels = (reader: Reader) =>
  reader
    .selectFrom('stock_level')
    .select(['variant_id as variantId', sql<number>`reserved - on_hand`.as('short')])
    .where(sql<boolean>`reserved > on_hand`)
    .execute()

async function ledgerDifference(tx: Tx, before: Awaited<ReturnType<typeof ledgerMarks>>) {
  const amounts = await tx
    .selectFrom('posting')
    .select(({ fn }) => [sql<string>`substr(account, 1, 2)`.as('group'), fn.sum<number>('amount').as('amount')])
    .where('entry_id', '>', before.entry)
    .groupBy('group')
    .execute()
  const amountOf = (...groups: string[]) =>
    amounts.filter(({ group }) => groups.includes(group)).reduce((total, { amount }) => total + amount, 0)
  const entries = await tx
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('id', '>', before.entry)
    .executeTakeFirstOrThrow()
  const issued = await tx
    .selectFrom('stock_movement')
    .select(({ fn }) => fn.sum<number | null>('pieces').as('pieces'))
    .where('id', '>', before.movement)
    .where('kind', '=', 'issue')
    .executeTakeFirstOrThrow()
  const unmapped = await tx
    .selectFrom('listing')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('variant_id', 'is', null)
    .executeTakeFirstOrThrow()
  const now = await stockMarks(tx)
  const short = (await shortLevels(tx)).filter(({ variantId, short }) => short > (before.short.get(variantId) ?? 0))
  const labels = await variantLabels(
    tx,
    short.map(({ variantId }) => variantId),
  )
  const sales = 0 - amountOf('41', '43')
  const sellerCuts = amountOf('42')
  const costOfGoods = amountOf('51')
  return {
    newListings: (await count(tx, 'listing')) - before.listings,
    unmappedListings: unmapped.count,
    reservedPieces: now.reserved - before.reserved,
    issuedPieces: -(issued.pieces ?? 0),
    shortSkus: short.map(({ variantId, short }) => ({
      sku: labels.get(variantId)?.sku ?? '',
      label: labels.get(variantId)?.label ?? '',
      short,
    })),
    sales,
    sellerCuts,
    costOfGoods,
    profit: sales - sellerCuts - costOfGoods,
    piecesWithoutCost: now.waiting - before.waiting,
    entries: entries.count,
  }
}
