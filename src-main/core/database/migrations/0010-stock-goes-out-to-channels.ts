/**
 * How much of the stock each channel shows, and what was told to it. What shall be shown is never stored: it follows from stock and rules,
 * and what differs from what stands at the channel waits to be told.
 */
export const name = 'stock goes out to channels'

export const sql = /* sql */ `
-- of a whole shop, of a product there or of one listing; the narrowest counts
CREATE TABLE stock_rule (
  id TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shop (id),
  product_id TEXT REFERENCES product (id) ON DELETE CASCADE,
  listing_id TEXT REFERENCES listing (id) ON DELETE CASCADE,
  is_told INTEGER NOT NULL CHECK (is_told IN (0, 1)),
  -- of ten thousand
  share INTEGER NOT NULL CHECK (share BETWEEN 0 AND 10000),
  at_most INTEGER CHECK (at_most >= 0),
  kept_back INTEGER NOT NULL CHECK (kept_back >= 0),
  last_pieces INTEGER NOT NULL CHECK (last_pieces >= 0),
  changed_at INTEGER NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  CHECK (product_id IS NULL OR listing_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX stock_rule_of ON stock_rule (shop_id, coalesce(product_id, ''), coalesce(listing_id, ''));

-- pieces that a shop alone may sell while it is live
CREATE TABLE live_lock (
  id TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shop (id),
  variant_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces > 0),
  begun_at INTEGER NOT NULL,
  ended_at INTEGER,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id)
) STRICT;
CREATE INDEX live_lock_open ON live_lock (variant_id) WHERE ended_at IS NULL;

-- whether a shop's stock is told to its channel, and what the owner saw of it before
CREATE TABLE stock_out (
  shop_id TEXT PRIMARY KEY REFERENCES connection (shop_id),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  -- in which it was switched on: one that was restored since waits until somebody has looked
  epoch INTEGER NOT NULL,
  -- when all of the channel's stock was read last
  compared_at INTEGER
) STRICT, WITHOUT ROWID;

-- what stands at the channel, as it told or as it accepted
CREATE TABLE listing_stock (
  listing_id TEXT PRIMARY KEY REFERENCES listing (id) ON DELETE CASCADE,
  there INTEGER CHECK (there >= 0),
  there_at INTEGER NOT NULL,
  state_there TEXT NOT NULL,
  price_there INTEGER,
  locked_by TEXT NOT NULL,
  -- grows with each number that is sent
  generation INTEGER NOT NULL DEFAULT 0,
  -- went out, and its answer is not stored: nobody knows what stands there
  sent INTEGER CHECK (sent >= 0),
  sent_at INTEGER,
  accepted_at INTEGER,
  -- turned down for good: not said again while nothing else is to be said
  refused INTEGER,
  trouble TEXT CHECK (json_valid(trouble)),
  CHECK ((sent IS NULL) = (sent_at IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO sync_stream (shop_id, stream, read_until, next_at)
SELECT shop_id, 'stock', 0, 0 FROM connection;
`
