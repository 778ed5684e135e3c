import type { Language } from '../kernel/business-day.ts'

/**
 * A channel's own word for where an order stands, as its Seller Centre shows it; over the wire it comes as a code. What a file says, and a
 * code that nobody here knows yet, is shown as it came.
 */
export const channelStatus = (raw: string, language: Language): string => WORDS[raw]?.[language] ?? raw

const WORDS: Record<string, Record<Language, string>> = {
  // Shopee Open Platform v2, order status
  UNPAID: { id: 'Belum Bayar', en: 'Unpaid' },
  PENDING: { id: 'Ditahan', en: 'On hold' },
  INVOICE_PENDING: { id: 'Menunggu faktur', en: 'Waiting for an invoice' },
  READY_TO_SHIP: { id: 'Perlu Dikirim', en: 'To ship' },
  RETRY_SHIP: { id: 'Perlu dikirim ulang', en: 'To ship again' },
  PROCESSED: { id: 'Telah Diproses', en: 'Processed' },
  SHIPPED: { id: 'Dikirim', en: 'Shipped' },
  TO_CONFIRM_RECEIVE: { id: 'Menunggu pembeli menerima', en: 'Waiting for the buyer to confirm' },
  IN_CANCEL: { id: 'Minta batal', en: 'Cancellation asked' },
  TO_RETURN: { id: 'Pengembalian', en: 'Return' },
  // TikTok Shop Open API, order status; what both say is said once
  ON_HOLD: { id: 'Ditahan', en: 'On hold' },
  AWAITING_SHIPMENT: { id: 'Perlu Dikirim', en: 'To ship' },
  PARTIALLY_SHIPPING: { id: 'Sebagian dikirim', en: 'Partly shipped' },
  AWAITING_COLLECTION: { id: 'Menunggu Diambil', en: 'Waiting for the courier' },
  IN_TRANSIT: { id: 'Dalam Perjalanan', en: 'On its way' },
  DELIVERED: { id: 'Sampai', en: 'Delivered' },
  COMPLETED: { id: 'Selesai', en: 'Completed' },
  CANCELLED: { id: 'Batal', en: 'Cancelled' },
  // so in its notices
  CANCEL: { id: 'Batal', en: 'Cancelled' },
}
