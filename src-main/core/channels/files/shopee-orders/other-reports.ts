/** Headings that only other reports carry: a return list or an income sheet has order numbers too, and is no order list. */
export const OTHER_REPORTS: readonly string[] = [
  'No. Pengembalian',
  'Return ID',
  'Total Penghasilan',
  'Tanggal Dana Dilepaskan',
  'Order Substatus',
  'SKU ID',
  'Order/adjustment ID',
  'ID Pesanan/Penyesuaian',
  'Nomor Invoice',
]
