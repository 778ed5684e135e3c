import { words } from '../kernel/words.ts'

/** Headings of the journal as a table, by the column's own name. */
export const journalHeadings = words(
  {
    entry: 'Jurnal',
    book: 'Buku',
    day: 'Tanggal',
    document: 'Kode dokumen',
    label: 'Dokumen',
    effect: 'Bagian',
    reverses: 'Membatalkan jurnal',
    memo: 'Keterangan',
    account: 'Kode akun',
    'account name': 'Akun',
    debit: 'Debit',
    credit: 'Kredit',
    hash: 'Sidik jurnal',
  },
  {
    entry: 'Entry',
    book: 'Book',
    day: 'Date',
    document: 'Document code',
    label: 'Document',
    effect: 'Part',
    reverses: 'Reverses entry',
    memo: 'What',
    account: 'Account code',
    'account name': 'Account',
    debit: 'Debit',
    credit: 'Credit',
    hash: 'Entry hash',
  },
)

/** What a document is called where an entry or a stock movement points at it. */
export const documentWords = words(
  {
    order: 'Pesanan',
    purchase: 'Pembelian',
    'cash-record': 'Catatan kas',
    settlement: 'Penyesuaian kanal',
    'wallet-line': 'Saldo kanal',
    'opening-balance': 'Saldo Awal',
    'opening-stock': (sku: string) => `Stok Awal ${sku}`,
    count: 'Stok Opname',
    damaged: 'Barang rusak',
    lost: 'Barang hilang',
    sample: 'Sampel',
    found: 'Barang ditemukan',
    household: 'Dibawa pulang',
  },
  {
    order: 'Order',
    purchase: 'Purchase',
    'cash-record': 'Cash record',
    settlement: 'Channel adjustment',
    'wallet-line': 'Channel balance',
    'opening-balance': 'Opening balance',
    'opening-stock': (sku) => `Opening stock ${sku}`,
    count: 'Stock count',
    damaged: 'Damaged goods',
    lost: 'Lost goods',
    sample: 'Sample',
    found: 'Goods found',
    household: 'Taken home',
  },
)
