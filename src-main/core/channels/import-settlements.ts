import type { Contents } from '../../../src-shared/channels/channel-file.ts'
import type { Releases, SettlementsOutcome } from '../../../src-shared/channels/settlements-outcome.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { Reader, Tx } from '../database/open.ts'
import { settleOrdersOfNumbers } from '../orders/settle-orders.ts'
import { type Booked, bookedSince, lastEntry, NOTHING_BOOKED_YET } from '../settlements/booked-since.repository.ts'
import { normalName } from '../settlements/normal-name.ts'
import { settleAlone } from '../settlements/settlement-effects.ts'
import { standingRules } from '../settlements/settlements.repository.ts'
import {
  type NumberedStatement,
  numbered,
  type StoredStatement,
  storeSettlements,
} from '../settlements/store-settlements.ts'
import type { Settle } from '../settling/settle.ts'
import { type Extent, isOver, type Stepwise } from '../work/stepwise.ts'
import type { ImportNeeds, ImportTarget, IntoShop } from './content-kind.ts'
import { noteSettlementsTold } from './settlements-told.repository.ts'
import { channelOfShop } from './shops.repository.ts'

/** More than anybody reads through; the rest is a number. */
const NUMBERS_SHOWN = 200

type Counted = Pick<
  SettlementsOutcome,
  'added' | 'detailed' | 'unchanged' | 'orders' | 'adjustments' | 'waiting' | 'history'
>

/** Σ of one name, as it is added up between two steps. */
type Named = Record<string, { partOf: string; amount: number; times: number; day: string }>

export interface SettlementsMark extends Extent {
  /** How far what comes first is. */
  first: Extent
  counted: Counted
  named: Named
  booked: Booked
}

/** Takes an income file in, some releases at a time, and says what that did: preview and import are these same steps. */
export function takingSettlementsIn(
  { settlements, keptOut }: Contents['settlements'],
  { seq, importId, shopId, doubts }: ImportTarget<IntoShop>,
  { settle, now, first }: ImportNeeds,
): Stepwise<SettlementsMark, Omit<SettlementsOutcome, 'met'>> {
  const statements = inOrderOfDays(numbered(settlements))
  return {
    async begin(tx) {
      const before = first ? await first.begin(tx) : NOTHING_FIRST
      return {
        done: before.done,
        total: before.total + statements.length,
        first: before,
        counted: NOTHING_COUNTED,
        named: {},
        booked: NOTHING_BOOKED_YET,
      }
    },

    async step(tx, mark, size) {
      const last = await lastEntry(tx)
      if (first && !isOver(mark.first)) {
        const next = await first.step(tx, mark.first, size)
        return {
          ...mark,
          done: next.done,
          total: next.total + statements.length,
          first: next,
          booked: await bookedSince(tx, mark.booked, last),
        }
      }
      const from = mark.done - mark.first.done
      const some = statements.slice(from, from + size)
      const channel = await channelOfShop(tx, shopId)
      const stored = await storeSettlements(tx, { shopId, channel, now }, some)
      await noteSettlementsTold(
        tx,
        seq,
        stored.map((each) => each.seq),
      )
      const orders = await settleTold(
        tx,
        settle,
        shopId,
        stored.filter(({ what }) => what !== 'unchanged'),
      )
      return {
        ...mark,
        done: mark.done + some.length,
        counted: withStored(mark.counted, some, stored, orders),
        named: withNamed(
          mark.named,
          some.filter((_, index) => stored[index]!.what === 'added'),
        ),
        booked: await bookedSince(tx, mark.booked, last),
      }
    },

    end: async (tx, { counted, named, booked }) => ({
      kind: 'settlements',
      importId,
      shopId,
      doubts,
      ...counted,
      problems: keptOut,
      byName: await meant(tx, await channelOfShop(tx, shopId), named),
      ...booked,
    }),
  }
}

/** Orders that a file tells of, and that are here. */
type OrdersHere = Awaited<ReturnType<typeof settleOrdersOfNumbers>>

/** Books what was told: with their orders, where those are here; what belongs to no order stands by itself. */
export async function settleTold(
  tx: Tx,
  settle: Settle,
  shopId: string,
  told: readonly Pick<StoredStatement, 'id' | 'orderNumber'>[],
): Promise<OrdersHere> {
  const orders = await settleOrdersOfNumbers(
    tx,
    settle,
    shopId,
    told.map(({ orderNumber }) => orderNumber).filter((number) => number !== ''),
  )
  await settleAlone(
    tx,
    settle,
    told.filter(({ orderNumber }) => orderNumber === '').map(({ id }) => id),
  )
  return orders
}

/** By day, so that what a step books comes after what the steps before it booked. */
const inOrderOfDays = (statements: readonly NumberedStatement[]) =>
  statements.toSorted((a, b) => (a.releasedOn < b.releasedOn ? -1 : a.releasedOn > b.releasedOn ? 1 : 0))

const NOTHING_FIRST: Extent = { done: 0, total: 0 }
const NONE: Releases = { settlements: 0, released: 0 }
const NOTHING_COUNTED: Counted = {
  added: NONE,
  detailed: NONE,
  unchanged: NONE,
  orders: 0,
  adjustments: NONE,
  waiting: { ...NONE, numbers: [] },
  history: NONE,
}

function withStored(
  before: Counted,
  statements: readonly NumberedStatement[],
  stored: readonly StoredStatement[],
  orders: OrdersHere,
): Counted {
  const those = (fits: (what: StoredStatement['what'], statement: NumberedStatement) => boolean) =>
    statements.filter((statement, index) => fits(stored[index]!.what, statement))
  const added = those((what) => what === 'added')
  const waiting = added.filter(({ orderNumber }) => orderNumber !== '' && !orders.has(orderNumber))
  return {
    added: sum(before.added, added),
    detailed: sum(
      before.detailed,
      those((what) => what === 'detailed'),
    ),
    unchanged: sum(
      before.unchanged,
      those((what) => what === 'unchanged'),
    ),
    orders: before.orders + added.filter(({ kind }) => kind === 'order').length,
    adjustments: sum(
      before.adjustments,
      added.filter(({ kind }) => kind === 'adjustment'),
    ),
    waiting: {
      ...sum(before.waiting, waiting),
      numbers: [...before.waiting.numbers, ...waiting.map(({ orderNumber }) => orderNumber)].slice(0, NUMBERS_SHOWN),
    },
    history: sum(
      before.history,
      added.filter(({ orderNumber }) => orders.get(orderNumber)?.isHistory ?? false),
    ),
  }
}

export const sum = (before: Releases, added: readonly { released: number }[]): Releases => ({
  settlements: before.settlements + added.length,
  released: added.reduce((total, { released }) => total + released, before.released),
})

function withNamed(before: Named, added: readonly NumberedStatement[]): Named {
  const named = { ...before }
  for (const { lines, releasedOn } of added)
    for (const { name, of = '', amount } of lines) {
      if (amount === 0) continue
      const known = named[name] ?? { partOf: of, amount: 0, times: 0, day: releasedOn }
      named[name] = { ...known, amount: known.amount + amount, times: known.times + 1, day: releasedOn }
    }
  return named
}

/** The names of a file with what they are, as the rules stand on the last day it tells of. */
async function meant(reader: Reader, channel: Channel, named: Named): Promise<SettlementsOutcome['byName']> {
  const rules = await standingRules(reader)
  return Object.entries(named).map(([name, { partOf, amount, times, day }]) => ({
    name,
    amount,
    times,
    ...rules.of(channel, normalName(name), normalName(partOf), day),
  }))
}
