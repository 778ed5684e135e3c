CREATE TABLE account (
  code TEXT PRIMARY KEY CHECK (code GLOB '[1-9][0-9][0-9][0-9]'),
  book TEXT NOT NULL CHECK (book IN ('usaha', 'rumah')),
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  normal TEXT NOT NULL CHECK (normal IN ('D', 'K')),
  kind TEXT NOT NULL CHECK (kind IN ('asset', 'liability', 'equity', 'income', 'expense')),
  line TEXT NOT NULL,
  is_cash INTEGER NOT NULL CHECK (is_cash IN (0, 1)),
  -- what people may do with it in Catat Kas, and the account that takes what moving its money costs
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  cost_account TEXT REFERENCES account (code),
  -- what the owner calls it, in either language
  own_name TEXT,
  is_own INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1)),
  archived_at INTEGER,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  CHECK ((book = 'rumah') = (code >= '9000'))
) STRICT, WITHOUT ROWID;

CREATE TABLE account_day (
  book TEXT NOT NULL, account TEXT NOT NULL, day TEXT NOT NULL,
  debit INTEGER NOT NULL, credit INTEGER NOT NULL,
  PRIMARY KEY (book, account, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_month (
  book TEXT NOT NULL, account TEXT NOT NULL, month TEXT NOT NULL,
  debit INTEGER NOT NULL, credit INTEGER NOT NULL,
  PRIMARY KEY (book, account, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE act (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  procedure TEXT NOT NULL,
  -- who asked for what, in one hash
  digest TEXT NOT NULL,
  -- JSON; NULL where there is nothing to tell
  outcome TEXT,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE actor (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE adjustment_kind (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE bank_account (
  number TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (code),
  bank TEXT NOT NULL,
  owner_name TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_line (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (code),
  day TEXT NOT NULL,
  identity TEXT NOT NULL,
  -- 1, 2, … of equal lines of a day
  nth INTEGER NOT NULL CHECK (nth > 0),
  position INTEGER NOT NULL,
  at INTEGER,
  description TEXT NOT NULL,
  -- what it is known by: the description without dates, numbers and the bank's own words
  words TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount <> 0),
  balance INTEGER,
  reference TEXT NOT NULL,
  told INTEGER NOT NULL CHECK (told >= 0),
  -- what somebody said of it; its documents are in bank_line_document
  ignored_because TEXT,
  batch_id TEXT,
  answered_at INTEGER,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  -- the rule that says the same, and the one that was not agreed with
  rule_id TEXT,
  against_rule_id TEXT,
  UNIQUE (account, identity, nth)
) STRICT;

CREATE INDEX bank_line_by_day ON bank_line (day DESC, account, position DESC, id) WHERE told > 0;

CREATE INDEX bank_line_waiting ON bank_line (account, day) WHERE told > 0 AND answered_at IS NULL;

CREATE INDEX bank_line_by_batch ON bank_line (answered_at DESC, batch_id) WHERE batch_id IS NOT NULL;

CREATE INDEX bank_line_by_rule ON bank_line (rule_id) WHERE rule_id IS NOT NULL;

CREATE TABLE bank_line_document (
  line_id TEXT NOT NULL REFERENCES bank_line (id),
  document_kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  is_made INTEGER NOT NULL CHECK (is_made IN (0, 1)),
  PRIMARY KEY (line_id, document_kind, document_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX bank_line_by_document ON bank_line_document (document_kind, document_id);

CREATE TABLE bank_rule (
  id TEXT PRIMARY KEY,
  words TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  account TEXT REFERENCES account (code),
  least INTEGER,
  most INTEGER,
  meaning TEXT NOT NULL CHECK (json_valid(meaning)),
  -- written or changed by hand, and not only learned
  is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
  off_at INTEGER,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE bank_statement (
  seq INTEGER PRIMARY KEY,
  import_id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL REFERENCES account (code),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX bank_statement_by_account ON bank_statement (account, to_day);

CREATE TABLE bank_told (
  statement_seq INTEGER NOT NULL REFERENCES bank_statement (seq),
  line_id TEXT NOT NULL REFERENCES bank_line (id),
  position INTEGER NOT NULL,
  at INTEGER,
  balance INTEGER,
  reference TEXT NOT NULL,
  PRIMARY KEY (line_id, statement_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX bank_told_by_statement ON bank_told (statement_seq);

CREATE TABLE budget (
  month TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES account (code),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (month, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle_component (
  bundle_id TEXT NOT NULL REFERENCES variant (id),
  component_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces > 0),
  PRIMARY KEY (bundle_id, component_id),
  CHECK (bundle_id <> component_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle_version (
  bundle_id TEXT NOT NULL REFERENCES variant (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version > 0),
  since INTEGER NOT NULL,
  component_id TEXT NOT NULL REFERENCES variant (id) ON DELETE CASCADE,
  pieces INTEGER NOT NULL CHECK (pieces > 0),
  PRIMARY KEY (bundle_id, version, component_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX bundle_version_by_component ON bundle_version (component_id);

CREATE TABLE cancel_request (
  order_id TEXT PRIMARY KEY REFERENCES sales_order (id),
  reason TEXT NOT NULL,
  answer_until INTEGER,
  told_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cash_record (
  id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  what TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  note TEXT NOT NULL,
  record TEXT NOT NULL CHECK (json_valid(record)),
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  recorded_at INTEGER NOT NULL,
  cancelled_at INTEGER,
  cancel_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX cash_record_by_day ON cash_record (day DESC, id DESC);

CREATE TABLE channel (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

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

CREATE TABLE channel_attribute (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  category_id TEXT NOT NULL,
  told TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (shop_id, category_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE channel_brand (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  category_id TEXT NOT NULL,
  is_mandatory INTEGER NOT NULL CHECK (is_mandatory IN (0, 1)),
  -- 0 where the channel has more than are kept
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  told TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (shop_id, category_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE channel_category (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  id TEXT NOT NULL,
  -- names from the root down
  path TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  PRIMARY KEY (shop_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE channel_item (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  item_id TEXT NOT NULL CHECK (item_id <> ''),
  said_at INTEGER NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  told TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (shop_id, item_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  book TEXT NOT NULL CHECK (book IN ('usaha', 'rumah')),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  document_kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  effect TEXT NOT NULL,
  -- 1, 2, … for each time the effect was posted; the negative number takes it back
  generation INTEGER NOT NULL CHECK (generation <> 0),
  reverses INTEGER UNIQUE REFERENCES entry (id),
  -- the entry whose cost this one mends by the difference, or the reversal that it brings to another day
  corrects INTEGER REFERENCES entry (id),
  pair_id TEXT,
  -- what it is about; worded when shown
  memo_key TEXT NOT NULL,
  memo_facts TEXT NOT NULL CHECK (json_valid(memo_facts)),
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  recorded_at INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (document_kind, document_id, effect, generation),
  CHECK ((generation < 0) = (reverses IS NOT NULL))
) STRICT;

CREATE INDEX entry_by_day ON entry (book, day, id);

CREATE TRIGGER entry_seal AFTER INSERT ON entry BEGIN
  SELECT CASE
    WHEN (SELECT count(*) FROM posting WHERE entry_id = NEW.id) < 2 THEN RAISE(ABORT, 'seal: an entry needs two lines')
    WHEN (SELECT sum(amount) FROM posting WHERE entry_id = NEW.id) <> 0 THEN RAISE(ABORT, 'seal: the entry does not balance')
    WHEN EXISTS (SELECT 1 FROM posting JOIN account ON account.code = posting.account
                 WHERE entry_id = NEW.id AND (account.book <> NEW.book OR posting.day <> NEW.day))
      THEN RAISE(ABORT, 'seal: a line belongs to another book or day')
    WHEN NEW.day <= (SELECT closed_through FROM period_lock ORDER BY id DESC LIMIT 1)
      THEN RAISE(ABORT, 'seal: the period is closed')
  END;
END;

CREATE TRIGGER entry_balances AFTER INSERT ON entry BEGIN
  INSERT INTO account_day (book, account, day, debit, credit)
    SELECT NEW.book, account, NEW.day, max(amount, 0), max(-amount, 0) FROM posting WHERE entry_id = NEW.id
    ON CONFLICT (book, account, day) DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit;
  INSERT INTO account_month (book, account, month, debit, credit)
    SELECT NEW.book, account, substr(NEW.day, 1, 7), max(amount, 0), max(-amount, 0) FROM posting WHERE entry_id = NEW.id
    ON CONFLICT (book, account, month) DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit;
END;

CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'seal: entries are append-only'); END;

CREATE TRIGGER entry_fixed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'seal: entries are append-only'); END;

CREATE TABLE expected_return (
  order_id TEXT PRIMARY KEY REFERENCES sales_order (id),
  why TEXT NOT NULL,
  since INTEGER NOT NULL,
  received_at INTEGER,
  pieces INTEGER NOT NULL CHECK (pieces > 0),
  inspected INTEGER NOT NULL CHECK (inspected BETWEEN 0 AND pieces),
  open_claims INTEGER NOT NULL,
  -- to look at, looked at; the newest inspection, for a list by time
  is_done INTEGER NOT NULL CHECK (is_done IN (0, 1)),
  last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX expected_return_waiting ON expected_return (since, order_id) WHERE is_done = 0;

CREATE INDEX expected_return_done ON expected_return (last_at DESC, order_id) WHERE is_done = 1;

CREATE INDEX expected_return_claims ON expected_return (last_at DESC, order_id) WHERE open_claims > 0;

CREATE TABLE fee_account (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL REFERENCES channel (name),
  name TEXT NOT NULL,
  normal TEXT NOT NULL,
  from_day TEXT NOT NULL,
  meaning TEXT NOT NULL REFERENCES meaning (name),
  account TEXT NOT NULL REFERENCES account (code),
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;

CREATE UNIQUE INDEX fee_account_standing ON fee_account (channel, normal, from_day) WHERE undone_at IS NULL;

CREATE TABLE fee_rate (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL REFERENCES channel (name),
  -- NULL for every shop of the channel
  shop_id TEXT REFERENCES shop (id),
  -- blank for goods of every category
  category TEXT NOT NULL,
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  -- JSON: so much an order, or a share
  reckoning TEXT NOT NULL CHECK (json_valid(reckoning)),
  source TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;

CREATE TABLE file_mapping (
  id TEXT PRIMARY KEY,
  -- its headings, whatever their order
  fingerprint TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  at INTEGER NOT NULL,
  removed_at INTEGER,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id)
) STRICT;

CREATE UNIQUE INDEX file_mapping_known ON file_mapping (fingerprint) WHERE removed_at IS NULL;

CREATE TABLE forgotten_buyer (
  order_id TEXT PRIMARY KEY REFERENCES sales_order (id),
  at INTEGER NOT NULL,
  why TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_problem (
  run_id TEXT NOT NULL REFERENCES import_run (id),
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  row INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  column_letter TEXT NOT NULL,
  order_number TEXT NOT NULL,
  value TEXT NOT NULL,
  blocks INTEGER NOT NULL CHECK (blocks IN (0, 1)),
  PRIMARY KEY (run_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_run (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- where it went: into a shop, or, a bank statement, into an account of the books
  shop_id TEXT REFERENCES shop (id),
  account TEXT REFERENCES account (code),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES raw_document (sha256),
  kind TEXT NOT NULL,
  report TEXT NOT NULL,
  modified_at INTEGER,
  -- by which mapping it was read, where no reader knew it
  mapping_id TEXT REFERENCES file_mapping (id),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL REFERENCES actor (id),
  problems INTEGER NOT NULL,
  -- what it did; not known before it ends, nor where it was stopped and taken back
  result TEXT CHECK (json_valid(result)),
  withdrawn_at INTEGER,
  withdrawn_by TEXT REFERENCES actor (id),
  withdrawal TEXT CHECK (json_valid(withdrawal)),
  moved_to TEXT REFERENCES import_run (id),
  CHECK ((shop_id IS NULL) <> (account IS NULL))
) STRICT;

CREATE INDEX import_run_by_time ON import_run (at DESC, id DESC);

CREATE INDEX import_run_by_shop ON import_run (shop_id, at);

CREATE INDEX import_run_by_file ON import_run (sha256);

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

CREATE TABLE listing (
  id TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shop (id),
  -- the channel's own ids; blank while no source knew them
  external_item TEXT NOT NULL DEFAULT '',
  external_model TEXT NOT NULL DEFAULT '',
  -- the name seen last; every name it had stands in listing_alias
  sku TEXT NOT NULL,
  product_name TEXT NOT NULL,
  variation_name TEXT NOT NULL,
  variant_id TEXT REFERENCES variant (id),
  -- when it was mapped, or freed by a person
  mapped_at INTEGER,
  first_seen_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX listing_by_external ON listing (shop_id, external_item, external_model) WHERE external_item <> '';

CREATE INDEX listing_unmapped ON listing (first_seen_at) WHERE variant_id IS NULL;

CREATE INDEX listing_by_variant ON listing (variant_id) WHERE variant_id IS NOT NULL;

CREATE TABLE listing_alias (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  sku TEXT NOT NULL,
  product_name TEXT NOT NULL,
  variation_name TEXT NOT NULL,
  listing_id TEXT NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, sku, product_name, variation_name)
) STRICT, WITHOUT ROWID;

CREATE INDEX listing_alias_by_listing ON listing_alias (listing_id);

CREATE INDEX listing_alias_by_code ON listing_alias (shop_id, lower(trim(sku))) WHERE sku <> '';

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

CREATE TABLE made_record (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE meaning (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE movement_kind (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE moving_average (
  variant_id TEXT PRIMARY KEY REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces >= 0),
  value INTEGER NOT NULL CHECK (value >= 0),
  changed_day TEXT NOT NULL,
  changed_rank INTEGER NOT NULL,
  last_day TEXT NOT NULL,
  last_at INTEGER NOT NULL,
  last_loss_day TEXT NOT NULL,
  uncosted INTEGER NOT NULL CHECK (uncosted >= 0),
  -- since which day its movements are costed again later; what they took meanwhile is for now
  recost_from TEXT
, moved INTEGER NOT NULL DEFAULT 0 CHECK (moved >= 0), dearest INTEGER NOT NULL DEFAULT 0 CHECK (dearest >= 0)) STRICT, WITHOUT ROWID;

CREATE INDEX moving_average_later ON moving_average (variant_id) WHERE recost_from IS NOT NULL;

CREATE TABLE opening (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mark TEXT NOT NULL
) STRICT;

CREATE TABLE opening_balance (
  account TEXT PRIMARY KEY REFERENCES account (code),
  amount INTEGER NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE opening_stock (
  variant_id TEXT PRIMARY KEY REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces >= 0),
  unit_cost INTEGER CHECK (unit_cost >= 0),
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE order_code USING fts5 (number, tracking, phone, content='', contentless_delete=1, tokenize='trigram');

CREATE TABLE 'order_code_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'order_code_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'order_code_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'order_code_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE order_event (
  id INTEGER PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  source TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  detail TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX order_event_by_order ON order_event (order_id, id);

CREATE TABLE order_line (
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  line INTEGER NOT NULL,
  listing_id TEXT REFERENCES listing (id),
  variant_id TEXT REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces > 0),
  returned_pieces INTEGER NOT NULL CHECK (returned_pieces >= 0),
  list_price INTEGER NOT NULL,
  price INTEGER NOT NULL,
  seller_discount INTEGER NOT NULL,
  channel_discount INTEGER NOT NULL,
  weight_grams INTEGER,
  channel_line TEXT NOT NULL DEFAULT '',
  waybill TEXT NOT NULL,
  is_shipped INTEGER NOT NULL CHECK (is_shipped IN (0, 1)),
  PRIMARY KEY (order_id, line),
  CHECK ((listing_id IS NULL) <> (variant_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX order_line_by_listing ON order_line (listing_id) WHERE listing_id IS NOT NULL;

CREATE INDEX order_line_by_variant ON order_line (variant_id) WHERE variant_id IS NOT NULL;

CREATE TABLE order_recipient (
  order_id TEXT PRIMARY KEY REFERENCES sales_order (id),
  username TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL,
  address TEXT NOT NULL, city TEXT NOT NULL, province TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE order_return (
  order_id TEXT PRIMARY KEY REFERENCES sales_order (id),
  received_at INTEGER,
  -- as the courier prints it; blank when the parcel came back with the waybill it left with
  waybill TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX order_return_by_waybill ON order_return (waybill) WHERE waybill <> '';

CREATE VIRTUAL TABLE order_search USING fts5 (number, tracking, buyer, goods, content='', contentless_delete=1, prefix='3 4 5 6 7', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE order_tab_total (
  tab TEXT NOT NULL, state TEXT NOT NULL, shop_id TEXT NOT NULL REFERENCES shop (id),
  orders INTEGER NOT NULL, pieces INTEGER NOT NULL, gross_sales INTEGER NOT NULL,
  PRIMARY KEY (tab, state, shop_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_told (
  order_seq INTEGER NOT NULL REFERENCES sales_order (seq),
  run_seq INTEGER NOT NULL REFERENCES import_run (seq),
  PRIMARY KEY (order_seq, run_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX order_told_by_run ON order_told (run_seq);

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

CREATE TABLE own_sale_change (
  id INTEGER PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  fact TEXT NOT NULL,
  line INTEGER,
  was TEXT NOT NULL,
  becomes TEXT NOT NULL
) STRICT;

CREATE INDEX own_sale_change_by_order ON own_sale_change (order_id, id);

CREATE TABLE pack_scan (
  parcel_id TEXT NOT NULL REFERENCES parcel (id),
  item_key TEXT NOT NULL,
  scanned INTEGER NOT NULL CHECK (scanned > 0),
  PRIMARY KEY (parcel_id, item_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE parcel (
  id TEXT NOT NULL UNIQUE,
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  number INTEGER NOT NULL CHECK (number > 0),
  waybill TEXT NOT NULL,
  -- what was done here
  printed_at INTEGER, packed_at INTEGER, handed_over_at INTEGER, held_at INTEGER, set_aside_at INTEGER,
  packed_by TEXT NOT NULL, handed_over_by TEXT NOT NULL, hold_reason TEXT NOT NULL,
  -- by hand-over or by the channel's word
  left_at INTEGER,
  PRIMARY KEY (order_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX parcel_packed ON parcel (packed_at) WHERE packed_at IS NOT NULL;

CREATE INDEX parcel_at_the_door ON parcel (packed_at) WHERE packed_at IS NOT NULL AND left_at IS NULL AND set_aside_at IS NULL;

CREATE INDEX parcel_handed_over ON parcel (handed_over_at) WHERE handed_over_at IS NOT NULL;

CREATE TABLE parcel_claim (
  parcel_id TEXT PRIMARY KEY REFERENCES parcel (id),
  desk TEXT NOT NULL,
  actor TEXT NOT NULL,
  since INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE parcel_content (
  parcel_id TEXT NOT NULL REFERENCES parcel (id),
  item_key TEXT NOT NULL,
  variant_id TEXT REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces > 0),
  PRIMARY KEY (parcel_id, item_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX parcel_content_unmapped ON parcel_content (item_key) WHERE variant_id IS NULL;

CREATE TABLE period_lock (
  id INTEGER PRIMARY KEY,
  closed_through TEXT NOT NULL CHECK (closed_through = '' OR closed_through GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER period_lock_kept BEFORE DELETE ON period_lock BEGIN SELECT RAISE(ABORT, 'seal: period locks are append-only'); END;

CREATE TRIGGER period_lock_fixed BEFORE UPDATE ON period_lock BEGIN SELECT RAISE(ABORT, 'seal: period locks are append-only'); END;

CREATE TABLE person (
  id TEXT PRIMARY KEY REFERENCES actor (id),
  role TEXT NOT NULL REFERENCES role (name),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  -- scrypt with its costs and salt, as one text; null: cannot sign in by typing
  secret TEXT,
  -- SHA-256 of a badge's code, whose 128 random bits need no slow hash
  badge TEXT UNIQUE,
  CHECK ((role = 'owner') = (id = 'owner'))
) STRICT, WITHOUT ROWID;

CREATE TABLE photo (
  id TEXT PRIMARY KEY,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/webp', 'image/jpeg', 'image/png')),
  bytes BLOB NOT NULL CHECK (length(bytes) <= 400000)
) STRICT;

CREATE TABLE pieces_back (
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  variant_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces > 0),
  PRIMARY KEY (order_id, variant_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX pieces_back_by_variant ON pieces_back (variant_id);

CREATE TABLE posting (
  entry_id INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
  account TEXT NOT NULL REFERENCES account (code),
  amount INTEGER NOT NULL CHECK (amount <> 0 AND abs(amount) <= 10000000000000000),
  day TEXT NOT NULL,
  PRIMARY KEY (entry_id, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX posting_by_account ON posting (account, day, entry_id);

CREATE TRIGGER posting_late BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'seal: the entry is already posted'); END;

CREATE TRIGGER posting_kept BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'seal: entries are append-only'); END;

CREATE TRIGGER posting_fixed BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'seal: entries are append-only'); END;

CREATE TABLE product (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  category TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  photo_id TEXT,
  archived_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX product_by_category ON product (category, name);

CREATE TABLE product_master (
  product_id TEXT PRIMARY KEY REFERENCES product (id),
  -- ids of pictures, the cover first
  photos TEXT NOT NULL CHECK (json_valid(photos)),
  dimensions TEXT CHECK (json_valid(dimensions)),
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id)
, variant_photos TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(variant_photos))) STRICT, WITHOUT ROWID;

CREATE TABLE purchase (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  supplier_id TEXT NOT NULL REFERENCES supplier (id),
  day TEXT NOT NULL,
  discount INTEGER NOT NULL CHECK (discount >= 0),
  extra_cost INTEGER NOT NULL CHECK (extra_cost >= 0),
  paid INTEGER NOT NULL CHECK (paid >= 0),
  paid_from TEXT REFERENCES account (code),
  due_day TEXT,
  note TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  recorded_at INTEGER NOT NULL,
  cancelled_at INTEGER,
  cancel_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX purchase_by_day ON purchase (day DESC, id DESC);

CREATE INDEX purchase_by_supplier ON purchase (supplier_id, day);

CREATE TABLE purchase_line (
  purchase_id TEXT NOT NULL REFERENCES purchase (id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces > 0),
  price INTEGER NOT NULL CHECK (price >= 0),
  PRIMARY KEY (purchase_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE raw_document (
  sha256 TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  size INTEGER NOT NULL,
  taken_at INTEGER NOT NULL,
  packing TEXT NOT NULL,
  bytes BLOB
) STRICT;

CREATE INDEX raw_document_by_age ON raw_document (taken_at) WHERE bytes IS NOT NULL;

CREATE TABLE reservation (
  document_kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  effect TEXT NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces > 0),
  PRIMARY KEY (document_kind, document_id, effect)
) STRICT, WITHOUT ROWID;

CREATE INDEX reservation_by_variant ON reservation (variant_id);

CREATE TRIGGER reservation_level AFTER INSERT ON reservation BEGIN
  INSERT INTO stock_level (variant_id, on_hand, reserved, costed, value) VALUES (NEW.variant_id, 0, NEW.pieces, 0, 0)
    ON CONFLICT (variant_id) DO UPDATE SET reserved = reserved + excluded.reserved;
END;

CREATE TRIGGER reservation_released AFTER DELETE ON reservation BEGIN
  UPDATE stock_level SET reserved = reserved - OLD.pieces WHERE variant_id = OLD.variant_id;
END;

CREATE TRIGGER reservation_fixed BEFORE UPDATE ON reservation BEGIN SELECT RAISE(ABORT, 'seal: release and reserve again'); END;

CREATE TABLE restore (
  epoch INTEGER PRIMARY KEY CHECK (epoch > 0),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  -- the backup that was put in place, and when it had been made
  backup_id TEXT NOT NULL,
  backup_at INTEGER NOT NULL,
  -- where the file lies that stood here before; NULL where none did
  kept_file TEXT,
  -- acknowledged acts that were newer than the backup: brought back from the receipt journal, and not
  replayed INTEGER NOT NULL CHECK (replayed >= 0),
  not_replayed TEXT NOT NULL CHECK (json_valid(not_replayed))
) STRICT;

CREATE TRIGGER restore_fixed BEFORE UPDATE ON restore BEGIN SELECT RAISE(ABORT, 'seal: restores are append-only'); END;

CREATE TRIGGER restore_kept BEFORE DELETE ON restore BEGIN SELECT RAISE(ABORT, 'seal: restores are append-only'); END;

CREATE TABLE return_claim (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  -- who is asked to pay: the channel or the courier, by name
  party TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  at INTEGER NOT NULL,
  note TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  paid_day TEXT,
  paid_amount INTEGER CHECK (paid_amount > 0),
  paid_to TEXT REFERENCES account (code),
  refused_at INTEGER,
  undone_at INTEGER,
  undo_reason TEXT NOT NULL DEFAULT '',
  CHECK ((paid_day IS NULL) = (paid_amount IS NULL) AND (paid_day IS NULL) = (paid_to IS NULL))
) STRICT;

CREATE INDEX return_claim_by_order ON return_claim (order_id);

CREATE TABLE return_condition (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE return_evidence (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  at INTEGER NOT NULL,
  note TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id)
) STRICT;

CREATE INDEX return_evidence_by_order ON return_evidence (order_id, at);

CREATE TRIGGER return_evidence_fixed BEFORE UPDATE ON return_evidence BEGIN SELECT RAISE(ABORT, 'seal: evidence is kept as it was taken'); END;

CREATE TABLE return_inspection (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  line INTEGER NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces > 0),
  condition TEXT NOT NULL REFERENCES return_condition (name),
  at INTEGER NOT NULL,
  note TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  undone_at INTEGER,
  undo_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX return_inspection_by_order ON return_inspection (order_id, seq);

CREATE TABLE return_refund (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  day TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  account TEXT NOT NULL REFERENCES account (code),
  at INTEGER NOT NULL,
  note TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  undone_at INTEGER,
  undo_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX return_refund_by_order ON return_refund (order_id);

CREATE TABLE role (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE running_work (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  -- a file's name, a listing's
  about TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  mark TEXT NOT NULL CHECK (json_valid(mark)),
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  started_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sales_day (
  day TEXT NOT NULL, shop_id TEXT NOT NULL REFERENCES shop (id),
  orders INTEGER NOT NULL, pieces INTEGER NOT NULL, gross_sales INTEGER NOT NULL, seller_cuts INTEGER NOT NULL,
  PRIMARY KEY (day, shop_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sales_order (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  shop_id TEXT NOT NULL REFERENCES shop (id),
  channel TEXT NOT NULL REFERENCES channel (name),
  number TEXT NOT NULL,
  -- what the channel says
  channel_state TEXT NOT NULL,
  raw_status TEXT NOT NULL,
  -- when what was stated, so that a statement that comes late finds its place
  statements TEXT NOT NULL CHECK (json_valid(statements)),
  placed_at INTEGER, paid_at INTEGER, arranged_at INTEGER, shipped_at INTEGER, delivered_at INTEGER,
  completed_at INTEGER, cancelled_at INTEGER, comes_back_at INTEGER, ship_by INTEGER,
  -- shipped_at and completed_at are these, or implied by the rest
  stated_shipped_at INTEGER, presumed_shipped_at INTEGER, stated_completed_at INTEGER,
  -- every import that told of it was taken back: out of all lists and without effects until one tells of it again
  withdrawn_at INTEGER,
  -- together with what was done here with its parcels, as people see it
  state TEXT NOT NULL,
  tab TEXT NOT NULL,
  sort_key INTEGER NOT NULL,
  placed_day TEXT NOT NULL,
  left_at INTEGER,
  parcels_to_pack INTEGER NOT NULL,
  is_held INTEGER NOT NULL CHECK (is_held IN (0, 1)),
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
  is_history INTEGER NOT NULL CHECK (is_history IN (0, 1)),
  unmapped_lines INTEGER NOT NULL DEFAULT 0,
  cancel_reason TEXT NOT NULL,
  payment_method TEXT NOT NULL,
  is_cod INTEGER NOT NULL CHECK (is_cod IN (0, 1)),
  shipping_service TEXT NOT NULL,
  courier TEXT NOT NULL,
  tracking_number TEXT NOT NULL,
  is_pickup INTEGER CHECK (is_pickup IN (0, 1)),
  buyer_note TEXT NOT NULL,
  seller_note TEXT NOT NULL,
  own_note TEXT,
  -- the wallet an own sale was paid into, where it is another one than its kind of payment goes to
  paid_into TEXT REFERENCES account (code),
  pieces INTEGER NOT NULL,
  gross_sales INTEGER NOT NULL,
  goods_value INTEGER NOT NULL,
  seller_cuts INTEGER NOT NULL,
  buyer_payment INTEGER NOT NULL,
  money TEXT NOT NULL CHECK (json_valid(money)), shop_front TEXT NOT NULL DEFAULT '',
  UNIQUE (shop_id, number)
) STRICT;

CREATE INDEX order_list ON sales_order (tab, sort_key, seq);

CREATE INDEX order_recent ON sales_order (coalesce(placed_at, 0) DESC, seq DESC);

CREATE INDEX order_unmapped ON sales_order (completed_at) WHERE unmapped_lines > 0;

CREATE INDEX order_day ON sales_order (placed_day, coalesce(placed_at, 0), seq);

CREATE INDEX order_value ON sales_order (gross_sales, seq, tab);

CREATE INDEX order_number ON sales_order (number COLLATE NOCASE);

CREATE INDEX order_to_pack ON sales_order (is_held, sort_key, seq, parcels_to_pack) WHERE parcels_to_pack > 0;

CREATE TRIGGER order_counted AFTER INSERT ON sales_order BEGIN
  INSERT INTO order_tab_total SELECT NEW.tab, NEW.state, NEW.shop_id, 1, NEW.pieces, NEW.gross_sales WHERE NEW.withdrawn_at IS NULL
    ON CONFLICT (tab, state, shop_id) DO UPDATE
      SET orders = orders + 1, pieces = pieces + excluded.pieces, gross_sales = gross_sales + excluded.gross_sales;
  INSERT INTO sales_day SELECT NEW.placed_day, NEW.shop_id, 1, NEW.pieces, NEW.gross_sales, NEW.seller_cuts WHERE NEW.counts = 1
    ON CONFLICT (day, shop_id) DO UPDATE SET orders = orders + 1, pieces = pieces + excluded.pieces,
      gross_sales = gross_sales + excluded.gross_sales, seller_cuts = seller_cuts + excluded.seller_cuts;
  -- what orders come to together stays a number that can be counted with; taking back is never refused
  SELECT RAISE(ABORT, 'limit: sales')
    WHERE NEW.gross_sales > 0 AND (SELECT sum(gross_sales) FROM order_tab_total) > 100000000000000;
END;

CREATE TRIGGER order_recounted AFTER UPDATE OF tab, state, shop_id, pieces, gross_sales, seller_cuts, placed_day, counts, withdrawn_at ON sales_order BEGIN
  UPDATE order_tab_total SET orders = orders - 1, pieces = pieces - OLD.pieces, gross_sales = gross_sales - OLD.gross_sales
    WHERE OLD.withdrawn_at IS NULL AND tab = OLD.tab AND state = OLD.state AND shop_id = OLD.shop_id;
  INSERT INTO order_tab_total SELECT NEW.tab, NEW.state, NEW.shop_id, 1, NEW.pieces, NEW.gross_sales WHERE NEW.withdrawn_at IS NULL
    ON CONFLICT (tab, state, shop_id) DO UPDATE
      SET orders = orders + 1, pieces = pieces + excluded.pieces, gross_sales = gross_sales + excluded.gross_sales;
  UPDATE sales_day SET orders = orders - 1, pieces = pieces - OLD.pieces, gross_sales = gross_sales - OLD.gross_sales,
      seller_cuts = seller_cuts - OLD.seller_cuts
    WHERE OLD.counts = 1 AND day = OLD.placed_day AND shop_id = OLD.shop_id;
  INSERT INTO sales_day SELECT NEW.placed_day, NEW.shop_id, 1, NEW.pieces, NEW.gross_sales, NEW.seller_cuts WHERE NEW.counts = 1
    ON CONFLICT (day, shop_id) DO UPDATE SET orders = orders + 1, pieces = pieces + excluded.pieces,
      gross_sales = gross_sales + excluded.gross_sales, seller_cuts = seller_cuts + excluded.seller_cuts;
  SELECT RAISE(ABORT, 'limit: sales')
    WHERE (NEW.gross_sales > OLD.gross_sales OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NULL))
      AND (SELECT sum(gross_sales) FROM order_tab_total) > 100000000000000;
END;

CREATE TRIGGER order_kept BEFORE DELETE ON sales_order BEGIN SELECT RAISE(ABORT, 'seal: orders are kept'); END;

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

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE settlement (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  shop_id TEXT NOT NULL REFERENCES shop (id),
  -- blank where it belongs to no order
  order_number TEXT NOT NULL,
  kind TEXT NOT NULL REFERENCES settlement_kind (name),
  reference TEXT NOT NULL,
  released_on TEXT NOT NULL,
  released INTEGER NOT NULL,
  -- tells those apart that one file tells of in the very same words
  nth INTEGER NOT NULL CHECK (nth > 0),
  description TEXT NOT NULL,
  -- how many amounts the statement has whose lines stand
  detail INTEGER NOT NULL,
  -- taken back with the last file that told of it
  withdrawn_at INTEGER,
  UNIQUE (shop_id, order_number, kind, reference, released_on, released, nth)
) STRICT;

CREATE INDEX settlement_by_day ON settlement (released_on, seq);

CREATE INDEX settlement_of_adjustment ON settlement (shop_id, released) WHERE kind = 'adjustment';

CREATE TABLE settlement_kind (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE settlement_line (
  settlement_seq INTEGER NOT NULL REFERENCES settlement (seq),
  line INTEGER NOT NULL,
  name_id INTEGER NOT NULL REFERENCES settlement_name (id),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (settlement_seq, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX settlement_line_by_name ON settlement_line (name_id, settlement_seq);

CREATE TABLE settlement_name (
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL REFERENCES channel (name),
  name TEXT NOT NULL,
  -- the column it is a part of; blank where it is one itself
  part_of TEXT NOT NULL,
  -- as names are compared
  normal TEXT NOT NULL,
  UNIQUE (channel, name, part_of)
) STRICT;

CREATE TABLE settlement_told (
  settlement_seq INTEGER NOT NULL REFERENCES settlement (seq),
  run_seq INTEGER NOT NULL REFERENCES import_run (seq),
  PRIMARY KEY (settlement_seq, run_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX settlement_told_by_run ON settlement_told (run_seq);

CREATE TABLE shop (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL REFERENCES channel (name),
  name TEXT NOT NULL CHECK (name <> ''),
  created_at INTEGER NOT NULL,
  archived_at INTEGER,
  -- the channel's own id of the shop, where a source knew it
  external_id TEXT
) STRICT;

CREATE UNIQUE INDEX shop_by_external ON shop (channel, external_id) WHERE external_id IS NOT NULL;

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

CREATE TABLE sign_in_try (
  subject TEXT PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures > 0),
  tried_at INTEGER NOT NULL,
  waits_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_adjustment (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL REFERENCES adjustment_kind (name),
  day TEXT NOT NULL,
  note TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  recorded_at INTEGER NOT NULL,
  cancelled_at INTEGER,
  cancel_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX stock_adjustment_by_day ON stock_adjustment (day DESC, id DESC);

CREATE TABLE stock_adjustment_line (
  adjustment_id TEXT NOT NULL REFERENCES stock_adjustment (id),
  variant_id TEXT NOT NULL REFERENCES variant (id),
  counted INTEGER,
  expected INTEGER,
  -- the moment with whose books the count was compared
  counted_at INTEGER,
  pieces INTEGER NOT NULL,
  PRIMARY KEY (adjustment_id, variant_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX counted_goods ON stock_adjustment_line (variant_id) WHERE counted IS NOT NULL;

CREATE TABLE stock_level (
  variant_id TEXT PRIMARY KEY REFERENCES variant (id),
  on_hand INTEGER NOT NULL,
  reserved INTEGER NOT NULL CHECK (reserved >= 0),
  costed INTEGER NOT NULL,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_movement (
  id INTEGER PRIMARY KEY,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL REFERENCES movement_kind (name),
  document_kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  effect TEXT NOT NULL,
  generation INTEGER NOT NULL CHECK (generation <> 0),
  reverses INTEGER UNIQUE REFERENCES stock_movement (id),
  -- the movement whose cost this one mends by the difference, or the reversal that it brings to another day
  corrects INTEGER REFERENCES stock_movement (id),
  -- where the cost comes from: its document, the shelf's average, or the issues in comes_back
  basis TEXT CHECK (basis IN ('stated', 'average', 'as issued')),
  comes_back TEXT CHECK (json_valid(comes_back)),
  pieces INTEGER NOT NULL CHECK (abs(pieces) <= 1000000000),
  costed INTEGER NOT NULL CHECK (abs(costed) <= 1000000000),
  cost INTEGER NOT NULL, hash TEXT CHECK (length(hash) = 43),
  UNIQUE (document_kind, document_id, effect, generation),
  CHECK (pieces <> 0 OR costed <> 0 OR cost <> 0),
  CHECK ((generation < 0) = (reverses IS NOT NULL)),
  CHECK ((corrects IS NULL) = (basis IS NOT NULL)),
  CHECK ((comes_back IS NOT NULL) = (basis IS 'as issued'))
) STRICT;

CREATE INDEX stock_card ON stock_movement (variant_id, day, (pieces <= 0), at, id);

CREATE INDEX stock_since ON stock_movement (variant_id, day) WHERE corrects IS NULL AND generation > 0;

CREATE INDEX stock_corrections ON stock_movement (corrects) WHERE corrects IS NOT NULL;

CREATE INDEX stock_receipts ON stock_movement (variant_id, day) WHERE basis = 'stated' AND generation > 0;

CREATE INDEX stock_found ON stock_movement (variant_id, day) WHERE basis = 'average' AND generation > 0 AND pieces > 0;

CREATE INDEX stock_came_back ON stock_movement (variant_id, day) WHERE basis = 'as issued';

CREATE INDEX stock_waited ON stock_movement (variant_id, day) WHERE basis <> 'stated' AND pieces > costed AND generation > 0 AND pieces > 0;

CREATE TRIGGER movement_level AFTER INSERT ON stock_movement BEGIN
  INSERT INTO stock_level (variant_id, on_hand, reserved, costed, value)
    VALUES (NEW.variant_id, NEW.pieces, 0, NEW.costed, NEW.cost)
    ON CONFLICT (variant_id) DO UPDATE
      SET on_hand = on_hand + excluded.on_hand, costed = costed + excluded.costed, value = value + excluded.value;
END;

CREATE TRIGGER movement_closed BEFORE INSERT ON stock_movement
WHEN NEW.day <= (SELECT closed_through FROM period_lock ORDER BY id DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'seal: the period is closed'); END;

CREATE TRIGGER movement_kept BEFORE DELETE ON stock_movement BEGIN SELECT RAISE(ABORT, 'seal: stock movements are append-only'); END;

CREATE TRIGGER movement_fixed BEFORE UPDATE ON stock_movement BEGIN SELECT RAISE(ABORT, 'seal: stock movements are append-only'); END;

CREATE TABLE stock_out (
  shop_id TEXT PRIMARY KEY REFERENCES connection (shop_id),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  -- in which it was switched on: one that was restored since waits until somebody has looked
  epoch INTEGER NOT NULL,
  -- when all of the channel's stock was read last
  compared_at INTEGER
) STRICT, WITHOUT ROWID;

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

CREATE TABLE supplier (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  phone TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sync_hour (
  shop_id TEXT NOT NULL REFERENCES connection (shop_id),
  hour INTEGER NOT NULL,
  rounds INTEGER NOT NULL CHECK (rounds >= 0),
  failures INTEGER NOT NULL CHECK (failures >= 0),
  PRIMARY KEY (shop_id, hour)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE told_listing (
  run_seq INTEGER NOT NULL REFERENCES import_run (seq),
  listing_id TEXT NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
  -- as the channel offers it; null where the list does not say
  price INTEGER,
  stock INTEGER,
  PRIMARY KEY (run_seq, listing_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX told_listing_by_listing ON told_listing (listing_id, run_seq);

CREATE TABLE told_return (
  run_seq INTEGER NOT NULL REFERENCES import_run (seq),
  number TEXT NOT NULL,
  shop_id TEXT NOT NULL REFERENCES shop (id),
  order_number TEXT NOT NULL,
  -- the latest moment the list tells of
  told_at INTEGER NOT NULL,
  waybill TEXT NOT NULL,
  -- as waybills are looked up; blank where there is none
  waybill_code TEXT NOT NULL,
  brings_goods INTEGER NOT NULL CHECK (brings_goods IN (0, 1)),
  pieces INTEGER NOT NULL CHECK (pieces >= 0),
  asked_at INTEGER,
  -- what it says besides: status, solution, reason, refund, compensation, day of appeal
  told TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (run_seq, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX told_return_by_order ON told_return (shop_id, order_number);

CREATE INDEX told_return_by_waybill ON told_return (waybill_code) WHERE waybill_code <> '';

CREATE TABLE trail (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  -- the computer or telephone it was done at; empty of the program's own
  place TEXT NOT NULL,
  -- what was asked for, as in the contract; empty of the program's own
  procedure TEXT NOT NULL,
  -- which act it was, and the ids, days and amounts it was about: nothing of a person
  act_id TEXT,
  about TEXT NOT NULL CHECK (json_valid(about)),
  -- a row of a table that may be changed, as it stands from here on; no contents: it is gone
  register TEXT,
  key TEXT,
  contents TEXT CHECK (json_valid(contents)),
  hash TEXT NOT NULL CHECK (length(hash) = 43),
  CHECK ((register IS NULL) = (key IS NULL)),
  CHECK (contents IS NULL OR register IS NOT NULL)
) STRICT;

CREATE INDEX trail_of_register ON trail (register, key, seq) WHERE register IS NOT NULL;

CREATE INDEX trail_of_act ON trail (act_id) WHERE act_id IS NOT NULL;

CREATE INDEX trail_by_actor ON trail (actor, seq) WHERE register IS NULL;

CREATE TRIGGER trail_fixed BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'seal: the trail is append-only'); END;

CREATE TRIGGER trail_kept BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'seal: the trail is append-only'); END;

CREATE TABLE uncosted_day (
  day TEXT NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces >= 0),
  PRIMARY KEY (day, variant_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX uncosted_day_by_variant ON uncosted_day (variant_id, day);

CREATE TABLE uncosted_issue (
  document_kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  effect TEXT NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  day TEXT NOT NULL,
  pieces INTEGER NOT NULL CHECK (pieces > 0), sold_day TEXT,
  PRIMARY KEY (document_kind, document_id, effect)
) STRICT, WITHOUT ROWID;

CREATE INDEX uncosted_issue_by_variant ON uncosted_issue (variant_id, pieces);

CREATE TRIGGER uncosted_counted AFTER INSERT ON uncosted_issue BEGIN
  INSERT INTO uncosted_day VALUES (NEW.day, NEW.variant_id, NEW.pieces)
    ON CONFLICT (day, variant_id) DO UPDATE SET pieces = pieces + excluded.pieces;
  INSERT INTO uncosted_month VALUES (substr(NEW.day, 1, 7), NEW.variant_id, NEW.pieces)
    ON CONFLICT (month, variant_id) DO UPDATE SET pieces = pieces + excluded.pieces;
END;

CREATE TRIGGER uncosted_paid AFTER DELETE ON uncosted_issue BEGIN
  UPDATE uncosted_day SET pieces = pieces - OLD.pieces WHERE day = OLD.day AND variant_id = OLD.variant_id;
  DELETE FROM uncosted_day WHERE day = OLD.day AND variant_id = OLD.variant_id AND pieces = 0;
  UPDATE uncosted_month SET pieces = pieces - OLD.pieces WHERE month = substr(OLD.day, 1, 7) AND variant_id = OLD.variant_id;
  DELETE FROM uncosted_month WHERE month = substr(OLD.day, 1, 7) AND variant_id = OLD.variant_id AND pieces = 0;
END;

CREATE TRIGGER uncosted_fixed BEFORE UPDATE OF document_kind, document_id, effect, variant_id, day, pieces ON uncosted_issue
BEGIN SELECT RAISE(ABORT, 'seal: pay and wait again'); END;

CREATE TRIGGER uncosted_sold_later AFTER UPDATE OF sold_day ON uncosted_issue WHEN NEW.sold_day IS NOT OLD.sold_day BEGIN
  INSERT INTO uncosted_sold SELECT NEW.sold_day, NEW.variant_id, NEW.pieces WHERE NEW.sold_day IS NOT NULL
    ON CONFLICT (day, variant_id) DO UPDATE SET pieces = pieces + excluded.pieces;
  INSERT INTO uncosted_sold_month SELECT substr(NEW.sold_day, 1, 7), NEW.variant_id, NEW.pieces
    WHERE NEW.sold_day IS NOT NULL
    ON CONFLICT (month, variant_id) DO UPDATE SET pieces = pieces + excluded.pieces;
  INSERT INTO uncosted_sold SELECT OLD.sold_day, OLD.variant_id, -OLD.pieces WHERE OLD.sold_day IS NOT NULL
    ON CONFLICT (day, variant_id) DO UPDATE SET pieces = pieces + excluded.pieces;
  INSERT INTO uncosted_sold_month SELECT substr(OLD.sold_day, 1, 7), OLD.variant_id, -OLD.pieces
    WHERE OLD.sold_day IS NOT NULL
    ON CONFLICT (month, variant_id) DO UPDATE SET pieces = pieces + excluded.pieces;
  DELETE FROM uncosted_sold WHERE day = OLD.sold_day AND variant_id = OLD.variant_id AND pieces = 0;
  DELETE FROM uncosted_sold_month WHERE month = substr(OLD.sold_day, 1, 7) AND variant_id = OLD.variant_id AND pieces = 0;
END;

CREATE TRIGGER uncosted_sold_at_once AFTER INSERT ON uncosted_issue BEGIN
  UPDATE uncosted_issue SET sold_day = CASE WHEN document_kind = 'order' THEN max(day, (
    SELECT min(s.day) FROM entry s WHERE s.document_kind = 'order' AND s.document_id = NEW.document_id AND s.effect = 'sale'
      AND s.generation > 0 AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = s.id AND r.day = s.day))) ELSE day END
    WHERE document_kind = NEW.document_kind AND document_id = NEW.document_id AND effect = NEW.effect;
END;

CREATE TRIGGER uncosted_sold_paid AFTER DELETE ON uncosted_issue BEGIN
  INSERT INTO uncosted_sold SELECT OLD.sold_day, OLD.variant_id, -OLD.pieces WHERE OLD.sold_day IS NOT NULL
    ON CONFLICT (day, variant_id) DO UPDATE SET pieces = pieces + excluded.pieces;
  INSERT INTO uncosted_sold_month SELECT substr(OLD.sold_day, 1, 7), OLD.variant_id, -OLD.pieces
    WHERE OLD.sold_day IS NOT NULL
    ON CONFLICT (month, variant_id) DO UPDATE SET pieces = pieces + excluded.pieces;
  DELETE FROM uncosted_sold WHERE day = OLD.sold_day AND variant_id = OLD.variant_id AND pieces = 0;
  DELETE FROM uncosted_sold_month WHERE month = substr(OLD.sold_day, 1, 7) AND variant_id = OLD.variant_id AND pieces = 0;
END;

CREATE TABLE uncosted_month (
  month TEXT NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL CHECK (pieces >= 0),
  PRIMARY KEY (month, variant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE uncosted_sold (
  day TEXT NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL,
  PRIMARY KEY (day, variant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE uncosted_sold_month (
  month TEXT NOT NULL,
  variant_id TEXT NOT NULL REFERENCES variant (id),
  pieces INTEGER NOT NULL,
  PRIMARY KEY (month, variant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE uploaded_photo (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  sha256 TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  PRIMARY KEY (shop_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE variant (
  id TEXT PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES product (id),
  sku TEXT NOT NULL UNIQUE CHECK (sku <> ''),
  barcode TEXT UNIQUE CHECK (barcode <> ''),
  motif TEXT NOT NULL DEFAULT '',
  colour TEXT NOT NULL DEFAULT '',
  size TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT 'pcs' REFERENCES unit (name),
  shelf TEXT NOT NULL DEFAULT '',
  price INTEGER NOT NULL DEFAULT 0 CHECK (price >= 0),
  weight_grams INTEGER NOT NULL DEFAULT 0 CHECK (weight_grams >= 0),
  reorder_point INTEGER NOT NULL DEFAULT 0 CHECK (reorder_point >= 0),
  safety_stock INTEGER NOT NULL DEFAULT 0 CHECK (safety_stock >= 0),
  is_bundle INTEGER NOT NULL DEFAULT 0 CHECK (is_bundle IN (0, 1)),
  position INTEGER NOT NULL DEFAULT 0,
  photo_id TEXT,
  archived_at INTEGER
) STRICT;

CREATE INDEX variant_by_product ON variant (product_id, position);

CREATE TABLE wallet_answer (
  line_id TEXT PRIMARY KEY,
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  actor TEXT NOT NULL DEFAULT 'owner' REFERENCES actor (id),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE wallet_kind (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE wallet_line (
  id TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shop (id),
  wallet TEXT NOT NULL REFERENCES wallet_kind (name),
  at INTEGER NOT NULL,
  -- among the lines of its moment, as its file tells them
  place INTEGER NOT NULL,
  day TEXT NOT NULL,
  type TEXT NOT NULL,
  description TEXT NOT NULL,
  order_number TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount <> 0),
  balance INTEGER,
  status TEXT NOT NULL REFERENCES wallet_status (name),
  reference TEXT NOT NULL,
  meaning TEXT NOT NULL REFERENCES wallet_meaning (name),
  -- the cash record that seems to tell of the same money, as long as nobody said whether it does
  doubles TEXT REFERENCES cash_record (id)
) STRICT;

CREATE INDEX wallet_line_by_time ON wallet_line (shop_id, wallet, at, place);

CREATE INDEX wallet_line_by_day ON wallet_line (day DESC, at DESC, id DESC);

CREATE INDEX wallet_line_by_order ON wallet_line (shop_id, order_number) WHERE order_number <> '';

CREATE TABLE wallet_meaning (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE wallet_statement (
  run_seq INTEGER PRIMARY KEY REFERENCES import_run (seq),
  shop_id TEXT NOT NULL REFERENCES shop (id),
  wallet TEXT NOT NULL REFERENCES wallet_kind (name),
  file_name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  opening INTEGER,
  closing INTEGER
) STRICT;

CREATE TABLE wallet_status (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE wallet_told (
  line_id TEXT NOT NULL REFERENCES wallet_line (id),
  run_seq INTEGER NOT NULL REFERENCES import_run (seq),
  told TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (line_id, run_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX wallet_told_by_run ON wallet_told (run_seq, line_id);

CREATE TABLE waybill (
  code TEXT NOT NULL CHECK (code <> ''),
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  parcel INTEGER NOT NULL,
  shown TEXT NOT NULL,
  PRIMARY KEY (code, order_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX waybill_by_order ON waybill (order_id);
