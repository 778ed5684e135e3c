/** Whose data was taken out of the shop, by order: what a channel tells of them later is left out as well. Ids alone. */
export const name = 'buyers can be forgotten'

export const sql = /* sql */ `
CREATE TABLE forgotten_buyer (
  order_id TEXT PRIMARY KEY REFERENCES sales_order (id),
  at INTEGER NOT NULL,
  why TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id)
) STRICT, WITHOUT ROWID;
`
