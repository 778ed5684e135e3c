import type {
  AdjustmentDraft,
  AdjustmentRow,
  CountedSince,
  StockCountDraft,
} from '../../../src-shared/inventory/inventory.ts'
import type { BusinessDay, Instant, Zone } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { isMade } from '../database/made-once.ts'
import type { Reader, Tx } from '../database/open.ts'
import { requireOpenDay } from '../ledger/closed-periods.repository.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { EffectSource, Settle } from '../settling/settle.ts'
import { takingBack } from '../taking-back.ts'
import { requireUsual } from '../unusual-total.ts'
import { type Adjustment, effectsOfAdjustment } from './adjustment-effects.ts'
import {
  adjustmentLines,
  adjustmentPage,
  adjustmentRow,
  adjustmentsByIds,
  insertAdjustment,
  markCancelled,
  type NewAdjustment,
} from './adjustments.repository.ts'
import { booksAtMoments, type CountedMoment, momentOfCount } from './books-at-moment.ts'
import { requireShelvedGoods } from './shelved-goods.ts'

const TOUCHED = ['inventory', 'ledger', 'household', 'orders'] as const

/** How settling finds the effects of adjustments and counts. */
export const effectsOfAdjustments: EffectSource = async (tx, ids) => {
  const settings = await settingsOf(tx)
  const documents = await adjustmentsByIds(tx, ids)
  return new Map([...documents].map(([id, document]) => [id, effectsOfAdjustment(document, settings)]))
}

/** Pieces by SKU: a SKU that stands on two lines of a draft was on two shelves. */
function piecesBySku<Line extends { variantId: string }>(lines: readonly Line[], pieces: (line: Line) => number) {
  const sums = new Map<string, number>()
  for (const line of lines) sums.set(line.variantId, (sums.get(line.variantId) ?? 0) + pieces(line))
  return sums
}

interface BooksAsked {
  day: BusinessDay
  lines: readonly { variantId: string; countedAt?: Instant | undefined }[]
}

/** One moment a SKU: goods on two shelves were counted when the first of them was. */
function momentsOf(lines: BooksAsked['lines'], day: BusinessDay, zone: Zone, now: Instant): CountedMoment[] {
  const moments = new Map<string, Instant>()
  for (const { variantId, countedAt } of lines) {
    const at = momentOfCount(day, countedAt, zone, now)
    moments.set(variantId, Math.min(at, moments.get(variantId) ?? at))
  }
  return [...moments].map(([variantId, at]) => ({ variantId, at }))
}

type Since = CountedSince & { sku: string }

/** SKUs of which something left or came after they were counted. */
async function since(tx: Tx, moments: readonly CountedMoment[], zone: Zone): Promise<Since[]> {
  const goods = await requireShelvedGoods(
    tx,
    moments.map(({ variantId }) => variantId),
  )
  const books = await booksAtMoments(tx, moments, zone)
  return [...books].flatMap(([variantId, { left, came }]) =>
    left === 0 && came === 0 ? [] : [{ sku: goods.get(variantId)!.sku, left, came }],
  )
}

export interface AdjustmentNeeds extends RoomNeeds {
  settle: Settle
  /** Pieces of these SKUs that are on their way back and were not inspected yet. */
  piecesExpectedBack(reader: Reader, variantIds: readonly string[]): Promise<ReadonlyMap<string, number>>
}

/** Stock changed by hand: damaged, lost, given away, found, taken home, counted. */
export const createAdjustments = ({ read, write, now, settle, piecesExpectedBack }: AdjustmentNeeds) => {
  /** Surplus that may be a return nobody looked at is asked about: it would be counted a second time. */
  const requireNotReturned = async (tx: Tx, surplus: ReadonlyMap<string, number>, areNotReturns = false) => {
    const comes = [...surplus].filter(([, pieces]) => pieces > 0)
    if (areNotReturns || comes.length === 0) return
    const ids = comes.map(([variantId]) => variantId)
    const [back, goods] = [await piecesExpectedBack(tx, ids), await requireShelvedGoods(tx, ids)]
    for (const [variantId, pieces] of comes) {
      const expected = back.get(variantId) ?? 0
      if (expected > 0)
        throw new DomainError('PIECES_EXPECTED_BACK', { sku: goods.get(variantId)!.sku, surplus: pieces, expected })
    }
  }
  const known = async (reader: Reader, id: string): Promise<AdjustmentRow> => {
    const row = await adjustmentRow(reader, id)
    if (!row) throw new DomainError('DOCUMENT_NOT_FOUND', { id })
    return row
  }
  const settled = async (tx: Tx, document: Adjustment): Promise<AdjustmentRow> => {
    const effects = effectsOfAdjustment(document, await settingsOf(tx))
    await settle(tx, [{ ref: { kind: 'stock-adjustment', id: document.id }, effects }])
    return known(tx, document.id)
  }
  const record = async (tx: Tx, adjustment: NewAdjustment, isMeant: boolean | undefined): Promise<AdjustmentRow> => {
    await insertAdjustment(tx, adjustment)
    const row = await settled(tx, { ...adjustment, isCancelled: false })
    // what it comes to is known only by what the goods cost; a question takes back all of the above
    await requireUsual(tx, 'stock correction', Math.abs(row.cost), isMeant)
    return row
  }

  return {
    list: (input: { cursor?: string | undefined; limit: number }) => adjustmentPage(read, input),

    get: async (id: string) => ({ ...(await known(read, id)), lines: await adjustmentLines(read, id) }),

    /** The same id again is the same act, and answers with what was recorded. */
    adjust: ({ lines, areNotReturns, isMeant, ...draft }: AdjustmentDraft): Promise<AdjustmentRow> =>
      write([...TOUCHED], async (tx) => {
        if (await isMade(tx, draft.id, { ...draft, lines })) return known(tx, draft.id)
        await requireOpenDay(tx, draft.day, now())
        const asked = piecesBySku(lines, ({ pieces }) => pieces)
        const goods = await requireShelvedGoods(tx, [...asked.keys()])
        const comes = draft.kind === 'found'
        for (const [variantId, pieces] of asked) {
          const { sku, onHand } = goods.get(variantId)!
          if (!comes && pieces > onHand) throw new DomainError('STOCK_TOO_LOW', { sku, asked: pieces, onHand })
        }
        if (comes) await requireNotReturned(tx, asked, areNotReturns)
        return record(
          tx,
          {
            ...draft,
            recordedAt: now(),
            lines: [...asked].map(([variantId, pieces]) => ({
              variantId,
              pieces: comes ? pieces : -pieces,
              counted: null,
              expected: null,
              countedAt: null,
            })),
          },
          isMeant,
        )
      }),

    /** What the books held of each SKU when it was counted, and what moved since. */
    booksWhenCounted: async ({ day, lines }: BooksAsked) => {
      const { zone } = await settingsOf(read)
      const books = await booksAtMoments(read, momentsOf(lines, day, zone, now()), zone)
      return [...books].map(([variantId, book]) => ({ variantId, ...book }))
    },

    /** Stock opname: the difference to what the books held when it was counted, which is kept with it. */
    count: ({
      lines,
      areNotReturns,
      isMeant,
      ...draft
    }: StockCountDraft): Promise<AdjustmentRow & { since: Since[] }> =>
      write([...TOUCHED], async (tx) => {
        const { zone } = await settingsOf(tx)
        const recorded = (await isMade(tx, draft.id, { ...draft, lines })) ? await known(tx, draft.id) : null
        const moments = momentsOf(lines, draft.day, zone, recorded?.recordedAt ?? now())
        if (recorded) return { ...recorded, since: await since(tx, moments, zone) }
        await requireOpenDay(tx, draft.day, now())
        const counts = piecesBySku(lines, ({ counted }) => counted)
        const books = await booksAtMoments(tx, moments, zone)
        const surplus = moments.map(({ variantId: id }) => [id, counts.get(id)! - books.get(id)!.expected] as const)
        await requireNotReturned(tx, new Map(surplus), areNotReturns)
        const answer = { since: await since(tx, moments, zone) }
        const row = await record(
          tx,
          {
            ...draft,
            kind: 'count',
            recordedAt: now(),
            lines: moments.map(({ variantId, at }) => {
              const counted = counts.get(variantId)!
              const { expected } = books.get(variantId)!
              return { variantId, pieces: counted - expected, counted, expected, countedAt: at }
            }),
          },
          isMeant,
        )
        return { ...row, ...answer }
      }),

    /** The record stays, with the reason; its effects are reversed. */
    cancel: (id: string, reason: string): Promise<AdjustmentRow> =>
      write([...TOUCHED], async (tx) => {
        const row = await known(tx, id)
        if (row.cancelled) return row
        await markCancelled(tx, id, now(), reason)
        const cancelled = (await adjustmentsByIds(tx, [id])).get(id)!
        return takingBack(() => settled(tx, cancelled))
      }),
  }
}
