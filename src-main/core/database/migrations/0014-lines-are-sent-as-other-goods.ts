/** What is sold out may be sent as another SKU, as agreed with the buyer: said of a line of an order, and taken back, never changed. */
export const name = 'lines are sent as other goods'

export const sql = `
CREATE TABLE sent_instead (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  line INTEGER NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  note TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  taken_back_at INTEGER
) STRICT;
CREATE UNIQUE INDEX sent_instead_stands ON sent_instead (order_id, line) WHERE taken_back_at IS NULL;
CREATE INDEX sent_instead_by_variant ON sent_instead (variant_id) WHERE taken_back_at IS NULL;
`
