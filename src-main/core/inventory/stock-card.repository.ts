import { sql } from 'kysely'
import type { StockCardRow } from '../../../src-shared/inventory/inventory.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Reader } from '../database/open.ts'
import { documentLabels, labelKey } from '../ledger/document-labels.ts'

/** Within a day what comes stands before what leaves, as the moving average has it; then by moment. */
const LEAVES = sql<number>`(m.pieces <= 0)`

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
  const rows = shown.map((row, index) => {
    const document = pointers[index]!
    const card: StockCardRow = {
      id: row.id,
      at: row.at,
      day: row.day,
      kind: row.kind as StockCardRow['kind'],
      // a reversal that moved to its own day counts no piece less
      isReversal: row.generation < 0 || (row.corrects !== null && row.kind !== 'cost'),
      document: { ...document, label: labels.get(labelKey(document))! },
      pieces: row.pieces,
      cost: row.cost,
      onHand,
      value,
    }
    onHand -= row.pieces
    value -= row.cost
    return card
  })
  const last = shown.at(-1)
  return {
    rows,
    nextCursor:
      found.length > limit && last ? encodeCursor(last.day, last.leaves, last.at, last.id, onHand, value) : null,
  }
}
