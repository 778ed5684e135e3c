import { z } from 'zod'
import type { BankFile } from '../bank/bank-file.ts'
import type { ListingFile } from '../catalog/listing-file.ts'
import type { OrderSnapshot } from '../orders/order.ts'
import type { WalletFile } from '../payouts/wallet-file.ts'
import type { ReturnFile } from '../returns/return-file.ts'
import type { SettlementFile } from '../settlements/settlement-file.ts'
import type { ReadByMapping } from './read-by-mapping.ts'

/** Why a row of a file could not be read. The sentence for each stands in `channels.words.ts`. */
export const RowProblemCode = z.enum([
  'ORDER_NUMBER_MISSING',
  'STATUS_MISSING',
  'PRODUCT_NAME_MISSING',
  'NOT_AN_AMOUNT',
  'NOT_A_QUANTITY',
  'NOT_A_DATE',
  /** `03/04/2026` where nothing in the file shows whether it writes the day or the month first. */
  'DAY_OR_MONTH',
  'FORMULA_CELL',
  'ORDER_CONTRADICTS_ITSELF',
  'STATUS_UNKNOWN',
  'AMOUNTS_DO_NOT_ADD_UP',
  /** A long number that a spreadsheet program turned into a rounded one, `2,50601E+13`. */
  'DIGITS_LOST',
  /** A sum that may or may not hold the shipping that the buyer pays. */
  'SHIPPING_LEFT_OPEN',
  /** A bare 85 where nothing in the file shows that thousands were kept: a spreadsheet program may have read 85.000. */
  'THOUSANDS_LOST',
  /** A CSV row with more filled cells than there are headings: its values stand under the wrong ones. */
  'ROW_SHIFTED',
  /** The file ends in the middle of a row: what stands in it may be cut, too. */
  'ROW_CUT',
  /** An income row without the day its money was released: there is nothing to book yet. */
  'NOT_RELEASED',
  /** Rows of the products of an order, and no row of the order itself, which alone counts. */
  'ORDER_ROW_MISSING',
  /** The same row stands in the file twice; it counts once. */
  'ROW_TWICE',
  /** A statement line of another account than the first one. */
  'OTHER_ACCOUNT',
  /** Balance and amount do not come to the next balance: the first place where they do not. */
  'BALANCE_BREAKS',
  /** A word of a status column that the mapping of its layout does not name. */
  'WORD_NOT_TAUGHT',
  /** An amount that nothing tells the way of: no sign, no mark, no column beside it, no balance. */
  'WAY_NOT_TOLD',
  /** The balance moves the other way: in and out were taught the wrong way round. */
  'WAY_AGAINST_BALANCE',
  /** An amount under no name. */
  'AMOUNT_WITHOUT_NAME',
])
export type RowProblemCode = z.infer<typeof RowProblemCode>

export const RowProblem = z.object({
  code: RowProblemCode,
  /** The row as the spreadsheet numbers it, from 1. */
  row: z.number().int().positive(),
  /** Header text of the column, and its letter as the spreadsheet shows it. */
  column: z.string(),
  columnLetter: z.string(),
  orderNumber: z.string(),
  /** What stood there, cut to 80 characters. */
  value: z.string(),
  /** True when the whole order stays out; false for a remark on an order that is taken in. */
  blocks: z.boolean(),
})
export type RowProblem = z.infer<typeof RowProblem>

/**
 * What the file itself says about the orders it lets in, before anything is compared with the shop. Orders of every
 * status count, cancelled ones too. Rows of an order that is kept out are not in here: they are in `OrderFile.keptOut`.
 */
export const FileTotals = z.object({
  rows: z.number().int(),
  orders: z.number().int(),
  pieces: z.number().int(),
  /** Σ list price × pieces. */
  grossSales: z.number().int(),
  /** Σ of what the goods come to after discounts. */
  goodsValue: z.number().int(),
  /** Buyer's payment, once per order. */
  buyerPayment: z.number().int(),
  /** By the channel's own word; a word that carries a date is cut before it, so that its orders stand together. */
  ordersByStatus: z.record(z.string(), z.number().int()),
})
export type FileTotals = z.infer<typeof FileTotals>

/**
 * Orders kept out by a blocking problem, with all their rows, also the sound ones; a row without order number counts as a
 * row. `grossSales` is Σ list price × pieces of the rows that tell both, `rowsWithoutAmount` counts those that do not.
 */
export const KeptOut = z.object({
  orders: z.number().int(),
  rows: z.number().int(),
  grossSales: z.number().int(),
  rowsWithoutAmount: z.number().int(),
})
export type KeptOut = z.infer<typeof KeptOut>

/**
 * How many problems are kept with a file, by kind; how many of those a screen shows; and how many can be listed at all, a
 * sheet that a spreadsheet program still opens. The rest is counted. Reasons to stay out come before remarks.
 */
export const MOST_PROBLEMS = { blocking: 400, remarks: 100, shown: 200, listed: 500_000 }

/** Plain name of the report inside its kind: failed deliveries by their columns, cancellations by holding nothing else. */
export const FileReport = z.enum(['all', 'cancellation', 'failed delivery'])
export type FileReport = z.infer<typeof FileReport>

export interface OrderInFile {
  snapshot: OrderSnapshot
  /** Spreadsheet rows this order was read from. */
  rows: number[]
}

/** Order lists by the channel that hands them out. */
export const OrderFileKind = z.enum(['shopee orders', 'tiktok orders', 'tokopedia sales', 'mapped orders'])
export type OrderFileKind = z.infer<typeof OrderFileKind>

/** An order list, read and understood, nothing written yet. */
export interface OrderFile extends ReadByMapping {
  kind: OrderFileKind
  report: FileReport
  columns: number
  orders: OrderInFile[]
  /** At most `MOST_PROBLEMS` of them; `problemCount` says how many there are. */
  problems: RowProblem[]
  problemCount: number
  /** How many of them are remarks, which keep no order out. */
  remarkCount: number
  totals: FileTotals
  keptOut: KeptOut
  /** Headings that stand in every layout known since 2019 but not in this file: their amounts count as nothing. */
  absentColumns: string[]
  /** Headings nobody has told us the meaning of. */
  unknownColumns: string[]
}

/** Orders as somebody else than a file states them: a connector, or the sample shop. */
export interface OrderStatements extends Pick<OrderFile, 'orders' | 'keptOut' | 'problems' | 'problemCount'> {
  kind: 'order statements'
}

/** Releases as somebody else than a file states them. */
export interface SettlementStatements
  extends Pick<SettlementFile, 'settlements' | 'keptOut' | 'problems' | 'problemCount'> {
  kind: 'settlement statements'
}

/** What an import is about: by this it is compared with the shop, taken in and taken back, whatever file told of it. */
export interface Contents {
  orders: OrderFile | OrderStatements
  settlements: SettlementFile | SettlementStatements
  wallet: WalletFile
  bank: BankFile
  returns: ReturnFile
  listings: ListingFile
}
export type ContentKind = keyof Contents

/** Whatever an import takes in at once, and may take back. */
export type ImportContent = Contents[ContentKind]

/** Any file that can be read, by the kind it was recognised as. */
export type ChannelFile = Exclude<ImportContent, OrderStatements | SettlementStatements>

/** What each kind of file, or of statements, is about. */
export const CONTENT_KINDS: Readonly<Record<ImportContent['kind'], ContentKind>> = {
  'shopee orders': 'orders',
  'tiktok orders': 'orders',
  'tokopedia sales': 'orders',
  'mapped orders': 'orders',
  'order statements': 'orders',
  'settlement statements': 'settlements',
  'shopee income': 'settlements',
  'tiktok income': 'settlements',
  'tokopedia finance': 'settlements',
  'mapped income': 'settlements',
  'shopee balance': 'wallet',
  'shopee ads bill': 'wallet',
  'tiktok withdrawals': 'wallet',
  'tokopedia balance': 'wallet',
  'bank statement': 'bank',
  'mapped bank statement': 'bank',
  'shopee returns': 'returns',
  'shopee products': 'listings',
  'tiktok products': 'listings',
}

/** By kind: where one is looked for, and not the other way round. */
export type ContentOf<
  Kind extends ImportContent['kind'],
  Content extends ImportContent = ImportContent,
> = Content extends ImportContent ? (Kind extends Content['kind'] ? Content : never) : never
