/** A channel keeps more of some shops than of others: the owner says what hers are, from a day on. */
export const name = 'shops are of a class'

export const sql = `
CREATE TABLE shop_fees (
  id TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shop (id),
  from_day TEXT NOT NULL,
  -- JSON: the class, the channel's category, programmes joined, and the channel's category by the shop's own
  told TEXT NOT NULL CHECK (json_valid(told)),
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;
CREATE UNIQUE INDEX shop_fees_standing ON shop_fees (shop_id, from_day) WHERE undone_at IS NULL;
`
