import { sql } from 'kysely'
import type { StockCardRow } from '../../../src-shared/inventory/inventory.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { documentLabels, labelKey } from '../ledger/document-labels.ts'

/** Within a day what comes stands before what leaves, as the moving average has it; then by moment. */
const LEAVES = sql<number>`(m.pieces <= 0)`

/** Costs learned later and booked on the movement's own day are part of it; those of a closed month stand where they were booked. */
const IS_PART_OF_ANOTHER = sql<boolean>`(m.kind = 'cost' and exists (
  select 1 from stock_movement o where o.id = m.corrects and o.day = m.day and o.kind <> 'cost'))`

/**
 * Kartu Stok by the dates of its movements, newest first, whenever they were recorded: the first page counts back from the
 * level of the same moment, later ones from the cursor.
 */
export async function stockCard(
  reader: Reader,
  { variantId, cursor, limit }: { variantId: string; cursor?: string | undefined; limit: number },
): Promise<{ rows: StockCardRow[]; nextCursor: string | null }> {
  const [day, leaves, at, id, onHandThere, valueThere] = cursor ? decodeCursor(cursor) : []
  let query = reader
    .selectFrom('stock_movement as m')
    .innerJoin('stock_level as level', 'level.variant_id', 'm.variant_id')
    .select([
      'm.id',
      'm.at',
      'm.day',
      'm.kind',
      'm.generation',
      'm.corrects',
      'm.document_kind',
      'm.document_id',
      'm.pieces',
      'm.cost',
      LEAVES.as('leaves'),
      'level.on_hand',
      'level.value',
    ])
    .where('m.variant_id', '=', variantId)
    .where(({ not }) => not(IS_PART_OF_ANOTHER))
    .orderBy('m.day', 'desc')
    .orderBy(LEAVES, 'desc')
    .orderBy('m.at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit + 1)
  if (cursor) query = query.where(sql<boolean>`(m.day, ${LEAVES}, m.at, m.id) < (${day}, ${leaves}, ${at}, ${id})`)
  const found = await query.execute()
  const shown = found.slice(0, limit)

  const pointers = shown.map(({ document_kind, document_id }) => ({ kind: document_kind, id: document_id }))
  const labels = await documentLabels(reader, pointers)
  let onHand = Number(onHandThere ?? found[0]?.on_hand ?? 0)
  let value = Number(valueThere ?? found[0]?.value ?? 0)
  const learned = await learnedLater(reader, shown)
  const rows = shown.map((row, index) => {
    const document = pointers[index]!
    const corrections = learned.get(row.id) ?? []
    const cost = corrections.reduce((sum, each) => sum + each.cost, row.cost)
    const card: StockCardRow = {
      id: row.id,
      at: row.at,
      day: row.day,
      kind: row.kind as StockCardRow['kind'],
      // a reversal that moved to its own day counts no piece less
      isReversal: row.generation < 0 || (row.corrects !== null && row.kind !== 'cost'),
      document: { ...document, label: labels.get(labelKey(document))! },
      pieces: row.pieces,
      cost,
      corrections: corrections.map(({ at, cost }) => ({ at, cost })),
      onHand,
      value,
    }
    onHand -= row.pieces
    value -= cost
    return card
  })
  const last = shown.at(-1)
  return {
    rows,
    nextCursor:
      found.length > limit && last ? encodeCursor(last.day, last.leaves, last.at, last.id, onHand, value) : null,
  }
}

/** The costs that became part of these movements, oldest first. */
async function learnedLater(reader: Reader, movements: readonly { id: number }[]) {
  const rows = await reader
    .selectFrom('stock_movement as m')
    .select(['m.corrects', 'm.at', 'm.cost'])
    .where('m.corrects', 'in', valuesIn(movements.map(({ id }) => id)))
    .where(IS_PART_OF_ANOTHER)
    .orderBy('m.id')
    .execute()
  return Map.groupBy(rows, ({ corrects }) => corrects!)
}
