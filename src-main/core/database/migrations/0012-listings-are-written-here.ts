/** What stands at channels is known whole, and what shall stand there is written here first. */
export const name = 'listings are written here'

export const sql = /* sql */ `
-- an item as its channel told it last, whole
CREATE TABLE channel_item (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  item_id TEXT NOT NULL CHECK (item_id <> ''),
  said_at INTEGER NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  told TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (shop_id, item_id)
) STRICT, WITHOUT ROWID;

-- what a product's listings in all shops have in common, beside what the product itself says
CREATE TABLE product_master (
  product_id TEXT PRIMARY KEY REFERENCES product (id),
  -- ids of pictures, the cover first
  photos TEXT NOT NULL CHECK (json_valid(photos)),
  dimensions TEXT CHECK (json_valid(dimensions)),
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id)
) STRICT, WITHOUT ROWID;

-- one product as it shall stand in one shop
CREATE TABLE own_listing (
  product_id TEXT NOT NULL REFERENCES product (id),
  shop_id TEXT NOT NULL REFERENCES shop (id),
  -- by this an item that was made is found again
  mark TEXT NOT NULL UNIQUE,
  -- the channel's item; NULL until it is known
  item_id TEXT,
  -- what is written for this shop alone; what is NULL in it follows the product
  written TEXT NOT NULL CHECK (json_valid(written)),
  -- how often it was asked to be published, and which of these the channel has answered
  asked INTEGER NOT NULL DEFAULT 0 CHECK (asked >= 0),
  done INTEGER NOT NULL DEFAULT 0 CHECK (done <= asked),
  -- what was asked for, as it stood then
  wanted TEXT CHECK (json_valid(wanted)),
  -- the item's making went out and no answer is stored: it may be there
  making_since INTEGER,
  published_at INTEGER,
  trouble TEXT CHECK (json_valid(trouble)),
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  PRIMARY KEY (product_id, shop_id),
  CHECK (asked = 0 OR wanted IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX own_listing_by_item ON own_listing (shop_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX own_listing_waiting ON own_listing (shop_id) WHERE asked > done;

-- pictures a channel has already, by their bytes
CREATE TABLE uploaded_photo (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  sha256 TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  PRIMARY KEY (shop_id, sha256)
) STRICT, WITHOUT ROWID;

-- the channel's tree of categories as it was told last
CREATE TABLE channel_category (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  id TEXT NOT NULL,
  -- names from the root down
  path TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  PRIMARY KEY (shop_id, id)
) STRICT, WITHOUT ROWID;

-- what a category asks for
CREATE TABLE channel_attribute (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  category_id TEXT NOT NULL,
  told TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (shop_id, category_id)
) STRICT, WITHOUT ROWID;

-- shops that are connected already read their listings from the beginning
INSERT INTO sync_stream (shop_id, stream, read_until, next_at)
SELECT shop_id, 'listings', 0, 0 FROM connection UNION ALL SELECT shop_id, 'publishing', 0, 0 FROM connection;
`
