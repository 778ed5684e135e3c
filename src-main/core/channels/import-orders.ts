import type { ImportContent } from '../../../src-shared/channels/channel-file.ts'
import type { OrdersOutcome } from '../../../src-shared/channels/channels.ts'
import { breathe, type Tx } from '../database/open.ts'
import { type TakenIn, takeIn } from '../orders/take-in.ts'
import type { ImportNeeds, ImportTarget } from './files/file-kind.ts'
import { ledgerDifference, ledgerMarks } from './ledger-difference.ts'

/** So few at a time that a scan which waits is answered in between. */
const BATCH = 60
const EXAMPLES = 8

/**
 * Takes every readable order into the open transaction and says what that did. Preview and import are this same
 * function; the preview's transaction is rolled back afterwards.
 */
export async function importOrders(
  tx: Tx,
  content: ImportContent,
  { importId, shopId, fileName, doubts }: ImportTarget,
  { settle, calendar, now, onProgress, signal }: ImportNeeds,
): Promise<OrdersOutcome> {
  const before = await ledgerMarks(tx)
  const taken: TakenIn[] = []
  const snapshots = content.orders.map(({ snapshot }) => snapshot)
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
    doubts,
    ...counted(taken, content),
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

function counted(taken: readonly TakenIn[], { keptOut }: ImportContent) {
  const by = Map.groupBy(taken, ({ what }) => what)
  const added = by.get('added') ?? []
  const changed = by.get('changed') ?? []
  return {
    added: countOf(added),
    changed: countOf(changed),
    unchanged: countOf(by.get('unchanged') ?? []),
    problems: { orders: keptOut.orders, lines: keptOut.rows, grossSales: keptOut.grossSales },
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
