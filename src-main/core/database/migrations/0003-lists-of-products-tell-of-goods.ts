/** Lists of products are taken in: goods are known before the first order names them. */
export const name = 'lists of products tell of goods'

export const sql = `
CREATE TABLE told_listing (
  run_seq INTEGER NOT NULL REFERENCES import_run (seq),
  listing_id TEXT NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
  -- as the channel offers it; null where the list does not say
  price INTEGER,
  stock INTEGER,
  PRIMARY KEY (run_seq, listing_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_listing_by_listing ON told_listing (listing_id, run_seq);
`
