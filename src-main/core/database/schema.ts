import type { Generated } from 'kysely'
import type { Unit } from '../../../src-shared/catalog/catalog.ts'
import type { AdjustmentKind } from '../../../src-shared/inventory/inventory.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { WalletMeaning } from '../../../src-shared/payouts/wallet-meaning.ts'
import type { Meaning } from '../../../src-shared/settlements/meaning.ts'
import type { SettlementKind } from '../../../src-shared/settlements/settlement-file.ts'
import type { MovementKind } from '../effects.ts'
import type { TrailRow } from './trail.ts'

/** Column types as SQLite gives them back: instants in milliseconds, days and enums as text, flags as 0 or 1. */
export interface SettingRow {
  name: string
  value: string
}

export interface ActorRow {
  id: string
  name: string
}

export interface ActRow {
  seq: Generated<number>
  id: string
  procedure: string
  digest: string
  outcome: string | null
  actor: Generated<string>
  at: number
}

export interface MadeRecordRow {
  id: string
  digest: string
}

export interface ProductRow {
  id: string
  name: string
  category: Generated<string>
  description: Generated<string>
  photo_id: string | null
  archived_at: number | null
  created_at: number
  updated_at: number
}

export interface PhotoRow {
  id: string
  media_type: string
  bytes: Uint8Array
}

export interface VariantRow {
  id: string
  product_id: string
  sku: string
  barcode: string | null
  motif: Generated<string>
  colour: Generated<string>
  size: Generated<string>
  unit: Generated<Unit>
  shelf: Generated<string>
  price: Generated<number>
  weight_grams: Generated<number>
  reorder_point: Generated<number>
  safety_stock: Generated<number>
  is_bundle: Generated<number>
  position: Generated<number>
  photo_id: Generated<string | null>
  archived_at: number | null
}

export interface BundleComponentRow {
  bundle_id: string
  component_id: string
  pieces: number
}

export interface BundleVersionRow {
  bundle_id: string
  version: number
  since: number
  component_id: string
  pieces: number
}

export interface ShopRow {
  id: string
  channel: Channel
  name: string
  created_at: number
  archived_at: number | null
  external_id: Generated<string | null>
}

export interface ListingAliasRow {
  shop_id: string
  sku: string
  product_name: string
  variation_name: string
  listing_id: string
  first_seen_at: number
  last_seen_at: number
}

export interface ListingRow {
  id: string
  shop_id: string
  external_item: Generated<string>
  external_model: Generated<string>
  sku: string
  product_name: string
  variation_name: string
  variant_id: string | null
  mapped_at: number | null
  first_seen_at: number
}

export interface AccountRow {
  code: AccountCode
  book: string
  name: string
  name_en: string
  normal: string
  kind: string
  line: string
  is_cash: number
  /** JSON. */
  roles: string
  cost_account: AccountCode | null
  own_name: string | null
  is_own: Generated<number>
  archived_at: number | null
  actor: Generated<string>
}

export interface PeriodLockRow {
  id: Generated<number>
  closed_through: string
  reason: string
  actor: string
  at: number
}

export interface EntryRow {
  id: Generated<number>
  book: string
  day: string
  document_kind: string
  document_id: string
  effect: string
  generation: number
  reverses: number | null
  corrects: number | null
  pair_id: string | null
  memo_key: string
  /** JSON. */
  memo_facts: string
  actor: string
  recorded_at: number
  hash: Uint8Array
}

export interface PostingRow {
  entry_id: number
  account: AccountCode
  amount: number
  day: string
}

export interface AccountDayRow {
  book: string
  account: AccountCode
  day: string
  debit: number
  credit: number
}

export interface AccountMonthRow {
  book: string
  account: AccountCode
  month: string
  debit: number
  credit: number
}

export interface StockMovementRow {
  id: Generated<number>
  variant_id: string
  day: string
  at: number
  kind: MovementKind
  document_kind: string
  document_id: string
  effect: string
  generation: number
  reverses: number | null
  corrects: number | null
  basis: string | null
  /** JSON. */
  comes_back: string | null
  pieces: number
  costed: number
  cost: number
  /** Over the movement before it. */
  hash: string | null
}

export interface StockLevelRow {
  variant_id: string
  on_hand: number
  reserved: number
  costed: number
  value: number
}

export interface ReservationRow {
  document_kind: string
  document_id: string
  effect: string
  variant_id: string
  pieces: number
}

export interface MovingAverageRow {
  variant_id: string
  pieces: number
  value: number
  changed_day: string
  changed_rank: number
  last_day: string
  last_at: number
  last_loss_day: string
  uncosted: number
  recost_from: string | null
  moved: number
  dearest: number
}

export interface UncostedIssueRow {
  document_kind: string
  document_id: string
  effect: string
  variant_id: string
  day: string
  pieces: number
  sold_day: Generated<string | null>
}

export interface UncostedDayRow {
  day: string
  variant_id: string
  pieces: number
}

export interface UncostedMonthRow {
  month: string
  variant_id: string
  pieces: number
}

export interface OpeningStockRow {
  variant_id: string
  pieces: number
  unit_cost: number | null
  actor: string
  updated_at: number
}

export interface StockAdjustmentRow {
  id: string
  kind: AdjustmentKind
  day: string
  note: string
  actor: string
  recorded_at: number
  cancelled_at: number | null
  cancel_reason: Generated<string>
}

export interface StockAdjustmentLineRow {
  adjustment_id: string
  variant_id: string
  counted: number | null
  expected: number | null
  counted_at: number | null
  pieces: number
}

export interface SupplierRow {
  id: string
  name: string
  phone: Generated<string>
  created_at: number
}

export interface PurchaseRow {
  id: string
  number: string
  supplier_id: string
  day: string
  discount: number
  extra_cost: number
  paid: number
  paid_from: AccountCode | null
  due_day: string | null
  note: string
  actor: string
  recorded_at: number
  cancelled_at: number | null
  cancel_reason: Generated<string>
}

export interface PurchaseLineRow {
  purchase_id: string
  id: string
  position: number
  variant_id: string
  pieces: number
  price: number
}

export interface SalesOrderRow {
  seq: Generated<number>
  id: string
  shop_id: string
  channel: Channel
  number: string
  channel_state: string
  raw_status: string
  statements: string
  placed_at: number | null
  paid_at: number | null
  arranged_at: number | null
  shipped_at: number | null
  delivered_at: number | null
  completed_at: number | null
  cancelled_at: number | null
  comes_back_at: number | null
  ship_by: number | null
  stated_shipped_at: number | null
  presumed_shipped_at: number | null
  stated_completed_at: number | null
  withdrawn_at: number | null
  state: string
  tab: string
  sort_key: number
  placed_day: string
  left_at: number | null
  parcels_to_pack: number
  is_held: number
  counts: number
  is_history: number
  unmapped_lines: Generated<number>
  cancel_reason: string
  payment_method: string
  is_cod: number
  shop_front: string
  shipping_service: string
  courier: string
  tracking_number: string
  is_pickup: number | null
  buyer_note: string
  seller_note: string
  own_note: string | null
  paid_into: string | null
  pieces: number
  gross_sales: number
  goods_value: number
  seller_cuts: number
  buyer_payment: number
  money: string
}

export interface OrderLineRow {
  order_id: string
  line: number
  listing_id: string | null
  variant_id: string | null
  pieces: number
  returned_pieces: number
  list_price: number
  price: number
  seller_discount: number
  channel_discount: number
  weight_grams: number | null
  channel_line: Generated<string>
  waybill: string
  is_shipped: number
}

export interface ParcelRow {
  id: string
  order_id: string
  number: number
  waybill: string
  printed_at: number | null
  packed_at: number | null
  handed_over_at: number | null
  held_at: number | null
  set_aside_at: number | null
  packed_by: string
  handed_over_by: string
  hold_reason: string
  left_at: number | null
}

export interface ParcelContentRow {
  parcel_id: string
  item_key: string
  variant_id: string | null
  pieces: number
}

export interface WaybillRow {
  code: string
  order_id: string
  parcel: number
  shown: string
}

export interface ParcelClaimRow {
  parcel_id: string
  desk: string
  actor: string
  since: number
  seen_at: number
}

export interface PackScanRow {
  parcel_id: string
  item_key: string
  scanned: number
}

export interface OrderRecipientRow {
  order_id: string
  username: string
  name: string
  phone: string
  address: string
  city: string
  province: string
}

export interface OrderEventRow {
  id: Generated<number>
  order_id: string
  at: number
  what: string
  source: string
  actor: string
  detail: Generated<string>
}

export interface OwnSaleChangeRow {
  id: Generated<number>
  order_id: string
  at: number
  actor: string
  fact: string
  line: number | null
  was: string
  becomes: string
}

export interface OrderTabTotalRow {
  tab: string
  state: string
  shop_id: string
  orders: number
  pieces: number
  gross_sales: number
}

export interface SalesDayRow {
  day: string
  shop_id: string
  orders: number
  pieces: number
  gross_sales: number
  seller_cuts: number
}

export interface CashRecordRow {
  id: string
  day: string
  what: string
  amount: number
  note: string
  record: string
  actor: string
  recorded_at: number
  cancelled_at: number | null
  cancel_reason: Generated<string>
}

export interface OpeningBalanceRow {
  account: AccountCode
  amount: number
  actor: string
  updated_at: number
}

export interface SettlementRow {
  seq: Generated<number>
  id: string
  shop_id: string
  order_number: string
  kind: SettlementKind
  reference: string
  released_on: string
  released: number
  nth: number
  description: string
  detail: number
  withdrawn_at: number | null
}

export interface SettlementNameRow {
  id: Generated<number>
  channel: Channel
  name: string
  part_of: string
  normal: string
}

export interface SettlementLineRow {
  settlement_seq: number
  line: number
  name_id: number
  amount: number
}

export interface FeeAccountRow {
  id: string
  channel: Channel
  name: string
  normal: string
  from_day: string
  meaning: Meaning
  account: AccountCode
  actor: string
  at: number
  undone_at: number | null
}

export interface FeeRateRow {
  id: string
  channel: Channel
  shop_id: string | null
  category: string
  name: string
  from_day: string
  reckoning: string
  source: string
  actor: string
  at: number
  undone_at: number | null
}

export interface ShopFeesRow {
  id: string
  shop_id: string
  from_day: string
  told: string
  actor: string
  at: number
  undone_at: number | null
}

export interface ChannelItemRow {
  shop_id: string
  item_id: string
  said_at: number
  title: string
  state: string
  told: string
}

export interface ProductMasterRow {
  product_id: string
  photos: string
  dimensions: string | null
  actor: Generated<string>
  variant_photos: Generated<string>
}

export interface OwnListingRow {
  product_id: string
  shop_id: string
  mark: string
  item_id: string | null
  written: string
  asked: Generated<number>
  done: Generated<number>
  wanted: string | null
  making_since: number | null
  published_at: number | null
  trouble: string | null
  actor: Generated<string>
}

export interface UploadedPhotoRow {
  shop_id: string
  sha256: string
  channel_id: string
}

export interface ChannelCategoryRow {
  shop_id: string
  id: string
  path: string
  is_open: number
}

export interface ChannelAttributeRow {
  shop_id: string
  category_id: string
  told: string
}

export interface ChannelBrandRow {
  shop_id: string
  category_id: string
  is_mandatory: number
  is_whole: number
  told: string
}

export interface ToldListingRow {
  run_seq: number
  listing_id: string
  price: number | null
  stock: number | null
}

export interface ToldReturnRow {
  run_seq: number
  number: string
  shop_id: string
  order_number: string
  told_at: number
  waybill: string
  waybill_code: string
  brings_goods: 0 | 1
  pieces: number
  asked_at: number | null
  told: string
}

export interface SettlementToldRow {
  settlement_seq: number
  run_seq: number
}

export interface BudgetRow {
  month: string
  account: AccountCode
  amount: number
}

export interface WalletLineRow {
  id: string
  shop_id: string
  wallet: 'balance' | 'ads'
  at: number
  place: number
  day: string
  type: string
  description: string
  order_number: string
  amount: number
  balance: number | null
  status: 'done' | 'pending' | 'failed'
  reference: string
  meaning: WalletMeaning
  doubles: string | null
}

export interface WalletAnswerRow {
  line_id: string
  answer: string
  actor: string
  at: number
}

export interface WalletToldRow {
  line_id: string
  run_seq: number
  told: string
}

export interface WalletStatementRow {
  run_seq: number
  shop_id: string
  wallet: 'balance' | 'ads'
  file_name: string
  from_day: string
  to_day: string
  opening: number | null
  closing: number | null
}

export interface RawDocumentRow {
  sha256: string
  kind: string
  size: number
  taken_at: number
  packing: string
  bytes: Buffer | null
}

export interface OrderToldRow {
  order_seq: number
  run_seq: number
}

export interface ImportRunRow {
  seq: Generated<number>
  id: string
  shop_id: string | null
  account: string | null
  file_name: string
  sha256: string
  kind: string
  report: string
  modified_at: number | null
  mapping_id: Generated<string | null>
  at: number
  actor: string
  problems: number
  result: string | null
  withdrawn_at: Generated<number | null>
  withdrawn_by: Generated<string | null>
  withdrawal: Generated<string | null>
  moved_to: Generated<string | null>
}

export interface FileMappingRow {
  id: string
  fingerprint: string
  body: string
  at: number
  removed_at: number | null
  actor: Generated<string>
}

export interface RunningWorkRow {
  id: string
  kind: string
  about: string
  facts: string
  mark: string
  actor: Generated<string>
  started_at: number
}

export interface ImportProblemRow {
  run_id: string
  number: number
  code: string
  row: number
  column_name: string
  column_letter: string
  order_number: string
  value: string
  blocks: number
}

/** Full-text index over orders; `rowid` is `sales_order.seq`. Its columns cannot be read back. */
export interface OrderSearchRow {
  rowid: number
  number: string
  tracking: string
  buyer: string
  goods: string
}

export interface OrderCodeRow {
  rowid: number
  number: string
  tracking: string
  phone: string
}

export interface OrderReturnRow {
  order_id: string
  received_at: number | null
  waybill: Generated<string>
  note: Generated<string>
}

export interface ReturnInspectionRow {
  seq: Generated<number>
  id: string
  order_id: string
  line: number
  variant_id: string
  pieces: number
  condition: string
  at: number
  note: string
  actor: Generated<string>
  undone_at: number | null
  undo_reason: Generated<string>
}

export interface ReturnRefundRow {
  id: string
  order_id: string
  day: string
  amount: number
  account: AccountCode
  at: number
  note: string
  actor: Generated<string>
  undone_at: number | null
  undo_reason: Generated<string>
}

export interface ReturnClaimRow {
  id: string
  order_id: string
  party: string
  amount: number
  at: number
  note: string
  actor: Generated<string>
  paid_day: string | null
  paid_amount: number | null
  paid_to: AccountCode | null
  refused_at: number | null
  undone_at: number | null
  undo_reason: Generated<string>
}

export interface ExpectedReturnRow {
  order_id: string
  why: string
  since: number
  received_at: number | null
  pieces: number
  inspected: number
  open_claims: number
  is_done: number
  last_at: number
}

export interface PiecesBackRow {
  order_id: string
  variant_id: string
  pieces: number
}

export interface ReturnEvidenceRow {
  id: string
  order_id: string
  name: string
  media_type: string
  bytes: Uint8Array
  sha256: string
  at: number
  note: string
  actor: Generated<string>
}

export interface BankAccountRow {
  number: string
  account: AccountCode
  bank: string
  owner_name: string
  actor: Generated<string>
}

export interface BankStatementRow {
  seq: Generated<number>
  import_id: string
  account: AccountCode
  from_day: string
  to_day: string
  at: number
}

export interface BankLineRow {
  id: string
  account: AccountCode
  day: string
  identity: string
  nth: number
  position: number
  at: number | null
  description: string
  words: string
  amount: number
  balance: number | null
  reference: string
  told: number
  ignored_because: string | null
  batch_id: string | null
  answered_at: number | null
  actor: Generated<string>
  rule_id: string | null
  against_rule_id: string | null
}

export interface BankToldRow {
  statement_seq: number
  line_id: string
  position: number
  at: number | null
  balance: number | null
  reference: string
}

export interface BankLineDocumentRow {
  line_id: string
  document_kind: string
  document_id: string
  is_made: number
}

export interface BankRuleRow {
  id: string
  words: string
  direction: string
  account: AccountCode | null
  least: number | null
  most: number | null
  meaning: string
  is_own: number
  off_at: number | null
  actor: Generated<string>
  made_at: number
}

export interface RestoreRow {
  epoch: number
  at: number
  actor: Generated<string>
  backup_id: string
  backup_at: number
  kept_file: string | null
  replayed: number
  not_replayed: string
}

export interface OpeningRow {
  id: number
  mark: string
}

interface PersonRow {
  id: string
  role: string
  is_active: Generated<number>
  secret: string | null
  badge: string | null
}

interface SignInTryRow {
  subject: string
  failures: number
  tried_at: number
  waits_until: number
}

export interface ConnectionRow {
  shop_id: string
  account: string
  account_name: string
  access_key: string
  app_id: string
  service_id: string
  addresses: string
  sealed_secret: string
  sealed_tokens: string | null
  access_until: number
  refresh_until: number | null
  consent_until: number | null
  refreshing_since: number | null
  broken: string | null
  broken_at: number | null
  paused_at: number | null
  connected_at: number
  ended_at: number | null
  actor: Generated<string>
}

export interface SyncStreamRow {
  shop_id: string
  stream: string
  read_until: number
  window_from: number | null
  window_to: number | null
  cursor: string | null
  next_at: number
  succeeded_at: number | null
  failures: Generated<number>
  trouble: string | null
  trouble_at: number | null
  outcome: string | null
}

export interface ChannelReturnRow {
  shop_id: string
  number: string
  order_number: string
  told_at: number
  waybill: string
  waybill_code: string
  brings_goods: 0 | 1
  pieces: number
  asked_at: number | null
  told: string
}

export interface ChannelWalletLineRow {
  shop_id: string
  key: string
  alike: string
  line_id: string
  told: string
}

export interface ChannelLabelRow {
  order_id: string
  media_type: string
  bytes: Buffer | null
  got_at: number | null
  attempts: Generated<number>
  next_at: number
  trouble: string | null
}

export interface CancelRequestRow {
  order_id: string
  reason: string
  answer_until: number | null
  told_at: number
}

export interface ChannelActRow {
  id: string
  shop_id: string
  order_id: string
  kind: string
  asked: string
  state: 'waiting' | 'done' | 'refused' | 'called off'
  attempts: Generated<number>
  next_at: number
  trouble: string | null
  made_at: number
  ended_at: number | null
  actor: string
}

export interface StockRuleRow {
  id: string
  shop_id: string
  product_id: string | null
  listing_id: string | null
  is_told: 0 | 1
  share: number
  at_most: number | null
  kept_back: number
  last_pieces: number
  changed_at: number
  actor: string
}

export interface LiveLockRow {
  id: string
  shop_id: string
  variant_id: string
  pieces: number
  begun_at: number
  ended_at: number | null
  actor: Generated<string>
}

export interface ListingVersionRow {
  id: string
  product_id: string
  shop_id: string
  name: string
  title: string | null
  description: string | null
  prices: string
  starts_at: number
  ends_at: number
  begun_at: number | null
  shown_at: number | null
  ended_at: number | null
  removed_at: number | null
  actor: Generated<string>
}

export interface SentInsteadRow {
  id: string
  order_id: string
  line: number
  variant_id: string
  note: Generated<string>
  at: number
  actor: Generated<string>
  taken_back_at: number | null
}

export interface StockOutRow {
  shop_id: string
  is_on: 0 | 1
  epoch: number
  compared_at: number | null
}

export interface ListingStockRow {
  listing_id: string
  there: number | null
  there_at: number
  state_there: string
  price_there: number | null
  locked_by: string
  generation: Generated<number>
  sent: number | null
  sent_at: number | null
  accepted_at: number | null
  refused: number | null
  trouble: string | null
}

export interface SyncHourRow {
  shop_id: string
  hour: number
  rounds: number
  failures: number
}

export interface InboxRow {
  seq: Generated<number>
  shop_id: string
  about: string
  key: string
  said_at: number
  received_at: number
  sha256: string
  body: Uint8Array
  state: 'waiting' | 'applied' | 'unreadable'
  applied_at: number | null
  problem: Generated<string>
}

export interface ForgottenBuyerRow {
  order_id: string
  at: number
  why: string
  actor: Generated<string>
}

export interface Schema {
  forgotten_buyer: ForgottenBuyerRow
  trail: TrailRow
  person: PersonRow
  sign_in_try: SignInTryRow
  connection: ConnectionRow
  sync_stream: SyncStreamRow
  sync_hour: SyncHourRow
  stock_rule: StockRuleRow
  live_lock: LiveLockRow
  sent_instead: SentInsteadRow
  listing_version: ListingVersionRow
  stock_out: StockOutRow
  listing_stock: ListingStockRow
  inbox: InboxRow
  channel_return: ChannelReturnRow
  channel_wallet_line: ChannelWalletLineRow
  channel_label: ChannelLabelRow
  cancel_request: CancelRequestRow
  channel_act: ChannelActRow
  order_search: OrderSearchRow
  order_code: OrderCodeRow
  own_sale_change: OwnSaleChangeRow
  setting: SettingRow
  actor: ActorRow
  act: ActRow
  made_record: MadeRecordRow
  restore: RestoreRow
  opening: OpeningRow
  product: ProductRow
  photo: PhotoRow
  variant: VariantRow
  bundle_component: BundleComponentRow
  bundle_version: BundleVersionRow
  shop: ShopRow
  listing: ListingRow
  listing_alias: ListingAliasRow
  account: AccountRow
  period_lock: PeriodLockRow
  entry: EntryRow
  posting: PostingRow
  account_day: AccountDayRow
  account_month: AccountMonthRow
  stock_movement: StockMovementRow
  stock_level: StockLevelRow
  reservation: ReservationRow
  moving_average: MovingAverageRow
  uncosted_issue: UncostedIssueRow
  uncosted_day: UncostedDayRow
  uncosted_month: UncostedMonthRow
  uncosted_sold: UncostedDayRow
  uncosted_sold_month: UncostedMonthRow
  opening_stock: OpeningStockRow
  stock_adjustment: StockAdjustmentRow
  stock_adjustment_line: StockAdjustmentLineRow
  supplier: SupplierRow
  purchase: PurchaseRow
  purchase_line: PurchaseLineRow
  sales_order: SalesOrderRow
  order_line: OrderLineRow
  parcel: ParcelRow
  parcel_content: ParcelContentRow
  waybill: WaybillRow
  parcel_claim: ParcelClaimRow
  pack_scan: PackScanRow
  order_recipient: OrderRecipientRow
  order_event: OrderEventRow
  order_tab_total: OrderTabTotalRow
  sales_day: SalesDayRow
  order_return: OrderReturnRow
  return_inspection: ReturnInspectionRow
  return_refund: ReturnRefundRow
  return_claim: ReturnClaimRow
  expected_return: ExpectedReturnRow
  pieces_back: PiecesBackRow
  return_evidence: ReturnEvidenceRow
  cash_record: CashRecordRow
  opening_balance: OpeningBalanceRow
  budget: BudgetRow
  settlement: SettlementRow
  settlement_name: SettlementNameRow
  settlement_line: SettlementLineRow
  fee_account: FeeAccountRow
  fee_rate: FeeRateRow
  shop_fees: ShopFeesRow
  settlement_told: SettlementToldRow
  told_listing: ToldListingRow
  channel_item: ChannelItemRow
  product_master: ProductMasterRow
  own_listing: OwnListingRow
  uploaded_photo: UploadedPhotoRow
  channel_category: ChannelCategoryRow
  channel_attribute: ChannelAttributeRow
  channel_brand: ChannelBrandRow
  told_return: ToldReturnRow
  wallet_line: WalletLineRow
  wallet_answer: WalletAnswerRow
  wallet_told: WalletToldRow
  wallet_statement: WalletStatementRow
  bank_account: BankAccountRow
  bank_statement: BankStatementRow
  bank_line: BankLineRow
  bank_told: BankToldRow
  bank_line_document: BankLineDocumentRow
  bank_rule: BankRuleRow
  raw_document: RawDocumentRow
  order_told: OrderToldRow
  file_mapping: FileMappingRow
  import_run: ImportRunRow
  running_work: RunningWorkRow
  import_problem: ImportProblemRow
}
