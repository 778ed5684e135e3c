import type { Selectable } from 'kysely'
import { chained } from '../database/chained.ts'
import type { StockMovementRow } from '../database/schema.ts'

/** The hash of a movement of stock over the one of the movement before it. */
export const movementHash = (previous: string, row: Omit<Selectable<StockMovementRow>, 'hash'>): string =>
  chained(previous, [
    row.id,
    row.variant_id,
    row.day,
    row.at,
    row.kind,
    row.document_kind,
    row.document_id,
    row.effect,
    row.generation,
    row.reverses,
    row.corrects,
    row.basis,
    row.comes_back,
    row.pieces,
    row.costed,
    row.cost,
  ])
