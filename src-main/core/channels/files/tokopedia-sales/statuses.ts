import type { ChannelState } from '../../../../../src-shared/orders/order.ts'

/** The beginning of what `Status Terakhir` says; who cancelled and why stands behind it. */
const STATES: readonly (readonly [ChannelState, ...string[]])[] = [
  ['cancelled', 'dibatalkan', 'pesanan dibatalkan', 'pesanan ditolak', 'order cancelled', 'order canceled'],
  ['completed', 'pesanan selesai', 'transaksi selesai', 'order finished', 'transaction finished', 'order completed'],
  ['delivered', 'pesanan tiba', 'pesanan telah tiba', 'order delivered'],
  ['in_transit', 'pesanan dikirim', 'sedang dikirim', 'order shipped'],
  ['arranged', 'menunggu pickup', 'menunggu pick up', 'menunggu kurir'],
  ['to_arrange', 'pesanan baru', 'siap dikirim', 'pesanan diproses', 'sedang diproses', 'order processed'],
  ['return_open', 'pesanan dikomplain', 'dikomplain', 'sedang dikomplain'],
]

const plain = (status: string) => status.trim().replace(/\s+/g, ' ')

export const tokopediaState = (status: string): ChannelState => {
  const text = plain(status).toLowerCase()
  return STATES.find(([, ...beginnings]) => beginnings.some((word) => isOrBegins(text, word)))?.[0] ?? 'unknown'
}

const isOrBegins = (text: string, word: string) => text === word || text.startsWith(`${word} `)

/** `Dibatalkan Penjual [Permintaan Pembeli] - Ingin mengubah …` in its two parts. */
export function statusParts(status: string): { label: string; reason: string } {
  const text = plain(status)
  const bracket = text.indexOf(' [')
  return bracket < 0 ? { label: text, reason: '' } : { label: text.slice(0, bracket), reason: text.slice(bracket + 1) }
}
