import type { ChannelState } from '../../../../../src-shared/orders/order.ts'

/** What `Order Status` and `Order Substatus` say, in the languages seen, and what it means. */
type Known = readonly [means: ChannelState, ...words: string[]]

/** The coarse word: an order whose finer word we do not know is at least here. */
const STATUSES: readonly Known[] = [
  ['unpaid', 'Belum dibayar', 'Belum bayar', 'Unpaid'],
  ['on_hold', 'Ditahan', 'Ditangguhkan', 'On hold', 'On_hold'],
  ['to_arrange', 'Perlu dikirim', 'To ship', 'Awaiting shipment'],
  ['in_transit', 'Dikirim', 'Shipped'],
  ['completed', 'Selesai', 'Completed'],
  ['cancelled', 'Dibatalkan', 'Batal', 'Canceled', 'Cancelled'],
]

/** The finer word, where it says more than the coarse one. */
const SUBSTATUSES: readonly Known[] = [
  ['unpaid', 'Belum dibayar', 'Belum bayar', 'Unpaid', 'Menunggu pembayaran', 'Awaiting payment'],
  ['on_hold', 'Ditahan', 'Ditangguhkan', 'On hold'],
  ['to_arrange', 'Menunggu pengiriman', 'Awaiting shipment'],
  ['arranged', 'Menunggu pengambilan', 'Menunggu penjemputan', 'Menunggu diambil', 'Awaiting collection'],
  ['partly_shipped', 'Dikirim sebagian', 'Sebagian dikirim', 'Partially shipping', 'Partially shipped'],
  ['in_transit', 'Sedang transit', 'Dalam perjalanan', 'In transit'],
  ['delivered', 'Terkirim', 'Delivered'],
  ['completed', 'Selesai', 'Completed'],
  ['cancelled', 'Dibatalkan', 'Batal', 'Canceled', 'Cancelled'],
]

const normal = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()

const byWord = (table: readonly Known[]) =>
  new Map(table.flatMap(([means, ...words]) => words.map((word) => [normal(word), means] as const)))
const STATUS_BY_WORD = byWord(STATUSES)
const SUBSTATUS_BY_WORD = byWord(SUBSTATUSES)

export const isKnownStatus = (status: string): boolean => STATUS_BY_WORD.has(normal(status))
export const isKnownSubstatus = (substatus: string): boolean =>
  substatus === '' || SUBSTATUS_BY_WORD.has(normal(substatus))

/** `Cancelation/Return Type`: what somebody asked for, whether or not it was granted. */
export function requestKind(request: string): 'none' | 'cancel' | 'return' | 'unknown' {
  const text = normal(request)
  if (text === '') return 'none'
  if (/^(cancel|cancellation|pembatalan|batal)$/.test(text)) return 'cancel'
  return /^(return\/ ?refund|return|refund|pengembalian( barang)?\/ ?(pengembalian )?dana|pengembalian)$/.test(text)
    ? 'return'
    : 'unknown'
}

export interface StatusFacts {
  status: string
  substatus: string
  request: string
  /** Every piece of the order is counted as sent back. */
  cameBack: boolean
  /** Some of its goods have a moment at which they were shipped. */
  hasLeft: boolean
}

/** A finer word counts within its coarse one only: `Selesai` below `Dibatalkan` would be a contradiction, not news. */
const FINER: Partial<Record<ChannelState, readonly ChannelState[]>> = {
  to_arrange: ['to_arrange', 'arranged', 'partly_shipped', 'on_hold'],
  in_transit: ['in_transit', 'delivered', 'partly_shipped'],
}

/** Its rows tell parcels apart, also while only one of them has a No. Resi. */
export const isSplit = (substatus: string): boolean => SUBSTATUS_BY_WORD.get(normal(substatus)) === 'partly_shipped'

export function channelState({ status, substatus, request, cameBack, hasLeft }: StatusFacts): ChannelState {
  const coarse = STATUS_BY_WORD.get(normal(status)) ?? 'unknown'
  const told = SUBSTATUS_BY_WORD.get(normal(substatus))
  // of an order that was split some parcels have a courier and others not; a No. Resi does not say that one has left
  const finer = told === 'partly_shipped' && coarse === 'to_arrange' && !hasLeft ? 'to_arrange' : told
  const base = finer && FINER[coarse]?.includes(finer) ? finer : coarse
  const wish = requestKind(request)
  switch (base) {
    case 'to_arrange':
    case 'arranged':
    case 'on_hold':
      return wish === 'cancel' ? 'cancel_requested' : base
    case 'in_transit':
    case 'delivered':
      return wish === 'return' ? 'return_open' : base
    case 'completed':
      return wish === 'return' && cameBack ? 'returned' : base
    default:
      return base
  }
}

/** Both words where they differ, so that people see all that the channel says. */
export const wordOf = (status: string, substatus: string): string =>
  substatus === '' || normal(substatus) === normal(status) ? status : `${status} / ${substatus}`
