/** What a category of a channel asks for besides its attributes: a brand. Options of a product have pictures of their own there. */
export const name = 'listings have brands, and pictures for options'

export const sql = `
CREATE TABLE channel_brand (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  category_id TEXT NOT NULL,
  is_mandatory INTEGER NOT NULL CHECK (is_mandatory IN (0, 1)),
  -- 0 where the channel has more than are kept
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  told TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (shop_id, category_id)
) STRICT, WITHOUT ROWID;

-- ids of pictures by variant
ALTER TABLE product_master ADD COLUMN variant_photos TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(variant_photos));
`
