import { breathe, type Doors, type Reader, type Tx } from '../database/open.ts'
import type { DocumentKind } from '../effects.ts'
import { OPENING } from '../ledger/opening-balance.ts'
import { remember } from '../settings/settings.repository.ts'
import { takingBack } from '../taking-back.ts'
import { createPace, type Extent, isOver, type Stepwise } from '../work/stepwise.ts'
import type { SettleAgain, Settled } from './settle.ts'

/** `done` of `total` documents; cancelled when the signal aborts, with every finished batch kept. */
export type SettleEverything = (
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
) => Promise<Settled>

/** The last document that was settled, in the order of its kind. */
interface Reached {
  day: string
  id: string
}

export interface EverythingMark extends Extent {
  /** The place of the kind in `IN_ORDER`. */
  kind: number
  reached: Reached | null
  settled: Settled
}

/** Every document of every kind as rules, settings and calendar are now. What was settled once stays right. */
export type SettlingEverything = Stepwise<EverythingMark, Settled>

interface Needs {
  settleAgain: SettleAgain
  /** Orders keep days and totals of their own, which follow the calendar too. */
  settleOrders: (tx: Tx, ids: readonly string[]) => Promise<Settled>
}

export function settlingEverything({ settleAgain, settleOrders }: Needs): SettlingEverything {
  const settled = (tx: Tx, kind: DocumentKind, ids: readonly string[]): Promise<Settled> =>
    // what was let in before is not refused now
    takingBack(() =>
      kind === 'order'
        ? settleOrders(tx, ids)
        : settleAgain(
            tx,
            ids.map((id) => ({ kind, id })),
          ),
    )
  return {
    begin: async (tx) => ({
      done: 0,
      total: await documentCount(tx),
      kind: 0,
      reached: null,
      settled: { movements: 0, entries: 0, documents: 0 },
    }),

    async step(tx, mark, size) {
      const { kind, documents } = await documentsAfter(tx, mark, size)
      const last = documents.at(-1)
      // there may be fewer than at the beginning
      if (!last) return { ...mark, total: mark.done }
      const { movements, entries } = await settled(
        tx,
        IN_ORDER[kind]!.kind,
        documents.map(({ id }) => id),
      )
      const done = mark.done + documents.length
      const isLast = (await documentsAfter(tx, { kind, reached: last }, 1)).documents.length === 0
      return {
        done,
        total: isLast ? done : Math.max(mark.total, done + 1),
        kind,
        reached: last,
        settled: {
          movements: mark.settled.movements + movements,
          entries: mark.settled.entries + entries,
          documents: done,
        },
      }
    },

    end: async (_tx, { settled }) => settled,
  }
}

const TOUCHED = ['ledger', 'inventory', 'purchasing', 'orders', 'cash', 'household'] as const

/** Under this name the settings remember that settling everything was begun and did not end. */
export const UNFINISHED = 'settlingUnfinished'

/**
 * Samakan ulang: after the zone changed, a period was opened again, the household got a book, or a rule was mended. Each batch
 * is a commit of its own, so that the pack desk is served in between; beginning again appends nothing twice.
 */
export const createSettleEverything =
  ({ begin, step, end }: SettlingEverything, { write }: Pick<Doors, 'write'>): SettleEverything =>
  async (onProgress = () => {}, signal) => {
    let mark = await write(
      [],
      async (tx) => {
        await remember(tx, UNFINISHED, true)
        return begin(tx)
      },
      'step',
    )
    const pace = createPace()
    while (!isOver(mark)) {
      signal?.throwIfAborted()
      const from = mark
      mark = await pace.measured((size) => write([], (tx) => step(tx, from, size), 'step'))
      onProgress(mark.done, mark.total)
      await breathe()
    }
    return write(
      [...TOUCHED],
      async (tx) => {
        await remember(tx, UNFINISHED, false)
        return end(tx, mark)
      },
      'step',
    )
  }

interface Source {
  kind: DocumentKind
  /** The next so many after the one that was reached. */
  next(tx: Reader, reached: Reached | null, size: number): Promise<Reached[]>
}

/** Documents of a table, by their day. */
const dated = (kind: DocumentKind, table: 'purchase' | 'stock_adjustment' | 'cash_record' | 'wallet_line'): Source => ({
  kind,
  next: (tx, reached, size) =>
    tx
      .selectFrom(table)
      .select(['day', 'id'])
      .$if(reached !== null, (rows) =>
        rows.where(({ eb, refTuple, tuple }) => eb(refTuple('day', 'id'), '>', tuple(reached!.day, reached!.id))),
      )
      .orderBy('day')
      .orderBy('id')
      .limit(size)
      .execute(),
})

/** Where goods and money come from first, then where they go. */
const IN_ORDER: readonly Source[] = [
  {
    kind: 'opening-balance',
    next: async (_tx, reached) => (reached ? [] : [{ day: '', id: OPENING.id }]),
  },
  {
    kind: 'opening-stock',
    next: async (tx, reached, size) =>
      (
        await tx
          .selectFrom('opening_stock')
          .select('variant_id as id')
          .where('variant_id', '>', reached?.id ?? '')
          .orderBy('variant_id')
          .limit(size)
          .execute()
      ).map(({ id }) => ({ day: '', id })),
  },
  dated('purchase', 'purchase'),
  dated('stock-adjustment', 'stock_adjustment'),
  dated('cash-record', 'cash_record'),
  dated('wallet-line', 'wallet_line'),
  {
    // those of an order are effects of the order
    kind: 'settlement',
    next: (tx, reached, size) =>
      tx
        .selectFrom('settlement')
        .select(['released_on as day', 'id'])
        .where('order_number', '=', '')
        .$if(reached !== null, (rows) =>
          rows.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('released_on', 'id'), '>', tuple(reached!.day, reached!.id)),
          ),
        )
        .orderBy('released_on')
        .orderBy('id')
        .limit(size)
        .execute(),
  },
  {
    kind: 'order',
    async next(tx, reached, size) {
      const last = reached && (await seqOf(tx, reached.id))
      return tx
        .selectFrom('sales_order')
        .select(['placed_day as day', 'id'])
        .$if(last !== null, (rows) =>
          rows.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('placed_day', 'seq'), '>', tuple(reached!.day, last as number)),
          ),
        )
        .orderBy('placed_day')
        .orderBy('seq')
        .limit(size)
        .execute()
    },
  },
]

/** The next documents, of this kind or of the first one after it that has any. */
export async function documentsAfter(tx: Reader, from: Pick<EverythingMark, 'kind' | 'reached'>, size: number) {
  let { kind, reached } = from
  while (kind < IN_ORDER.length) {
    const documents = await IN_ORDER[kind]!.next(tx, reached, size)
    if (documents.length > 0) return { kind, documents, are: IN_ORDER[kind]!.kind }
    kind += 1
    reached = null
  }
  return { kind, documents: [], are: null }
}

const seqOf = async (tx: Reader, id: string): Promise<number> =>
  (await tx.selectFrom('sales_order').select('seq').where('id', '=', id).executeTakeFirstOrThrow()).seq

export async function documentCount(tx: Reader): Promise<number> {
  let total = 1
  for (const table of [
    'opening_stock',
    'purchase',
    'stock_adjustment',
    'cash_record',
    'wallet_line',
    'sales_order',
  ] as const) {
    const { count } = await tx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    total += count
  }
  const alone = await tx
    .selectFrom('settlement')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('order_number', '=', '')
    .executeTakeFirstOrThrow()
  return total + alone.count
}
