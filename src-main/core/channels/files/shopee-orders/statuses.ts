import type { ChannelState } from '../../../../../src-shared/orders/order.ts'

type BaseState = Extract<
  ChannelState,
  'unpaid' | 'to_arrange' | 'in_transit' | 'delivered' | 'completed' | 'cancelled' | 'unknown'
>

/**
 * The words of the column `Status Pesanan`. `Sedang Dikirim` and `Telah Dikirim` look alike and are not: in downloads
 * of August 2026 every `Telah Dikirim` had been shipped two days or more before, while `Sedang Dikirim` began minutes
 * after shipping, so the former is Shopee's *Delivered* (arrived, waiting for the buyer) and the latter *Shipping*.
 */
const STATES: ReadonlyMap<string, BaseState> = new Map([
  ['belum bayar', 'unpaid'],
  ['unpaid', 'unpaid'],
  ['perlu dikirim', 'to_arrange'],
  ['to ship', 'to_arrange'],
  ['sedang dikirim', 'in_transit'],
  ['dikirim', 'in_transit'],
  ['shipping', 'in_transit'],
  ['shipped', 'in_transit'],
  ['telah dikirim', 'delivered'],
  ['delivered', 'delivered'],
  ['selesai', 'completed'],
  ['completed', 'completed'],
  ['batal', 'cancelled'],
  ['dibatalkan', 'cancelled'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
])

/** `Pesanan diterima, namun Pembeli masih dapat mengajukan pengembalian hingga …`: a sentence with a date in it. */
const RECEIVED = /^(pesanan diterima, namun[^0-9]*|order received, but[^0-9]*)/i

const normal = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()

export const baseState = (status: string): BaseState =>
  RECEIVED.test(status) ? 'delivered' : (STATES.get(normal(status)) ?? 'unknown')

/** The status without the date some carry, so that equal statuses are counted together. */
export function statusLabel(status: string): string {
  const sentence = RECEIVED.exec(status)?.[0]
  if (sentence === undefined) return status
  const label = sentence.trim().replace(/\s+(hingga|sampai|until|before)( tanggal)?$/i, '')
  return label === '' ? status : label
}

/** A buyer's wish to cancel or send back: waiting, granted, dropped, or in words we do not know. */
export function requestState(request: string): 'open' | 'granted' | 'dropped' | 'unknown' {
  const text = normal(request)
  if (/diproses|diajukan|menunggu|processing|pending|requested/.test(text)) return 'open'
  if (/dibatalkan|ditolak|cancelled|canceled|rejected/.test(text)) return 'dropped'
  return /disetujui|selesai|dikembalikan|approved|completed|refunded/.test(text) ? 'granted' : 'unknown'
}

export interface StatusFacts {
  status: string
  /** All that the rows of the order say about cancelling or sending back. */
  requests: readonly string[]
  failedDelivery: string
  isBooked: boolean
  /** Every piece of the order is counted as sent back. */
  cameBack: boolean
}

/** Cancelled stays cancelled whatever else stands there; before shipping a request can only be one to cancel. */
export function channelState({ status, requests, failedDelivery, isBooked, cameBack }: StatusFacts): ChannelState {
  const base = baseState(status)
  const wishes = requests.map(requestState)
  switch (base) {
    case 'cancelled':
    case 'unpaid':
    case 'unknown':
      return base
    case 'to_arrange':
      if (wishes.includes('open') || wishes.includes('granted')) return 'cancel_requested'
      return isBooked ? 'arranged' : 'to_arrange'
    case 'in_transit':
    case 'delivered':
    case 'completed':
      if (wishes.includes('open')) return 'return_open'
      if (cameBack) return 'returned'
      return failedDelivery !== '' && base !== 'completed' ? 'delivery_failed' : base
  }
}
