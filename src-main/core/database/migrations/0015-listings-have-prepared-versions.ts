/** Words and prices of a listing may be prepared for a time: a sale, a feast. They stand instead of what is written while it lasts. */
export const name = 'listings have prepared versions'

export const sql = `
CREATE TABLE listing_version (
  id TEXT PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES product (id),
  shop_id TEXT NOT NULL REFERENCES shop (id),
  name TEXT NOT NULL CHECK (name <> ''),
  -- what is NULL or missing follows the listing
  title TEXT,
  description TEXT,
  prices TEXT NOT NULL CHECK (json_valid(prices)),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
  -- when the channel was asked to show it, when it did, and when it was asked to show what is written again
  begun_at INTEGER,
  shown_at INTEGER,
  ended_at INTEGER,
  removed_at INTEGER,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id)
) STRICT;
CREATE INDEX listing_version_stands ON listing_version (shop_id, product_id) WHERE ended_at IS NULL OR removed_at IS NULL;
`
