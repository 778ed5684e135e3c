import { words } from '../kernel/words.ts'

/** What pages are called, in the sidebar, over the page and in Ctrl+K. */
export const pagesWords = words(
  {
    home: 'Beranda',
    orders: 'Pesanan',
    packing: 'Kemas',
    products: 'Produk',
    stock: 'Stok',
    purchases: 'Pembelian',
    returns: 'Retur',
    books: 'Pembukuan',
    household: 'Uang Rumah Tangga',
    shops: 'Toko Terhubung',
    settings: 'Pengaturan',
    help: 'Bantuan',
    labels: 'Cetak Label',
    stickers: 'Cetak Stiker',
    importFile: 'Impor berkas',
  },
  {
    home: 'Home',
    orders: 'Orders',
    packing: 'Packing',
    products: 'Products',
    stock: 'Stock',
    purchases: 'Purchases',
    returns: 'Returns',
    books: 'Bookkeeping',
    household: 'Household money',
    shops: 'Connected shops',
    settings: 'Settings',
    help: 'Help',
    labels: 'Print labels',
    stickers: 'Print stickers',
    importFile: 'Import a file',
  },
)
