import { words } from '../kernel/words.ts'

/** Words of the import page for lists of returns and refunds. */
export const returnsImportWords = words(
  {
    contents: 'Isi berkas',
    returns: 'Pengembalian',
    added: 'Baru',
    changed: 'Berubah',
    unchanged: 'Sama',
    keptOut: 'Baris bermasalah, tidak ikut',
    withGoods: 'dengan barang yang kembali ke toko',
    withoutGoods: 'tanpa barang: hanya dana, dibatalkan, atau ke gudang kanal',
    waiting: 'menunggu pesanannya diimpor',
    refund: 'Dana kembali ke pembeli',
    compensation: 'Kompensasi',
    retur: 'Retur',
    books: 'Pembukuan',
    none: 'Tidak ada pengembalian.',
    booksNote:
      'Daftar ini tidak membuat jurnal. Dana yang dipotong tercatat dari daftar pesanan dan Laporan Penghasilan.',
    nextReturns: 'Buka Retur',
    nextReturnsWhy: 'Paket yang tiba bisa discan dengan resi returnya.',
  },
  {
    contents: 'In the file',
    returns: 'Returns',
    added: 'New',
    changed: 'Changed',
    unchanged: 'The same',
    keptOut: 'Rows with problems, left out',
    withGoods: 'with goods that come back to the shop',
    withoutGoods: 'without goods: a refund alone, dropped, or into a warehouse of the channel',
    waiting: 'wait until their order is imported',
    refund: 'Refunds to buyers',
    compensation: 'Compensation',
    retur: 'Returns',
    books: 'Books',
    none: 'No returns.',
    booksNote: 'This list makes no entries. What is taken back is booked from the order list and the income report.',
    nextReturns: 'Open Returns',
    nextReturnsWhy: 'Parcels that arrive can be scanned by their return waybill.',
  },
)
