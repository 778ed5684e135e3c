import type { OtherReport } from '../../../../src-shared/channels/file-contents.ts'

/** Headings that only other reports carry: a return list or an income sheet has order numbers too, and is no order list. */
export const OTHER_REPORTS: Record<OtherReport, readonly string[]> = {
  'tiktok orders': ['Order Substatus', 'SKU ID'],
  'tiktok income': ['Order/adjustment ID', 'ID Pesanan/Penyesuaian'],
  'tokopedia sales': ['Nomor Invoice'],
  'shopee returns': ['No. Pengembalian', 'Return ID'],
  'shopee income': ['Total Penghasilan', 'Tanggal Dana Dilepaskan'],
  'shopee balance': ['Penerima Dana', 'Saldo Akhir', 'Tipe Transaksi'],
  'qris summary': ['Total Frequency'],
  'shopee products': ['et_title_product_id', 'et_title_product_name'],
  'tiktok products': ['seller_sku', 'variation_value'],
}
