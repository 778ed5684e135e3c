import type { ColumnTable } from '../reading/column-table.ts'

/** Headings of the bill for Iklan Shopee (`…_adwords_bill_….csv`), Indonesian first, then English. */
const HEADINGS = {
  sequence: ['Urutan', 'Sequence'],
  at: ['Waktu', 'Time'],
  description: ['Deskripsi', 'Description'],
  amount: ['Jumlah', 'Amount'],
  note: ['Catatan', 'Remark', 'Note'],
} satisfies Record<string, [string, ...string[]]>

export type Field = keyof typeof HEADINGS

export const COLUMNS: ColumnTable<Field> = {
  headings: HEADINGS,
  required: ['at', 'description', 'amount', 'sequence'],
  expected: ['note'],
  needed: ['at', 'amount'],
  // whole rupiah without any mark for thousands
  money: { prices: [], summed: [], unmarked: ['amount'] },
  unused: [],
  identity: 'description',
}
