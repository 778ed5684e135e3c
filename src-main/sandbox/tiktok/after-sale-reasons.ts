import type { Order, Return, ReturnStatus } from './book.ts'

/**
 * What may be given as a reason in Indonesia, by who gives it and what is asked ("Return reasons", "Refund reasons", Partner
 * Center, 2025-12). Other markets have other lists.
 */
type Type = Return['type']

const BUYER: Record<Type, Record<string, string>> = {
  REFUND: {
    ecom_order_shipped_refund_reason_not_arrive_on_time: 'Barang tidak akan sampai tepat waktu',
    ecom_order_delivered_refund_reason_not_received: 'Paket tidak diterima',
    ecom_order_delivered_refund_reason_not_match: 'Barang tidak sesuai deskripsi',
    ecom_order_delivered_refund_reason_missing_product: 'Barang kurang',
    ecom_order_delivered_refund_reason_damaged: 'Barang rusak',
    ecom_order_delivered_refund_reason_defective: 'Barang tidak berfungsi',
    ecom_order_delivered_refund_reason_wrong_product: 'Barang yang diterima salah',
    ecom_order_delivered_refund_reason_missed_delivery_date: 'Melewati perkiraan tanggal sampai',
    ecom_order_delivered_refund_reason_other: 'Lainnya',
    buyer_refund_suspected_counterfeit: 'Diduga tiruan',
  },
  RETURN_AND_REFUND: {
    ecom_order_delivered_refund_and_return_reason_not_match_description: 'Barang tidak sesuai deskripsi',
    ecom_order_delivered_refund_and_return_reason_damaged: 'Barang rusak',
    ecom_order_delivered_refund_and_return_reason_defective: 'Barang tidak berfungsi',
    ecom_order_delivered_refund_and_return_reason_wrong_product: 'Barang yang diterima salah',
    ecom_order_delivered_refund_and_return_reason_missed_delivery: 'Melewati perkiraan tanggal sampai',
    buyer_return_and_refund_suspected_counterfeit: 'Diduga tiruan',
  },
}

/** What a seller may ask for on behalf of the buyer, of delivered orders alone. */
export const SELLER: Record<Type, Record<string, string>> = {
  REFUND: { ecom_order_delivered_refund_reason_missing_product_seller: 'Barang kurang' },
  RETURN_AND_REFUND: {
    ecom_order_delivered_refund_and_return_reason_wrong_product_seller: 'Barang yang dikirim salah',
  },
}

const WORDS = Object.assign({}, ...Object.values(BUYER), ...Object.values(SELLER)) as Record<string, string>
export const reasonText = (reason: string) => WORDS[reason] ?? reason

/** Whether anybody may give this reason at all. */
export const isReason = (reason: string) => reason in WORDS
export const isOfBuyers = (reason: string) => Object.values(BUYER).some((reasons) => reason in reasons)

/** What the buyers of the robot say. Nobody in Indonesia may just change his mind: then it is not as described. */
export const ASKED_BY_ROBOT: Record<Type, Record<'damaged' | 'wrong' | 'missing' | 'changedMind', string>> = {
  REFUND: {
    damaged: 'ecom_order_delivered_refund_reason_damaged',
    wrong: 'ecom_order_delivered_refund_reason_wrong_product',
    missing: 'ecom_order_delivered_refund_reason_missing_product',
    changedMind: 'ecom_order_delivered_refund_reason_not_match',
  },
  RETURN_AND_REFUND: {
    damaged: 'ecom_order_delivered_refund_and_return_reason_damaged',
    wrong: 'ecom_order_delivered_refund_and_return_reason_wrong_product',
    missing: 'ecom_order_delivered_refund_and_return_reason_not_match_description',
    changedMind: 'ecom_order_delivered_refund_and_return_reason_not_match_description',
  },
}

/** Reasons a seller in Indonesia may give, by the order's state ("Cancel reasons", Partner Center, 2025-12). */
export const SELLER_CANCELS: Partial<Record<Order['status'], readonly string[]>> = {
  UNPAID: [
    'seller_cancel_unpaid_reason_out_of_stock',
    'seller_cancel_unpaid_reason_wrong_price',
    'seller_cancel_unpaid_reason_buyer_hasnt_paid_within_time_allowed',
  ],
  ON_HOLD: ['seller_cancel_reason_out_of_stock', 'seller_cancel_reason_wrong_price'],
  AWAITING_SHIPMENT: ['seller_cancel_reason_out_of_stock', 'seller_cancel_reason_wrong_price'],
}
interface Rejecting {
  name: string
  text: string
}

const OF_ANY_REQUEST: readonly Rejecting[] = [
  { name: 'reverse_reject_request_reason_1', text: 'Alasan pembeli tidak sah' },
  { name: 'reverse_reject_request_reason_2', text: 'Retur karena berubah pikiran tidak berlaku' },
  { name: 'reverse_reject_request_reason_3', text: 'Tidak memenuhi syarat retur (misalnya dipakai atau dirusak)' },
  { name: 'reverse_reject_request_reason_4', text: 'Pengiriman sesuai jadwal' },
  { name: 'reverse_reject_request_reason_5', text: 'Sudah sepakat dengan pembeli' },
  { name: 'seller_reject_apply_item_is_correct', text: 'Barang sudah benar' },
  { name: 'seller_reject_apply_products_will_be_sent_separately', text: 'Barang dikirim terpisah' },
  {
    name: 'seller_reject_apply_reason_is_unclear_or_lack_of_evidence',
    text: 'Alasan tidak jelas atau bukti kurang',
  },
  {
    name: 'seller_reject_apply_product_functions_well/buyer_use_in_wrong_way',
    text: 'Barang berfungsi; pembeli keliru memakainya',
  },
  {
    name: 'seller_reject_apply_package_has_not_exceeded_estimated_delivery_time',
    text: 'Sudah dikirim dan tidak dapat ditarik kembali',
  },
]
const OF_REFUNDS: readonly Rejecting[] = [
  ...OF_ANY_REQUEST,
  { name: 'seller_reject_apply_unable_to_change_address', text: 'Alamat tidak dapat diubah' },
  { name: 'seller_reject_apply_need_to_apply_for_refund&return', text: 'Harus diajukan sebagai retur barang' },
  {
    name: "seller_reject_apply_buyer's_responsibility_for_incorrect_address",
    text: 'Alamat salah menjadi tanggung jawab pembeli',
  },
]
const OF_RETURNED_PARCELS: readonly Rejecting[] = [
  { name: 'reverse_reject_return_parcel_reason_1', text: 'Barang yang kembali bukan barang yang dikirim' },
  {
    name: 'reverse_reject_return_parcel_reason_2',
    text: 'Tidak memenuhi syarat retur (misalnya dipakai atau dirusak)',
  },
  { name: 'reverse_reject_return_parcel_reason_3', text: 'Barang atau bagiannya kurang' },
  { name: 'reverse_reject_return_parcel_reason_4', text: 'Paket belum diterima' },
  { name: 'reverse_reject_return_parcel_reason_5', text: 'Barang rusak atau sudah dipakai' },
  { name: 'seller_reject_apply_you_have_reached_an_agreement_with_the_buyer', text: 'Sudah sepakat dengan pembeli' },
]

/** Why a seller may refuse what is asked of him now. */
export const rejecting = ({ type, status }: { type: Type; status: ReturnStatus }): readonly Rejecting[] => {
  if (status === 'BUYER_SHIPPED_ITEM') return OF_RETURNED_PARCELS
  return type === 'REFUND' ? OF_REFUNDS : OF_ANY_REQUEST
}
