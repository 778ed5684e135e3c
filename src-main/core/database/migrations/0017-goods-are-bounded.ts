/**
 * What a SKU's movements may come to cost together, whatever order they get, is known before anything more is taken in: the pieces
 * that moved, and what the dearest receipt cost a piece.
 */
export const name = 'goods are bounded'

export const sql = `
-- pieces of all movements that stand, in and out
ALTER TABLE moving_average ADD COLUMN moved INTEGER NOT NULL DEFAULT 0 CHECK (moved >= 0);
-- rupiah a piece, rounded up; no receipt that stands cost more
ALTER TABLE moving_average ADD COLUMN dearest INTEGER NOT NULL DEFAULT 0 CHECK (dearest >= 0);

UPDATE moving_average SET
  moved = coalesce((SELECT sum(CASE WHEN generation > 0 THEN abs(pieces) ELSE -abs(pieces) END) FROM stock_movement m
    WHERE m.variant_id = moving_average.variant_id), 0),
  dearest = coalesce((
    SELECT max((m.cost + coalesce((SELECT sum(c.cost) FROM stock_movement c WHERE c.corrects = m.id), 0) + m.pieces - 1) / m.pieces)
    FROM stock_movement m
    WHERE m.variant_id = moving_average.variant_id AND m.basis = 'stated' AND m.generation > 0 AND m.pieces > 0
      AND NOT EXISTS (SELECT 1 FROM stock_movement r WHERE r.reverses = m.id)), 0);
`
