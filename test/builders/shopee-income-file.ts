import { type CellInFile, type SheetInFile, workbookBytes } from './workbook-bytes.ts'

/** Heading rows of Shopee's income sheets, by their number of columns and the year they were seen. */
const LEAD = [
  'No.',
  'No. Pesanan',
  'No. Pengajuan',
  'Username (Pembeli)',
  'Waktu Pesanan Dibuat',
  'Metode pembayaran pembeli',
  'Tanggal Dana Dilepaskan',
]
const GOODS = [
  'Harga Asli Produk',
  'Total Diskon Produk',
  'Jumlah Pengembalian Dana ke Pembeli',
  'Diskon Produk dari Shopee',
]
const OLD_PROMOTION = ['Diskon Voucher Ditanggung Penjual', 'Cashback Koin yang Ditanggung Penjual']
const PROMOTION = ['Voucher disponsor oleh Penjual', 'Cashback Koin disponsori Penjual']
const SHIPPING = [
  'Ongkir Dibayar Pembeli',
  'Diskon Ongkir Ditanggung Jasa Kirim',
  'Gratis Ongkir dari Shopee',
  'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim',
  'Ongkos Kirim Pengembalian Barang',
]
const TAIL = ['Kode Voucher', 'Kompensasi', 'Promo Gratis Ongkir dari Penjual', 'Jasa Kirim', 'Nama Kurir', '']
const RETURNS = [
  'Pengembalian Dana ke Pembeli',
  'Pro-rata Koin yang Ditukarkan untuk Pengembalian Barang',
  'Pro-rata Voucher Shopee untuk Pengembalian Barang',
]
const PRO_RATED = [
  'Pro-rated Bank Payment Channel Promotion  for return refund Items',
  'Pro-rated Shopee Payment Channel Promotion  for return refund Items',
]
const TOTAL = 'Total Penghasilan'
const FEES_2025 = [
  'Biaya Komisi AMS',
  'Biaya Administrasi',
  'Biaya Layanan',
  'Biaya Proses Pesanan',
  'Premi',
  'Biaya Program Hemat Biaya Kirim',
  'Biaya Transaksi',
  'Biaya Kampanye',
  'Bea Masuk, PPN & PPh',
]
const RETURNED_SHIPPING = ['Kembali ke Biaya Pengiriman Pengirim', 'Pengembalian Biaya Kirim']

export const INCOME_LAYOUTS = {
  '35 columns, 2024': [
    ...LEAD,
    ...GOODS,
    ...OLD_PROMOTION,
    ...SHIPPING,
    'AMS Commission Fee',
    'Biaya Administrasi',
    'Biaya Layanan (termasuk PPN 11%)',
    'Premium',
    'Biaya Transaksi',
    'Biaya Kampanye',
    'Bea Masuk, PPN & PPh',
    TOTAL,
    ...TAIL,
    ...RETURNS,
  ],
  '39 columns, August 2024': [
    ...LEAD,
    ...GOODS,
    ...OLD_PROMOTION,
    ...SHIPPING,
    'Pengembalian Biaya Kirim',
    'Biaya Komisi AMS',
    'Biaya Administrasi',
    'Biaya Layanan',
    'Biaya Proses Pesanan',
    'Biaya Lainnya',
    'Biaya Kartu Kredit',
    'Biaya Kampanye',
    'Bea Masuk, PPN & PPh',
    TOTAL,
    ...TAIL,
    ...RETURNS,
    ...PRO_RATED,
  ],
  '41 columns, 2025': [
    ...LEAD,
    ...GOODS,
    ...PROMOTION,
    ...SHIPPING,
    ...RETURNED_SHIPPING,
    ...FEES_2025,
    TOTAL,
    ...TAIL,
    ...RETURNS,
    ...PRO_RATED,
  ],
  '44 columns, 2026': [
    ...LEAD,
    ...GOODS,
    'Voucher disponsor oleh Penjual',
    'Voucher co-fund disponsor oleh Penjual',
    'Cashback Koin disponsori Penjual',
    'Cashback Koin Co-fund disponsori Penjual',
    ...SHIPPING,
    ...RETURNED_SHIPPING,
    ...FEES_2025,
    'Biaya Isi Saldo Otomatis (dari Penghasilan)',
    TOTAL,
    ...TAIL,
    ...RETURNS,
    ...PRO_RATED,
  ],
  'English, 2026': [
    'Sequence No.',
    'Order ID',
    'Refund ID',
    'Username (Buyer)',
    'Order Creation Date',
    'Buyer Payment Method',
    'Payout Completed Date',
    'Original Product Price',
    'Seller Product Discount',
    'Refund Amount to Buyer',
    'Voucher Sponsored by Seller',
    'Shipping Fee Paid by Buyer',
    'Shipping Fee Charged by Logistic Provider',
    'Shipping Rebate From Shopee',
    'AMS Commission Fee',
    'Commission Fee (Incl. VAT)',
    'Service Fee',
    'Order Processing Fee',
    'Total Released Amount (Rp)',
    'Voucher Code',
    'Lost Compensation',
    'Shipping Provider',
    'Courier Name',
  ],
} as const satisfies Record<string, readonly string[]>

export type IncomeLayoutName = keyof typeof INCOME_LAYOUTS

export interface IncomeRow {
  orderNumber: string
  reference?: string
  releasedOn?: CellInFile
  /** By heading; the rest of the money columns is 0. */
  amounts?: Record<string, CellInFile>
  /** Says so beside what the amounts come to. */
  total?: CellInFile
  /** Cells by heading, over everything else. */
  cells?: Record<string, CellInFile>
}

export interface IncomeAdjustment {
  createdOn?: string
  type?: string
  reason?: string
  amount: CellInFile
  orderNumber?: string
  releasedOn?: string
}

/** A Shopee income report of our own making, for tests. The sums are right unless a test says otherwise. */
class ShopeeIncomeFile {
  #headings: string[]
  #layout: IncomeLayoutName
  #rows: IncomeRow[] = []
  #sheets: SheetInFile[] = []
  #sheetName = 'Income'
  #titles: CellInFile[][] = []

  constructor(layout: IncomeLayoutName) {
    this.#layout = layout
    this.#headings = [...INCOME_LAYOUTS[layout]]
    this.#titles = [
      ['Username (Penjual)', 'Dari', 'ke'],
      ['batikratna', '2026-01-01', '2026-12-31'],
      [],
      [],
      ['total(Rp)', ...Array(6).fill(null), { formula: 'SUM(INDIRECT(ADDRESS(6,8)))', value: 0 }],
    ]
  }

  withOrder(orderNumber: string, row: Omit<IncomeRow, 'orderNumber'> = {}): this {
    this.#rows.push({ orderNumber, ...row })
    return this
  }

  without(...headings: string[]): this {
    this.#headings = this.#headings.filter((heading) => !headings.includes(heading))
    return this
  }

  renamed(heading: string, to: string): this {
    this.#headings = this.#headings.map((known) => (known === heading ? to : known))
    return this
  }

  withColumnBefore(heading: string, before: string): this {
    this.#headings.splice(this.#headings.indexOf(before), 0, heading)
    return this
  }

  columnsInReverse(): this {
    this.#headings.reverse()
    return this
  }

  withTitles(...rows: CellInFile[][]): this {
    this.#titles = rows
    return this
  }

  sheetNamed(name: string): this {
    this.#sheetName = name
    return this
  }

  withSheet(sheet: SheetInFile): this {
    this.#sheets.push(sheet)
    return this
  }

  withAdjustments(...adjustments: IncomeAdjustment[]): this {
    return this.withSheet(adjustmentSheet(adjustments))
  }

  /** `Service Fee Details`: parts of a column by order. */
  withParts(title: string, headings: string[], byOrder: Record<string, number[]>, name = 'Service Fee Details'): this {
    return this.withSheet({
      name,
      rows: [
        [null, null, title],
        ['No.', 'No. Pesanan', ...headings],
        ...Object.entries(byOrder).map(([order, amounts], at) => [at + 1, order, ...amounts]),
      ],
    })
  }

  sheet(): SheetInFile {
    const rows = this.#rows.map((row, at) => this.#headings.map((heading) => this.#cellOf(row, heading, at)))
    return { name: this.#sheetName, rows: [...this.#titles, this.#headings, ...rows] }
  }

  xlsx(): Uint8Array {
    return workbookBytes([...this.#sheets, this.sheet()], 'shared', {})
  }

  csv(delimiter = ','): Uint8Array {
    const text = (cell: CellInFile) =>
      typeof cell === 'object' && cell !== null ? String('value' in cell ? cell.value : cell.date) : String(cell ?? '')
    const quoted = (cell: CellInFile) => (text(cell).includes(delimiter) ? `"${text(cell)}"` : text(cell))
    return Buffer.from(
      this.sheet()
        .rows.map((row) => row.map(quoted).join(delimiter))
        .join('\r\n'),
    )
  }

  #cellOf(row: IncomeRow, heading: string, at: number): CellInFile {
    if (row.cells && Object.hasOwn(row.cells, heading)) return row.cells[heading] ?? null
    if (row.amounts && Object.hasOwn(row.amounts, heading)) return row.amounts[heading] ?? null
    switch (heading) {
      case 'No.':
      case 'Sequence No.':
        return at + 1
      case 'No. Pesanan':
      case 'Order ID':
        return row.orderNumber
      case 'No. Pengajuan':
      case 'Refund ID':
        return row.reference ?? null
      case 'Tanggal Dana Dilepaskan':
      case 'Payout Completed Date':
        return row.releasedOn === undefined ? '2026-08-06' : row.releasedOn
      case 'Waktu Pesanan Dibuat':
      case 'Order Creation Date':
        return '2026-08-01'
      case TOTAL:
      case 'Total Released Amount (Rp)':
        return row.total === undefined ? sumOf(row.amounts ?? {}) : row.total
    }
    const money = (INCOME_LAYOUTS[this.#layout] as readonly string[]).slice(7)
    return money.includes(heading) && !['Kode Voucher', 'Jasa Kirim', 'Nama Kurir', ''].includes(heading) ? 0 : null
  }
}

export const anIncomeFile = (layout: IncomeLayoutName = '41 columns, 2025') => new ShopeeIncomeFile(layout)

const sumOf = (amounts: Record<string, CellInFile>): number =>
  Object.values(amounts).reduce<number>((sum, amount) => sum + (typeof amount === 'number' ? amount : 0), 0)

function adjustmentSheet(adjustments: readonly IncomeAdjustment[]): SheetInFile {
  const total = sumOf(Object.fromEntries(adjustments.map(({ amount }, at) => [at, amount])))
  return {
    name: 'Adjustment',
    rows: [
      ['Catatan: penyesuaian yang sudah dibayarkan'],
      ['Username (Penjual)', 'batikratna'],
      ['Dari', '2026-01-01', 'ke', '2026-12-31'],
      ['Rp'],
      ['Ringkasan Biaya Penyesuaian'],
      ['Total Penyesuaian', null, null, null, total],
      ['Rincian Transaksi Penyesuaian'],
      [
        'No.',
        'Tanggal Penyesuaian Dibuat',
        'Tipe Penyesuaian | Deskripsi',
        'Alasan Penyesuaian',
        'Biaya Penyesuaian',
        'No. Pesanan Terhubung',
        'Tanggal Dana Dilepaskan',
      ],
      ...adjustments.map(
        ({ createdOn = '2026-08-10', type = 'Logistik', reason, amount, orderNumber, releasedOn }, at) => [
          at + 1,
          createdOn,
          type,
          reason ?? null,
          amount,
          orderNumber ?? '-',
          releasedOn ?? null,
        ],
      ),
      ['Total Biaya', null, null, null, total],
    ],
  }
}

/** Layout of 2026-07: three rows of headings, a row for each order and one for each of its products, no total. */
export interface PenghasilanRow {
  orderNumber: string
  view?: 'Order' | 'Sku'
  amounts: Record<string, number>
  releasedOn?: string
}

const PENGHASILAN_LEAD = [
  'No.',
  'Lihat berdasarkan',
  'No. Pesanan',
  'No. Pengajuan',
  'ID Produk',
  'Nama Produk',
  'Waktu Pesanan Dibuat',
  'Tanggal Dana Dilepaskan',
  'Metode Pelepasan Dana',
  'Tipe Pesanan',
]
const XTRA = 'Biaya Gratis Ongkir XTRA - Ukuran Biasa (Kategori F)'
const PENGHASILAN_MONEY: [string, string[]][] = [
  ['Subtotal Pesanan', ['Harga Produk', 'Jumlah Pengembalian Dana ke Pembeli']],
  [
    'Subtotal Ongkos Kirim',
    ['Ongkir Dibayar Pembeli', 'Ongkos Kirim yang Dibayarkan ke Jasa Kirim', 'Gratis Ongkir dari Shopee'],
  ],
  ['Voucher dan Potongan Harga', ['Penyesuaian Penjual - 1']],
  ['Biaya Platform', ['Biaya Administrasi', 'Biaya Proses Pesanan']],
  ['Biaya Gratis Ongkir XTRA', [XTRA, XTRA]],
  ['Biaya Layanan', ['Biaya Layanan Promo XTRA']],
  ['Biaya Promosi', ['Biaya Komisi AMS']],
  ['Biaya Lainnya', ['Biaya Lainnya']],
  ['Pajak', ['PPh 22']],
]
const PENGHASILAN_TAIL = ['Username (Pembeli)', 'Jumlah Dibayar Pembeli', 'Jasa Kirim', 'Kompensasi']

/** A sheet `Penghasilan`; `phantom` columns to its right hold a format and nothing else; `renamed` are headings by what they are called today. */
export function aPenghasilanFile(
  rows: readonly PenghasilanRow[],
  others: readonly SheetInFile[] = [],
  phantom = 0,
  renamed: Readonly<Record<string, string>> = {},
): Uint8Array {
  const money = PENGHASILAN_MONEY.flatMap(([, headings]) => headings)
  const groups = PENGHASILAN_MONEY.flatMap(([group, headings]) => [group, ...headings.slice(1).map(() => null)])
  const blanks = (n: number): null[] => Array(n).fill(null)
  const phantoms: CellInFile[] = Array(phantom).fill(' ')
  const sheet: SheetInFile = {
    name: 'Penghasilan',
    rows: [
      ['Informasi Pesanan', ...blanks(9), 'Rincian Jumlah Pelepasan Dana', ...blanks(money.length - 1), 'Buyer Info'],
      [...blanks(10), ...groups, null, null, 'Pengiriman', 'Kompensasi'],
      [...PENGHASILAN_LEAD, ...money, ...PENGHASILAN_TAIL].map((heading) => renamed[heading] ?? heading),
      ...rows.map(({ orderNumber, view = 'Order', amounts, releasedOn = '2026-08-06' }, at) => {
        const seen = new Map<string, number>()
        return [
          at + 1,
          view,
          orderNumber,
          '-',
          view === 'Order' ? '-' : '28258015117',
          view === 'Order' ? '-' : 'Kemeja Lurik',
          '2026-08-01',
          releasedOn,
          'Saldo Penjual',
          'Normal Order',
          ...money.map((heading) => {
            const turn = (seen.get(heading) ?? 0) + 1
            seen.set(heading, turn)
            return amounts[turn === 1 ? heading : `${heading} #${turn}`] ?? 0
          }),
          'pembeli1',
          '92725',
          'Reguler',
          '0',
          ...phantoms,
        ]
      }),
    ],
  }
  return workbookBytes([...others, sheet], 'shared', {})
}
