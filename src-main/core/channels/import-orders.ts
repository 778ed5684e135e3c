import type { GoodsName } from '../../../src-shared/catalog/goods-name.ts'
import type { Contents, OrderInFile } from '../../../src-shared/channels/channel-file.ts'
import type { OrdersOutcome } from '../../../src-shared/channels/channels.ts'
import type { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import { nameOfListing } from '../catalog/variation-name.ts'
import type { Tx } from '../database/open.ts'
import { type TakenIn, takeIn } from '../orders/take-in.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { type Extent, isOver, type Stepwise } from '../work/stepwise.ts'
import type { ImportNeeds, ImportTarget, IntoShop } from './content-kind.ts'
import { noteTold } from './import-runs.repository.ts'
import {
  type LedgerSums,
  ledgerDifference,
  ledgerMarks,
  NOTHING_BOOKED,
  type ShortLevels,
  shortLevels,
  withStep,
} from './ledger-difference.ts'

const EXAMPLES = 8
/** More than anybody reads through; the rest is a number. */
const SET_ASIDE_SHOWN = 200

type Counted = Pick<
  OrdersOutcome,
  'added' | 'changed' | 'unchanged' | 'arrivals' | 'changes' | 'examples' | 'historyOrders' | 'setAside'
>

export interface OrdersMark extends Extent {
  /** How far what comes first is. */
  first: Extent
  counted: Counted
  booked: LedgerSums
  shortBefore: ShortLevels
}

/** Takes every readable order in, some at a time, and says what that did: preview and import are these same steps. */
export function takingOrdersIn(
  { orders, keptOut }: Contents['orders'],
  { seq, importId, shopId, fileName, doubts }: ImportTarget<IntoShop>,
  { settle, now, first }: ImportNeeds,
): Stepwise<OrdersMark, OrdersOutcome> {
  const snapshots = inOrderOfDays(orders)
  return {
    async begin(tx) {
      const before = first ? await first.begin(tx) : NOTHING_FIRST
      return {
        done: before.done,
        total: before.total + snapshots.length,
        first: before,
        counted: NOTHING_TAKEN_IN,
        booked: NOTHING_BOOKED,
        shortBefore: await shortLevels(tx),
      }
    },

    async step(tx, mark, size) {
      const before = await ledgerMarks(tx)
      if (first && !isOver(mark.first)) {
        const next = await first.step(tx, mark.first, size)
        return {
          ...mark,
          done: next.done,
          total: next.total + snapshots.length,
          first: next,
          booked: await withStep(tx, mark.booked, before),
        }
      }
      const from = mark.done - mark.first.done
      const some = snapshots.slice(from, from + size)
      const taken = await takeIn(tx, shopId, some, fileName, { settle, calendar: await settingsOf(tx), now })
      await noteTold(
        tx,
        seq,
        taken.map(({ orderId }) => orderId),
      )
      return {
        ...mark,
        done: mark.done + some.length,
        counted: withTaken(mark.counted, taken, some),
        booked: await withStep(tx, mark.booked, before),
      }
    },

    end: async (tx: Tx, { counted, booked, shortBefore }) => ({
      kind: 'orders',
      importId,
      shopId,
      doubts,
      ...counted,
      problems: { orders: keptOut.orders, lines: keptOut.rows, grossSales: keptOut.grossSales },
      ...(await ledgerDifference(tx, booked, shortBefore)),
    }),
  }
}

/**
 * By the day on which the goods of an order moved: so that what a step takes off the shelves comes after what the steps
 * before it took, and nothing has to be costed twice.
 */
function inOrderOfDays(orders: readonly OrderInFile[]): OrderSnapshot[] {
  const movedAt = ({ shippedAt, presumedShippedAt, completedAt, placedAt, atLeast }: OrderSnapshot) =>
    shippedAt ?? presumedShippedAt ?? completedAt ?? placedAt ?? atLeast
  return orders.map(({ snapshot }) => snapshot).sort((a, b) => movedAt(a) - movedAt(b))
}

const NOTHING_FIRST: Extent = { done: 0, total: 0 }

const NONE = { orders: 0, lines: 0, grossSales: 0, goodsValue: 0, buyerPayment: 0 }

const NOTHING_TAKEN_IN: Counted = {
  added: NONE,
  changed: NONE,
  unchanged: NONE,
  arrivals: [],
  changes: [],
  examples: [],
  historyOrders: 0,
  setAside: { orders: 0, examples: [] },
}

function withTaken(before: Counted, taken: readonly TakenIn[], snapshots: readonly OrderSnapshot[]): Counted {
  const by = Map.groupBy(taken, ({ what }) => what)
  const added = by.get('added') ?? []
  const moved = (by.get('changed') ?? []).flatMap((each) =>
    each.from !== null && each.from !== each.to ? [{ ...each, from: each.from }] : [],
  )
  const lost = taken.flatMap(({ number, to, setAside }) =>
    setAside ? [{ number, stated: setAside.stated, stands: to, facts: setAside.facts }] : [],
  )
  const goods = new Map(snapshots.map(({ number, lines }) => [number, goodsOf(lines)]))
  return {
    added: withOrders(before.added, added),
    changed: withOrders(before.changed, by.get('changed') ?? []),
    unchanged: withOrders(before.unchanged, by.get('unchanged') ?? []),
    arrivals: tallied(
      before.arrivals,
      added.map(({ to }) => ({ state: to })),
    ),
    changes: tallied(
      before.changes,
      moved.map(({ from, to }) => ({ from, to })),
    ),
    examples: [
      ...before.examples,
      ...moved.map(({ number, from, to }) => ({ number, from, to, goodsName: goods.get(number) ?? goodsOf([]) })),
    ].slice(0, EXAMPLES),
    historyOrders: before.historyOrders + taken.filter(({ isHistory }) => isHistory).length,
    setAside: {
      orders: before.setAside.orders + lost.length,
      examples: [...before.setAside.examples, ...lost].slice(0, SET_ASIDE_SHOWN),
    },
  }
}

const goodsOf = ([first]: OrderSnapshot['lines']): GoodsName =>
  nameOfListing(first?.productName ?? '', first?.variationName ?? '')

const withOrders = (count: typeof NONE, taken: readonly TakenIn[]) => {
  const sum = (of: (order: TakenIn) => number) => taken.reduce((total, order) => total + of(order), 0)
  return {
    orders: count.orders + taken.length,
    lines: count.lines + sum(({ lines }) => lines),
    grossSales: count.grossSales + sum(({ grossSales }) => grossSales),
    goodsValue: count.goodsValue + sum(({ goodsValue }) => goodsValue),
    buyerPayment: count.buyerPayment + sum(({ buyerPayment }) => buyerPayment),
  }
}

/** Counts each kind of thing, in the order in which they first came. */
function tallied<Thing extends object>(
  before: readonly (Thing & { orders: number })[],
  things: readonly Thing[],
): (Thing & { orders: number })[] {
  const keyOf = ({ orders: _, ...thing }: object & { orders?: number }) => JSON.stringify(thing)
  const tally = new Map(before.map((each) => [keyOf(each), { ...each }]))
  for (const thing of things) {
    const known = tally.get(keyOf(thing))
    if (known) known.orders++
    else tally.set(keyOf(thing), { ...thing, orders: 1 })
  }
  return [...tally.values()]
}
