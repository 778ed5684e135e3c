import { LAYOUTS, type LayoutName } from './order-file-layouts.ts'
import { type CellInFile, type SheetInFile, type Strings, workbookBytes } from './workbook-bytes.ts'

interface ItemInFile {
  product?: string
  variation?: string
  sku?: string
  listPrice?: number
  price?: number
  pieces?: number
  grams?: number
  /** Cells of this row by heading, over everything else. */
  cells?: Cells
}

export type Cells = Record<string, CellInFile>

export interface OrderInShopeeFile {
  status?: string
  /** `YYYY-MM-DD HH:MM`; by default the day the order number begins with, at 10:00. */
  placedAt?: string
  trackingNumber?: string
  items?: ItemInFile[]
  /** Cells of all rows of this order by heading, over everything else. */
  cells?: Cells
}

export interface CsvStyle {
  delimiter?: ',' | ';' | '\t' | '|'
  encoding?: 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'windows-1252'
}

/** Money as Shopee writes it: text, dots for thousands. */
export const dots = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.')

/**
 * A Shopee order download of our own making, for tests. Amounts add up unless a test says otherwise; columns that the
 * chosen layout does not have are dropped.
 */
class ShopeeOrderFile {
  #headings: string[]
  #rows: Cells[] = []
  #sheetName = 'orders'
  #otherSheets: SheetInFile[] = []
  #parts: Record<string, string | Uint8Array> = {}
  #strings: Strings = 'shared'

  constructor(layout: LayoutName) {
    this.#headings = [...LAYOUTS[layout]]
  }

  withOrder(number: string, order: OrderInShopeeFile = {}): this {
    const items = order.items ?? [{}]
    const ofOrder = orderCells(number, order, items)
    for (const item of items) this.#rows.push({ ...ofOrder, ...itemCells(item), ...order.cells, ...item.cells })
    return this
  }

  /** A row of the test's own, cells by heading. */
  withRow(cells: Cells): this {
    this.#rows.push(cells)
    return this
  }

  without(...headings: string[]): this {
    this.#headings = this.#headings.filter((heading) => !headings.includes(heading))
    return this
  }

  renamed(heading: string, to: string): this {
    for (const row of this.#rows) row[to] = cellAt(row, heading)
    this.#headings = this.#headings.map((known) => (known === heading ? to : known))
    return this
  }

  withColumn(heading: string): this {
    this.#headings.push(heading)
    return this
  }

  columnsInReverse(): this {
    this.#headings.reverse()
    return this
  }

  sheetNamed(name: string): this {
    this.#sheetName = name
    return this
  }

  withSheet(sheet: SheetInFile): this {
    this.#otherSheets.push(sheet)
    return this
  }

  /** Puts a part of the archive there, or in the place of the one we would write. */
  withPart(path: string, content: string | Uint8Array): this {
    this.#parts[path] = content
    return this
  }

  withInlineStrings(): this {
    this.#strings = 'inline'
    return this
  }

  rows(): CellInFile[][] {
    return [this.#headings, ...this.#rows.map((row) => this.#headings.map((heading) => cellAt(row, heading)))]
  }

  xlsx(): Uint8Array {
    const sheets = [{ name: this.#sheetName, rows: this.rows() }, ...this.#otherSheets]
    return workbookBytes(sheets, this.#strings, this.#parts)
  }

  csv({ delimiter = ',', encoding = 'utf-8' }: CsvStyle = {}): Uint8Array {
    const lines = this.rows().map((cells) => cells.map((cell) => csvCell(cell, delimiter)).join(delimiter))
    return encoded(`${lines.join('\r\n')}\r\n`, encoding)
  }
}

export const anOrderFile = (layout: LayoutName = '50 columns, August 2026') => new ShopeeOrderFile(layout)

function orderCells(number: string, order: OrderInShopeeFile, items: readonly ItemInFile[]): Cells {
  const placedAt = order.placedAt ?? `20${number.slice(0, 2)}-${number.slice(2, 4)}-${number.slice(4, 6)} 10:00`
  const goods = items.reduce((sum, { price = 100_000, pieces = 1 }) => sum + price * pieces, 0)
  const grams = items.reduce((sum, { grams = 250, pieces = 1 }) => sum + grams * pieces, 0)
  return {
    'No. Pesanan': number,
    'Status Pesanan': order.status ?? 'Perlu Dikirim',
    'No. Resi': order.trackingNumber ?? '',
    'Opsi Pengiriman': 'Reguler (Cashless)-SPX Standard',
    'Antar ke counter/ pick-up': 'Pickup',
    'Waktu Pesanan Dibuat': placedAt,
    'Waktu Pembayaran Dilakukan': placedAt,
    'Metode Pembayaran': 'ShopeePay',
    'Jumlah Produk di Pesan': String(items.reduce((sum, { pieces = 1 }) => sum + pieces, 0)),
    'Total Berat': `${grams} gr`,
    'Voucher Ditanggung Penjual': '0',
    'Cashback Koin': '0',
    'Voucher Ditanggung Shopee': '0',
    'Paket Diskon': 'N',
    'Paket Diskon (Diskon dari Shopee)': '0',
    'Paket Diskon (Diskon dari Penjual)': '0',
    'Potongan Koin Shopee': '0',
    'Diskon Kartu Kredit': '0',
    'Ongkos Kirim Dibayar oleh Pembeli': '0',
    'Estimasi Potongan Biaya Pengiriman': '0',
    'Ongkos Kirim Pengembalian Barang': '0',
    'Total Pembayaran': dots(goods),
    'Perkiraan Ongkos Kirim': '0',
    'Username (Pembeli)': 'sekarayu88',
    'Nama Penerima': 'S***r',
    'No. Telepon': '******27',
    'Alamat Pengiriman': '******',
    'Kota/Kabupaten': 'KOTA SURAKARTA',
    Provinsi: 'JAWA TENGAH',
  }
}

function itemCells({
  product = 'Outer Batik Sekar Jagad',
  variation = 'Biru,L',
  sku = 'OUT-SJG-L',
  price = 100_000,
  listPrice = price,
  pieces = 1,
  grams = 250,
}: ItemInFile): Cells {
  const discount = dots((listPrice - price) * pieces)
  return {
    'Nama Produk': product,
    'Nomor Referensi SKU': sku,
    'Nama Variasi': variation,
    'Harga Awal': dots(listPrice),
    'Harga Setelah Diskon': dots(price),
    Jumlah: String(pieces),
    'Returned quantity': '0',
    'Subtotal Pesanan': dots(price * pieces),
    'Total Harga Produk': dots(price * pieces),
    'Dibayar Pembeli': dots(price * pieces),
    'Total Diskon': discount,
    'Diskon Dari Penjual': discount,
    'Diskon Dari Shopee': '0',
    'Berat Produk': `${grams * pieces} gr`,
  }
}

export function csvCell(cell: CellInFile, delimiter: string): string {
  const text =
    typeof cell === 'object' && cell !== null ? String('value' in cell ? cell.value : cell.date) : String(cell ?? '')
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function encoded(text: string, encoding: NonNullable<CsvStyle['encoding']>): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8 with mark':
      return Buffer.from(`\uFEFF${text}`)
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
    case 'windows-1252':
      return Buffer.from(text, 'latin1')
  }
}

const cellAt = (row: Cells, heading: string): CellInFile =>
  Object.hasOwn(row, heading) ? (row[heading] ?? null) : null
