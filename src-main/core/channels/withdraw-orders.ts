import type { Contents } from '../../../src-shared/channels/channel-file.ts'
import type { OrdersWithdrawal } from '../../../src-shared/channels/channels.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Tx } from '../database/open.ts'
import { orderAmounts } from '../orders/order-money.ts'
import { ordersByIds, type StoredOrder } from '../orders/orders.repository.ts'
import { type OrderStatement, retellOrders, withdrawOrders as withdraw } from '../orders/withdrawn-statements.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Extent, Stepwise } from '../work/stepwise.ts'
import type { ImportNeeds, IntoShop, OtherRun, TakenRun } from './content-kind.ts'
import { countTold, movedCorrections, ordersToldBy, shippedOfRun, type ToldOrder } from './import-runs.repository.ts'
import {
  type LedgerSums,
  ledgerDifference,
  ledgerMarks,
  NOTHING_BOOKED,
  type ShortLevels,
  shortLevels,
  withStep,
} from './ledger-difference.ts'

const NAMED = 5

type OtherOrders = OtherRun<Contents['orders']>

type Counted = Pick<OrdersWithdrawal, 'withdrawn' | 'rebuilt' | 'kept' | 'changed' | 'closedEntries' | 'correctedOn'>

export interface WithdrawalMark extends Extent {
  /** The last order that was dealt with. */
  after: number
  counted: Counted
  booked: LedgerSums
  shortBefore: ShortLevels
}

/**
 * Takes a run of orders back as if it had never been taken in, some at a time. Orders nobody else told of are withdrawn; the
 * others are made anew from what the remaining runs told. What was done with them here stays; so does an order that somebody
 * packs while this goes on.
 */
export function takingOrdersBack(
  run: TakenRun<IntoShop>,
  others: readonly OtherOrders[],
  { settle, now }: ImportNeeds,
): Stepwise<WithdrawalMark, OrdersWithdrawal> {
  const statements = statementsOf(others)
  const contentKept = new Set(others.filter(({ content }) => content !== null).map(({ seq }) => seq))
  const isKnown = ({ otherRuns }: ToldOrder) => otherRuns.every((seq) => contentKept.has(seq))
  return {
    begin: async (tx) => ({
      done: 0,
      total: await countTold(tx, run.seq),
      after: 0,
      counted: NOTHING_TAKEN_BACK,
      booked: NOTHING_BOOKED,
      shortBefore: await shortLevels(tx),
    }),

    async step(tx, mark, size) {
      const before = await ledgerMarks(tx)
      const needs = { settle, calendar: await settingsOf(tx), now }
      const told = await ordersToldBy(tx, run.seq, { after: mark.after, limit: size })
      const last = told.at(-1)
      // whatever was told and is no longer there needs no taking back
      if (!last) return { ...mark, done: mark.total }
      const stored = await ordersByIds(
        tx,
        told.map(({ id }) => id),
      )
      const those = (which: (order: ToldOrder) => boolean) => told.filter(which).map(({ id }) => stored.get(id)!)
      const alone = those(({ otherRuns, isWorkedOn }) => otherRuns.length === 0 && !isWorkedOn)
      const rebuilt = those((order) => order.otherRuns.length > 0 && isKnown(order))
      const kept = told.length - alone.length - rebuilt.length
      if (alone.length > 0) await withdraw(tx, alone, run.fileName, needs)
      const changed =
        rebuilt.length > 0 ? await retellOrders(tx, run.shopId, rebuilt, statements, run.fileName, needs) : 0
      const closed = await movedCorrections(tx, before.entry)
      const { counted } = mark
      const handled = new Set([...alone, ...rebuilt])
      return {
        ...mark,
        done: Math.min(mark.done + told.length, mark.total),
        after: last.seq,
        counted: {
          withdrawn: sum(counted.withdrawn, alone),
          rebuilt: sum(counted.rebuilt, rebuilt),
          kept:
            kept > 0
              ? sum(
                  counted.kept,
                  [...stored.values()].filter((order) => !handled.has(order)),
                )
              : counted.kept,
          changed: counted.changed + changed,
          closedEntries: counted.closedEntries + closed.entries,
          correctedOn: earlier(counted.correctedOn, closed.day),
        },
        booked: await withStep(tx, mark.booked, before),
      }
    },

    end: async (tx, { counted, booked, shortBefore }) => ({
      kind: 'orders',
      importId: run.importId,
      shopId: run.shopId,
      ...counted,
      ...(await ledgerDifference(tx, booked, shortBefore)),
    }),
  }
}

const NONE = { orders: 0, lines: 0, grossSales: 0 }

const NOTHING_TAKEN_BACK: Counted = {
  withdrawn: NONE,
  rebuilt: NONE,
  kept: NONE,
  changed: 0,
  closedEntries: 0,
  correctedOn: null,
}

const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a)

const sum = (count: typeof NONE, orders: readonly StoredOrder[]) =>
  orders.reduce(
    (total, { document }) => ({
      orders: total.orders + 1,
      lines: total.lines + document.lines.length,
      grossSales: total.grossSales + orderAmounts(document).grossSales,
    }),
    count,
  )

/** What the other runs told, by order number, in the order they came in. */
function statementsOf(others: readonly OtherOrders[]): Map<string, OrderStatement[]> {
  const statements = new Map<string, OrderStatement[]>()
  for (const { content, at } of others.toSorted((a, b) => a.at - b.at || a.seq - b.seq))
    for (const { snapshot } of content?.orders ?? []) {
      const known = statements.get(snapshot.number)
      if (known) known.push({ snapshot, at })
      else statements.set(snapshot.number, [{ snapshot, at }])
    }
  return statements
}

/**
 * @throws IMPORT_ORDERS_SHIPPED when an order that would be withdrawn was packed or handed over here, or its return was dealt
 * with: goods and money of it really moved.
 */
export async function refuseShipped(tx: Tx, { seq, fileName }: TakenRun<IntoShop>): Promise<void> {
  const shipped = await shippedOfRun(tx, seq)
  if (shipped.length > 0)
    throw new DomainError('IMPORT_ORDERS_SHIPPED', {
      fileName,
      orders: shipped.length,
      numbers: shipped.slice(0, NAMED),
    })
}
