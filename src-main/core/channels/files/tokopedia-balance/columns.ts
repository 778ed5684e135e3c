import type { ColumnTable } from '../reading/column-table.ts'

/** Headings of Tokopedia's balance history before it joined TikTok Shop, English as it wrote them, then Indonesian. */
const HEADINGS = {
  at: ['Date', 'Tanggal'],
  direction: ['Mutation (Debit/Credit)', 'Mutasi (Debit/Kredit)', 'Mutation', 'Mutasi'],
  description: ['Description', 'Deskripsi', 'Keterangan'],
  amount: ['Nominal (Rp)', 'Nominal'],
  balance: ['Balance (Rp)', 'Saldo (Rp)', 'Balance', 'Saldo'],
} satisfies Record<string, [string, ...string[]]>

export type Field = keyof typeof HEADINGS

export const COLUMNS: ColumnTable<Field> = {
  headings: HEADINGS,
  required: ['at', 'direction', 'description', 'amount', 'balance'],
  expected: [],
  needed: ['at', 'amount', 'direction'],
  money: { prices: [], summed: [], unmarked: ['amount', 'balance'] },
  unused: [],
  dates: 'day first',
  identity: 'description',
}
