/**
 * Shops talk to their channels: connections with sealed keys, how far each list was read, and what channels said before it is
 * understood.
 */
export const name = 'shops are connected'

export const sql = /* sql */ `
-- how a shop talks to its channel; the shop and its history outlive the connection
CREATE TABLE connection (
  shop_id TEXT PRIMARY KEY REFERENCES shop (id),
  -- the channel's own id and name of the shop, and what else every call carries
  account TEXT NOT NULL CHECK (account <> ''),
  account_name TEXT NOT NULL,
  access_key TEXT NOT NULL,
  app_id TEXT NOT NULL,
  service_id TEXT NOT NULL,
  addresses TEXT NOT NULL CHECK (json_valid(addresses)),
  sealed_secret TEXT NOT NULL,
  -- NULL once disconnected
  sealed_tokens TEXT,
  access_until INTEGER NOT NULL,
  refresh_until INTEGER,
  consent_until INTEGER,
  -- a refresh went out and its answer is not stored: the token that was sent may be dead
  refreshing_since INTEGER,
  -- why only the owner can mend it; NULL while it works
  broken TEXT CHECK (json_valid(broken)),
  broken_at INTEGER,
  paused_at INTEGER,
  connected_at INTEGER NOT NULL,
  ended_at INTEGER,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  CHECK ((sealed_tokens IS NULL) = (ended_at IS NOT NULL))
) STRICT;

-- how far each list of a channel was read
CREATE TABLE sync_stream (
  shop_id TEXT NOT NULL REFERENCES connection (shop_id),
  stream TEXT NOT NULL,
  -- everything the channel tells up to this moment is in the inbox
  read_until INTEGER NOT NULL,
  -- the window under way and the channel's cursor in it; NULL between two windows
  window_from INTEGER,
  window_to INTEGER,
  cursor TEXT,
  next_at INTEGER NOT NULL,
  succeeded_at INTEGER,
  -- failures since the last success, and the last one
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  trouble TEXT CHECK (json_valid(trouble)),
  trouble_at INTEGER,
  -- what the last comparison found
  outcome TEXT CHECK (json_valid(outcome)),
  PRIMARY KEY (shop_id, stream),
  CHECK ((window_from IS NULL) = (window_to IS NULL)),
  CHECK (cursor IS NULL OR window_to IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- every round with the channel of the last days, by hour
CREATE TABLE sync_hour (
  shop_id TEXT NOT NULL REFERENCES connection (shop_id),
  hour INTEGER NOT NULL,
  rounds INTEGER NOT NULL CHECK (rounds >= 0),
  failures INTEGER NOT NULL CHECK (failures >= 0),
  PRIMARY KEY (shop_id, hour)
) STRICT, WITHOUT ROWID;

-- what channels said, as they said it; of each thing the latest
CREATE TABLE inbox (
  seq INTEGER PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES connection (shop_id),
  about TEXT NOT NULL,
  key TEXT NOT NULL,
  said_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  -- deflated
  body BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'applied', 'unreadable')),
  applied_at INTEGER,
  -- what could not be understood
  problem TEXT NOT NULL DEFAULT '',
  UNIQUE (shop_id, about, key)
) STRICT;
CREATE INDEX inbox_waiting ON inbox (shop_id, seq) WHERE state = 'waiting';
CREATE INDEX inbox_unreadable ON inbox (shop_id, seq) WHERE state = 'unreadable';
`
