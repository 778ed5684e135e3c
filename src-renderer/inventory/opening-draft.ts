import type { OpeningLine, OpeningStockRow } from '../../src-shared/inventory/inventory.ts'
import { type CellTrouble, readOpeningCost, readOpeningPieces } from '../../src-shared/inventory/opening-cells.ts'
import { rupiahText } from '../design/fields/rupiah-entry.ts'

export type OpeningColumn = 'pieces' | 'cost'

/** What stands in the two fields of a row, as typed. */
export type OpeningDraft = Record<OpeningColumn, string>

type Stood = Pick<OpeningStockRow, 'pieces' | 'unitCost'>
type Priced = Stood & Pick<OpeningStockRow, 'variantId' | 'price'>

export const draftOf = ({ pieces, unitCost }: Stood): OpeningDraft => ({
  pieces: pieces === null ? '' : String(pieces),
  cost: rupiahText(unitCost),
})

/** The line that a draft asks for, or why each of its cells cannot be taken. */
export function readDraft(
  row: Priced,
  draft: OpeningDraft,
): { line: OpeningLine; troubles: Partial<Record<OpeningColumn, CellTrouble>> } {
  const pieces = readOpeningPieces(draft.pieces)
  const cost = readOpeningCost(draft.cost, row.price)
  return {
    line: {
      variantId: row.variantId,
      pieces: 'value' in pieces ? pieces.value : row.pieces,
      unitCost: 'value' in cost ? cost.value : row.unitCost,
    },
    troubles: {
      ...('trouble' in pieces && { pieces: pieces.trouble }),
      ...('trouble' in cost && { cost: cost.trouble }),
    },
  }
}

/** A cost alone is of pieces sold already, so none are on the shelf. */
export const isSame = (line: OpeningLine, row: Stood): boolean =>
  (line.pieces ?? (line.unitCost === null ? null : 0)) === row.pieces && line.unitCost === row.unitCost

/** The line to save when a row is left, or null while there is nothing to save: unreadable or unchanged. */
export function lineOf(row: Priced, draft: OpeningDraft): OpeningLine | null {
  const { line, troubles } = readDraft(row, draft)
  return Object.keys(troubles).length > 0 || isSame(line, row) ? null : line
}

/** What was typed as it is shown once its field is left: `60rb` is 60.000, `60%` the rupiah it comes to. */
export function settledDraft(row: Priced, draft: OpeningDraft): OpeningDraft {
  const { line, troubles } = readDraft(row, draft)
  const settled = draftOf(line)
  return {
    pieces: troubles.pieces ? draft.pieces : settled.pieces,
    cost: troubles.cost ? draft.cost : settled.cost,
  }
}
