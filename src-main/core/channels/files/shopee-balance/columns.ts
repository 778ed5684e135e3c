import type { ColumnTable } from '../reading/column-table.ts'

/** Headings of Shopee's balance reports: `Transaction Report` of today first, then `Rekening Koran` of 2023, then English ones. */
const HEADINGS = {
  at: ['Tanggal Transaksi', 'Tanggal', 'Date', 'Transaction Date'],
  type: ['Tipe Transaksi', 'Transaction Type'],
  recipient: ['Penerima Dana', 'Recipient', 'Fund Recipient'],
  description: ['Deskripsi', 'Description'],
  orderNumber: ['No. Pesanan', 'Order ID', 'Order No.'],
  direction: ['Jenis Transaksi', 'Money Direction'],
  amount: ['Jumlah', 'Jumlah Dana', 'Amount'],
  status: ['Status'],
  balance: ['Saldo Akhir', 'Saldo', 'Balance After Transactions', 'Balance'],
} satisfies Record<string, [string, ...string[]]>

export type Field = keyof typeof HEADINGS

export const COLUMNS: ColumnTable<Field> = {
  headings: HEADINGS,
  required: ['at', 'amount', 'balance', 'description'],
  expected: ['status'],
  needed: ['at', 'amount'],
  // amounts are written `-103572.00`: the dot stands for decimals and nothing marks thousands, so none can get lost
  money: { prices: [], summed: [], unmarked: ['amount', 'balance'] },
  unused: [],
  identity: 'orderNumber',
  dates: 'day first if proven',
}
