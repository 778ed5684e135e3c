import { z } from 'zod'
import { formatClock, Instant, Zone } from '../kernel/business-day.ts'
import { refusal } from '../kernel/refusal.ts'
import { formatNumber } from '../kernel/rupiah.ts'
import { ParcelDifference } from './fulfilment.ts'

const goods = (verb: string, items: ParcelDifference['takeOut']) =>
  items.map(({ pieces, name }) => `${verb} ${pieces} ${name}`)
const toMove = ({ takeOut, putIn }: ParcelDifference, out: string, into: string) =>
  [...goods(out, takeOut), ...goods(into, putIn)].join(', ')

export const fulfilmentRefusals = {
  NO_STICKERS: refusal(z.object({ asked: z.number() }), {
    id: () => 'SKU yang dipilih tidak ada lagi, jadi tidak ada stiker yang dicetak. Pilih lagi barangnya dari Produk.',
    en: () => 'The chosen SKUs exist no longer, so no sticker was made. Choose the goods again under Products.',
  }),
  TOO_MANY_STICKERS: refusal(z.object({ asked: z.number(), most: z.number() }), {
    id: ({ asked, most }) =>
      `${formatNumber(asked)} stiker terlalu banyak untuk sekali cetak. Belum ada yang dicetak. Kurangi sampai ${formatNumber(most)}.`,
    en: ({ asked, most }) =>
      `${formatNumber(asked)} stickers are too many at once. Nothing was printed. Ask for ${formatNumber(most)} at most.`,
  }),
  ORDER_CANCELLED: refusal(z.object({ orderNumber: z.string(), at: Instant.nullable(), zone: Zone }), {
    id: ({ orderNumber, at, zone }) =>
      `Pesanan ${orderNumber} dibatalkan${at ? ` pukul ${formatClock(at, zone)} ${zone}` : ''}. Jangan serahkan paketnya; taruh di rak Batal.`,
    en: ({ orderNumber, at, zone }) =>
      `Order ${orderNumber} was cancelled${at ? ` at ${formatClock(at, zone)} ${zone}` : ''}. Do not hand the parcel over; put it on the Batal shelf.`,
  }),
  ORDER_NOT_PACKED: refusal(z.object({ orderNumber: z.string(), state: z.string() }), {
    id: ({ orderNumber }) =>
      `Pesanan ${orderNumber} belum dikemas, jadi belum bisa diserahkan. Scan dan kemas dulu di Meja Kemas.`,
    en: ({ orderNumber }) =>
      `Order ${orderNumber} is not packed yet, so it cannot be handed over. Scan and pack it first.`,
  }),
  ORDER_NOT_READY: refusal(z.object({ orderNumber: z.string(), state: z.string() }), {
    id: ({ orderNumber }) => `Pesanan ${orderNumber} belum boleh dikemas. Periksa statusnya di Pesanan.`,
    en: ({ orderNumber }) => `Order ${orderNumber} may not be packed yet. Look at its status under Orders.`,
  }),
  ORDER_HELD: refusal(z.object({ orderNumber: z.string(), reason: z.string() }), {
    id: ({ orderNumber, reason }) =>
      `Pesanan ${orderNumber} sedang ditahan${reason ? `: ${reason}` : ''}. Lepaskan tahanannya dulu di Pesanan.`,
    en: ({ orderNumber, reason }) =>
      `Order ${orderNumber} is on hold${reason ? `: ${reason}` : ''}. Release it first under Orders.`,
  }),
  GOODS_MISSING: refusal(z.object({ orderNumber: z.string(), missing: z.number() }), {
    id: ({ orderNumber, missing }) =>
      `Masih ${missing} barang pesanan ${orderNumber} yang belum discan. Scan sisanya sebelum menutup paket.`,
    en: ({ orderNumber, missing }) =>
      `${missing} pieces of order ${orderNumber} are not scanned yet. Scan them before closing the parcel.`,
  }),
  PARCEL_CONTENTS_CHANGED: refusal(
    z.object({ parcels: z.array(ParcelDifference.extend({ orderNumber: z.string() })) }),
    {
      id: ({ parcels }) =>
        `Isi paket berubah setelah dikemas. ${parcels.map((parcel) => `${parcel.orderNumber}: ${toMove(parcel, 'keluarkan', 'masukkan')}`).join('. ')}. Belum ada yang diserahkan. Kemas ulang di Meja Kemas.`,
      en: ({ parcels }) =>
        `The contents changed after packing. ${parcels.map((parcel) => `${parcel.orderNumber}: ${toMove(parcel, 'take out', 'put in')}`).join('. ')}. Nothing was handed over. Pack them again at the pack desk.`,
    },
  ),
  PARCEL_AT_ANOTHER_DESK: refusal(z.object({ orderNumber: z.string(), by: z.string(), since: Instant, zone: Zone }), {
    id: ({ orderNumber, by, since, zone }) =>
      `Paket ${orderNumber} sedang dikerjakan ${by} di jendela lain sejak ${formatClock(since, zone)} ${zone}. Tidak ada yang berubah. Scan paketnya lagi bila ingin mengambil alih.`,
    en: ({ orderNumber, by, since, zone }) =>
      `Parcel ${orderNumber} is being packed by ${by} in another window since ${formatClock(since, zone)} ${zone}. Nothing changed. Scan the parcel again to take it over.`,
  }),
  HANDOVER_STANDS: refusal(z.object({ orderNumber: z.string(), why: z.enum(['shipped', 'came back', 'claimed']) }), {
    id: ({ orderNumber, why }) =>
      ({
        shipped: `Pesanan ${orderNumber} sudah dinyatakan dikirim oleh kanalnya, jadi penyerahannya tidak bisa diurungkan. Bila barangnya kembali, terima lewat Retur.`,
        'came back': `Barang pesanan ${orderNumber} sudah diterima kembali lewat Retur, jadi penyerahannya tidak bisa diurungkan. Urungkan dulu di Retur.`,
        claimed: `Ada klaim untuk pesanan ${orderNumber}, jadi penyerahannya tidak bisa diurungkan. Urungkan dulu klaimnya di Retur.`,
      })[why],
    en: ({ orderNumber, why }) =>
      ({
        shipped: `The channel says order ${orderNumber} was shipped, so its hand-over cannot be undone. If the goods come back, receive them under Returns.`,
        'came back': `Goods of order ${orderNumber} were received back under Returns, so its hand-over cannot be undone. Undo that first.`,
        claimed: `There is a claim for order ${orderNumber}, so its hand-over cannot be undone. Undo the claim under Returns first.`,
      })[why],
  }),
  NO_LABELS: refusal(z.object({ orders: z.number() }), {
    id: () =>
      'Tidak ada pesanan yang bisa dicetak labelnya. Pesanan yang dibatalkan tidak dicetak. Pilih pesanan lain.',
    en: () => 'None of these orders can have a label. Cancelled orders are not printed. Choose others.',
  }),
}
