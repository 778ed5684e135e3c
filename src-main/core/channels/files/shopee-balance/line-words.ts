import type { WalletLine } from '../../../../../src-shared/payouts/wallet-file.ts'

/** Words of Shopee for what became of a line; blank where it never says, since only withdrawals can fail. */
const STATUSES: Readonly<Record<string, WalletLine['status']>> = {
  '': 'done',
  'transaksi selesai': 'done',
  selesai: 'done',
  berhasil: 'done',
  completed: 'done',
  'transaction completed': 'done',
  gagal: 'failed',
  'transaksi gagal': 'failed',
  dibatalkan: 'failed',
  ditolak: 'failed',
  failed: 'failed',
  cancelled: 'failed',
  diproses: 'pending',
  'sedang diproses': 'pending',
  'transaksi diproses': 'pending',
  menunggu: 'pending',
  pending: 'pending',
  processing: 'pending',
}

/** Null of a word that nobody knows. */
export const statusOf = (word: string): WalletLine['status'] | null =>
  STATUSES[word.trim().replace(/\s+/g, ' ').toLowerCase()] ?? null

/** What comes before the number of an order: `Penghasilan dari Pesanan #2306278C9U5G12`. */
const ORDER_IN_TEXT = /#([0-9A-Z]{8,20})\b/

export const orderNumberIn = (description: string): string => ORDER_IN_TEXT.exec(description)?.[1] ?? ''

/** Those who were paid, not what for; reports before 2024 name them in place of a type. */
const PLACES = new Set(['bank', 'saldo penjual', 'shopeepay'])

/** Reports before 2024 have no types: there it is the description's beginning, or who was paid where that says more. */
export function typeOf(recipient: string, description: string): string {
  if (recipient !== '' && !PLACES.has(recipient.toLowerCase())) return recipient
  return description.split('#')[0]!.trim().slice(0, 60)
}
