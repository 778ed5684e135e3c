import type { OpeningStockRow } from '../../src-shared/inventory/inventory.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { Rupiah } from '../../src-shared/kernel/rupiah.ts'
import { readPieces } from '../design/fields/pieces-entry.ts'
import { readRupiah, rupiahText } from '../design/fields/rupiah-entry.ts'

/** What stands in the two fields of a row, as typed. */
export interface OpeningDraft {
  pieces: string
  cost: string
}

export interface OpeningLine {
  variantId: Id
  pieces: number
  unitCost: Rupiah | null
}

export const draftOf = ({ pieces, unitCost }: OpeningStockRow): OpeningDraft => ({
  pieces: pieces === null ? '' : String(pieces),
  cost: rupiahText(unitCost),
})

export const isPiecesWrong = ({ pieces }: OpeningDraft): boolean => {
  const read = readPieces(pieces)
  return read === undefined || (read !== null && read < 0)
}
export const isCostWrong = ({ cost }: OpeningDraft): boolean => {
  const read = readRupiah(cost)
  return read.kind === 'unreadable' || (read.kind === 'amount' && read.amount < 0)
}

/**
 * The line to save, or null while there is nothing to save: unreadable, unchanged, or empty. A cost without a count is
 * a cost for pieces already sold, so it is saved with zero pieces.
 */
export function lineOf(row: OpeningStockRow, draft: OpeningDraft): OpeningLine | null {
  if (isPiecesWrong(draft) || isCostWrong(draft)) return null
  const pieces = readPieces(draft.pieces) ?? null
  const cost = readRupiah(draft.cost)
  const unitCost = cost.kind === 'amount' ? cost.amount : null
  if (pieces === null && unitCost === null) return null
  if (pieces === row.pieces && unitCost === row.unitCost) return null
  return { variantId: row.variantId, pieces: pieces ?? 0, unitCost }
}
