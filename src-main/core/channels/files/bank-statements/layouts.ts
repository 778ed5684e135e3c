import type { BankName } from '../../../../../src-shared/bank/bank-file.ts'

/** What a column of a statement may tell. `mark` says DB or CR beside an amount without sign. */
export const STATEMENT_FIELDS = [
  'day',
  'time',
  'description',
  'moreDescription',
  'amount',
  'mark',
  'debit',
  'credit',
  'balance',
  'balanceBefore',
  'reference',
  'account',
  'currency',
] as const
export type StatementField = (typeof STATEMENT_FIELDS)[number]

/** How one bank lays its statement out. Columns are found by heading alone; banks move and add them as they like. */
export interface StatementLayout {
  bank: BankName
  /** The heading of today first, then older ones and those of the other language. */
  headings: Partial<Record<StatementField, readonly string[]>>
  /** Headings that tell the bank: all of them stand in its statements, in one of their languages. */
  signature: readonly StatementField[]
  /** With the signature the whole of what must be there: an amount with its direction. */
  required: readonly StatementField[]
  /** Commas of a description are not quoted, so what is too many cells belongs to it. */
  hasLooseCommas?: true
  /** The column behind the amount has no heading and says DB or CR. */
  hasNamelessMark?: true
  /** Days are written with the year first: `03/04/2026` was written by another program. */
  hasPlainDays?: true
  /** Known headings that tell nothing we need. */
  unused: readonly string[]
}

/**
 * Layouts as open-source statement importers read them (checked November 2026: importers of KlikBCA, Mandiri MCM/Kopra, BRI CMS
 * and BNI downloads on GitHub). Other banks go through the mapping screen.
 */
export const STATEMENT_LAYOUTS: readonly StatementLayout[] = [
  {
    bank: 'bca',
    headings: {
      day: ['Tanggal Transaksi', 'Tanggal', 'Date', 'Transaction Date'],
      description: ['Keterangan', 'Description'],
      amount: ['Jumlah', 'Amount'],
      mark: ['DB/CR', 'Debit/Kredit', 'Debit/Credit'],
      balance: ['Saldo', 'Balance'],
    },
    signature: ['day', 'description', 'amount', 'balance'],
    required: [],
    hasLooseCommas: true,
    hasNamelessMark: true,
    unused: ['Cabang', 'Branch'],
  },
  {
    bank: 'mandiri',
    headings: {
      day: ['PostDate', 'Post Date', 'Posting Date'],
      description: ['Remarks', 'Keterangan'],
      moreDescription: ['AdditionalDesc', 'Additional Desc', 'Additional Description'],
      credit: ['Credit Amount', 'Credit', 'Kredit'],
      debit: ['Debit Amount', 'Debit', 'Debet'],
      balance: ['Close Balance', 'Closing Balance', 'Saldo'],
      account: ['AccountNo', 'Account No', 'Account Number'],
      currency: ['Ccy', 'Currency'],
    },
    signature: ['account', 'day', 'description'],
    required: ['credit', 'debit'],
    unused: [],
  },
  {
    bank: 'mandiri',
    headings: {
      day: ['Date', 'Tanggal'],
      description: ['Description'],
      moreDescription: ['Description'],
      reference: ['Reference No.', 'Reference No'],
      debit: ['Debit'],
      credit: ['Credit'],
      balance: ['Balance'],
      account: ['Account No'],
    },
    signature: ['account', 'day', 'description', 'reference'],
    required: ['credit', 'debit'],
    unused: ['Val. Date', 'Transaction Code'],
  },
  {
    bank: 'bri',
    headings: {
      day: ['TGL_TRAN'],
      time: ['JAM_TRAN'],
      description: ['DESK_TRAN'],
      moreDescription: ['REMARK_CUSTOM'],
      balanceBefore: ['SALDO_AWAL_MUTASI'],
      debit: ['MUTASI_DEBET'],
      credit: ['MUTASI_KREDIT'],
      balance: ['SALDO_AKHIR_MUTASI'],
      account: ['NOREK'],
    },
    signature: ['account', 'day', 'description'],
    required: ['debit', 'credit'],
    hasPlainDays: true,
    unused: ['ID', 'TRREMK'],
  },
  {
    bank: 'bni',
    headings: {
      day: ['Post Date', 'Posting Date'],
      description: ['Description', 'Uraian'],
      reference: ['Journal No.', 'Journal No', 'Journal'],
      debit: ['Debit', 'Debet'],
      credit: ['Credit', 'Kredit'],
      amount: ['Amount'],
      mark: ['Db/Cr', 'D/K', 'DB/CR'],
      balance: ['Balance', 'Saldo'],
    },
    signature: ['day', 'description', 'reference'],
    required: [],
    unused: ['Value Date', 'Branch'],
  },
]
