/**
 * What a connected shop tells beyond orders and releases (returns, its balance, the courier's labels), and what the owner asked
 * of it: acts on orders that wait until the channel has done or refused them.
 */
export const name = 'channels tell of returns and money'

export const sql = /* sql */ `
-- returns as the channel itself tells of them, of each the latest
CREATE TABLE channel_return (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  number TEXT NOT NULL,
  order_number TEXT NOT NULL,
  told_at INTEGER NOT NULL,
  waybill TEXT NOT NULL,
  -- as waybills are looked up; blank where there is none
  waybill_code TEXT NOT NULL,
  brings_goods INTEGER NOT NULL CHECK (brings_goods IN (0, 1)),
  pieces INTEGER NOT NULL CHECK (pieces >= 0),
  asked_at INTEGER,
  -- what it says besides: status, solution, reason, refund, compensation, day of appeal
  told TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (shop_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX channel_return_by_order ON channel_return (shop_id, order_number);
CREATE INDEX channel_return_by_waybill ON channel_return (waybill_code) WHERE waybill_code <> '';

-- lines of a balance as the channel itself tells them, by the channel's own name of each
CREATE TABLE channel_wallet_line (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  key TEXT NOT NULL,
  -- in what two lines agree that nothing but their place tells apart
  alike TEXT NOT NULL,
  line_id TEXT NOT NULL REFERENCES wallet_line (id),
  told TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (shop_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX channel_wallet_line_alike ON channel_wallet_line (shop_id, alike);
CREATE INDEX channel_wallet_line_by_line ON channel_wallet_line (line_id);

-- the courier's own label of an order, or how often it was asked for in vain
CREATE TABLE channel_label (
  order_id TEXT PRIMARY KEY REFERENCES sales_order (id),
  media_type TEXT NOT NULL,
  -- NULL until the channel has given it
  bytes BLOB,
  got_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_at INTEGER NOT NULL,
  trouble TEXT CHECK (json_valid(trouble)),
  CHECK ((bytes IS NULL) = (got_at IS NULL))
) STRICT, WITHOUT ROWID;

-- a buyer's wish to cancel that waits for the seller, as far as the channel tells until when
CREATE TABLE cancel_request (
  order_id TEXT PRIMARY KEY REFERENCES sales_order (id),
  reason TEXT NOT NULL,
  answer_until INTEGER,
  told_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- what somebody asked the channel to do with an order
CREATE TABLE channel_act (
  id TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES connection (shop_id),
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  kind TEXT NOT NULL,
  asked TEXT NOT NULL CHECK (json_valid(asked)),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'refused', 'called off')),
  -- counted before the channel is called: whoever finds one looks first what came of it
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_at INTEGER NOT NULL,
  trouble TEXT CHECK (json_valid(trouble)),
  made_at INTEGER NOT NULL,
  ended_at INTEGER,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  CHECK ((state = 'waiting') = (ended_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX channel_act_waiting ON channel_act (shop_id, next_at) WHERE state = 'waiting';
CREATE INDEX channel_act_by_order ON channel_act (order_id, made_at);

-- shops that are connected already read the new lists from as far back as channels tell
INSERT INTO sync_stream (shop_id, stream, read_until, next_at)
  SELECT c.shop_id, n.stream, c.connected_at - 15 * 86400000, c.connected_at
  FROM connection c, (SELECT 'returns' AS stream UNION ALL SELECT 'wallet') n;
`
