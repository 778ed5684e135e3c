import { z } from 'zod'
import { BankName, BankTotals } from '../bank/bank-file.ts'
import { ListingTotals } from '../catalog/listing-file.ts'
import { WalletKind, WalletTotals } from '../payouts/wallet-file.ts'
import { ReturnTotals } from '../returns/return-file.ts'
import { ControlTotal, SettlementTotals } from '../settlements/settlement-file.ts'
import { FileReport, FileTotals, KeptOut, OrderFileKind, RowProblem } from './channel-file.ts'
import { MappedBy } from './read-by-mapping.ts'

/** What every file says. */
const File = {
  mappedBy: MappedBy.optional(),
  columns: z.number().int(),
  /** The first of them; `problemCount` says how many there are in all. */
  problems: z.array(RowProblem),
  problemCount: z.number().int(),
  /** How many of them keep nothing out. */
  remarkCount: z.number().int(),
  /** Headings nobody has told us the meaning of. */
  unknownColumns: z.array(z.string()),
  /** Sheets that are a file of another kind: they stay out, and come in as files of their own. */
  leftSheets: z.array(z.string()).optional(),
}

/** What an order list says, as it is shown before anything is compared with the shop. */
export const OrderListShown = z.object({
  about: z.literal('orders'),
  kind: OrderFileKind,
  ...File,
  report: FileReport,
  /** First and last order day in the file. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  totals: FileTotals,
  keptOut: KeptOut,
  /** Headings every known layout has, but not this file: their amounts count as nothing. */
  absentColumns: z.array(z.string()),
})
export type OrderListShown = z.infer<typeof OrderListShown>

/** What an income file says. */
export const SettlementsShown = z.object({
  about: z.literal('settlements'),
  kind: z.enum(['shopee income', 'tiktok income', 'tokopedia finance', 'mapped income']),
  ...File,
  sheets: z.array(z.string()),
  totals: SettlementTotals,
  controls: z.array(ControlTotal),
  keptOut: z.object({ rows: z.number().int(), released: z.number().int() }),
})
export type SettlementsShown = z.infer<typeof SettlementsShown>

/** What a balance report of a channel says. */
export const WalletShown = z.object({
  about: z.literal('wallet'),
  kind: z.enum(['shopee balance', 'shopee ads bill', 'tiktok withdrawals', 'tokopedia balance']),
  ...File,
  wallet: WalletKind,
  totals: WalletTotals,
  controls: z.array(ControlTotal),
  keptOut: z.object({ rows: z.number().int() }),
})
export type WalletShown = z.infer<typeof WalletShown>

/** What a bank or wallet statement says. */
export const BankShown = z.object({
  about: z.literal('bank'),
  kind: z.enum(['bank statement', 'mapped bank statement']),
  ...File,
  bank: BankName,
  accountNumber: z.string(),
  accountName: z.string(),
  totals: BankTotals,
  controls: z.array(ControlTotal),
  rounding: z.object({ lines: z.number().int(), sen: z.number().int() }),
  keptOut: z.object({ rows: z.number().int() }),
})
export type BankShown = z.infer<typeof BankShown>

/** What a list of returns and refunds says. */
export const ReturnsShown = z.object({
  about: z.literal('returns'),
  kind: z.literal('shopee returns'),
  ...File,
  totals: ReturnTotals,
  keptOut: z.object({ rows: z.number().int() }),
})
export type ReturnsShown = z.infer<typeof ReturnsShown>

/** What a list of products says. */
export const ListingsShown = z.object({
  about: z.literal('listings'),
  kind: z.enum(['shopee products', 'tiktok products']),
  ...File,
  totals: ListingTotals,
  keptOut: z.object({ rows: z.number().int() }),
})
export type ListingsShown = z.infer<typeof ListingsShown>

/** What a file says, by what it is about. */
export const FileContentsShown = z.discriminatedUnion('about', [
  OrderListShown,
  SettlementsShown,
  WalletShown,
  BankShown,
  ReturnsShown,
  ListingsShown,
])
export type FileContentsShown = z.infer<typeof FileContentsShown>

/** Columns that nobody knows, where they are not kept under their own names as those of an income report are. */
export const unreadColumns = ({
  kind,
  unknownColumns,
}: Pick<FileContentsShown, 'kind' | 'unknownColumns'>): string[] =>
  kind === 'shopee income' || kind === 'tiktok income' ? [] : unknownColumns

export const ChannelFileKind = z.enum([
  ...OrderFileKind.options,
  ...SettlementsShown.shape.kind.options,
  ...WalletShown.shape.kind.options,
  ...BankShown.shape.kind.options,
  ReturnsShown.shape.kind.value,
  ...ListingsShown.shape.kind.options,
])
export type ChannelFileKind = z.infer<typeof ChannelFileKind>
