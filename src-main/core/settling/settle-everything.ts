import { breathe, type Doors, type Reader, type Tx } from '../database/open.ts'
import type { DocumentKind } from '../effects.ts'
import { OPENING } from '../ledger/opening-balance.ts'
import { remember } from '../settings/settings.repository.ts'
import { createPace } from '../work/stepwise.ts'
import type { SettleAgain, Settled } from './settle.ts'

/** `done` of `total` documents; cancelled when the signal aborts, with every finished batch kept. */
export type SettleEverything = (
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
) => Promise<Settled>

interface Needs extends Pick<Doors, 'read' | 'write'> {
  settleAgain: SettleAgain
  /** Orders keep days and totals of their own, which follow the calendar too. */
  settleOrders: (tx: Tx, ids: readonly string[]) => Promise<Settled>
}

const TOUCHED = ['ledger', 'inventory', 'purchasing', 'orders', 'cash', 'household'] as const

/** Under this name the settings remember that settling everything was begun and did not end. */
export const UNFINISHED = 'settlingUnfinished'

/**
 * Samakan ulang: every document of every kind is settled as the rules and settings are now: after the zone changed, a period
 * was opened again, the household got a book, or a rule was mended. Each batch is a commit of its own, so that the pack
 * desk is served in between; what was settled once stays right, and beginning again appends nothing twice.
 */
export const createSettleEverything = ({ read, write, settleAgain, settleOrders }: Needs): SettleEverything => {
  const settled = (tx: Tx, kind: DocumentKind, ids: readonly string[]): Promise<Settled> =>
    kind === 'order'
      ? settleOrders(tx, ids)
      : settleAgain(
          tx,
          ids.map((id) => ({ kind, id })),
        )
  return async (onProgress = () => {}, signal) => {
    await write([], (tx) => remember(tx, UNFINISHED, true), 'step')
    const documents = await documentIds(read)
    const total = documents.reduce((sum, { ids }) => sum + ids.length, 0)
    const sum: Settled = { movements: 0, entries: 0, documents: 0 }
    const pace = createPace()
    for (const { kind, ids } of documents)
      for (let from = 0; from < ids.length; ) {
        signal?.throwIfAborted()
        const { movements, entries } = await pace.measured((size) => {
          const batch = ids.slice(from, from + size)
          from += batch.length
          sum.documents += batch.length
          return write([], (tx) => settled(tx, kind, batch), 'step')
        })
        sum.movements += movements
        sum.entries += entries
        onProgress(sum.documents, total)
        await breathe()
      }
    await write([...TOUCHED], (tx) => remember(tx, UNFINISHED, false), 'step')
    return sum
  }
}

/** Where goods and money come from first, then where they go. */
async function documentIds(read: Reader): Promise<{ kind: DocumentKind; ids: string[] }[]> {
  const idsOf = async (table: 'purchase' | 'stock_adjustment' | 'cash_record') =>
    (await read.selectFrom(table).select('id').orderBy('day').orderBy('id').execute()).map(({ id }) => id)
  const openings = await read.selectFrom('opening_stock').select('variant_id').execute()
  const orders = await read.selectFrom('sales_order').select('id').orderBy('placed_day').orderBy('seq').execute()
  return [
    { kind: 'opening-balance', ids: [OPENING.id] },
    { kind: 'opening-stock', ids: openings.map(({ variant_id }) => variant_id) },
    { kind: 'purchase', ids: await idsOf('purchase') },
    { kind: 'stock-adjustment', ids: await idsOf('stock_adjustment') },
    { kind: 'cash-record', ids: await idsOf('cash_record') },
    { kind: 'order', ids: orders.map(({ id }) => id) },
  ]
}
