import { encoded } from './shopee-order-file.ts'
import { type CellInFile, type SheetInFile, workbookBytes } from './workbook-bytes.ts'

/**
 * Headings of TikTok Shop's income sheet in file order, each with how deep it stands below what is released: 1 is a total, 2 what
 * it sums, 3 a part of that; 0 tells about the row. Kept to the headings that tests speak of, a few of each depth.
 */
const LAYOUTS = {
  English: {
    sheets: ['Order details', 'Reports', 'Withdrawal records'],
    order: 'Order',
    columns:
      '0 Order/adjustment ID  |0 Type |0 Order created time|0 Order settled time|0 Currency|0 Total settlement amount|1 Total Revenue|2 Subtotal after seller discounts|3 Subtotal before discounts|3 Seller discounts|2 Refund subtotal after seller discounts|3 Refund subtotal before seller discounts|3 Refund of seller discounts|1 Total Fees|2 Platform commission fee|3 Flat fee|3 Sales fee|2 Payment Fee|2 Shipping cost|3 Shipping costs passed on to the logistics provider|3 Shipping cost borne by the platform|3 Shipping cost paid by the customer|2 Affiliate Commission|2 Dynamic commission|2 Exclusive benefits access fee|2 Exclusive benefits access fee|2 Order processing fee|2 |0 Ajustment amount|0 Related order ID  |0 Customer payment|0 Order Source',
    withdrawals: ['Type', 'Reference ID', 'Request time', 'Amount', 'Status', 'Success time', 'Bank account'],
  },
  Indonesian: {
    sheets: ['Detail pesanan', 'Laporan', 'Riwayat penarikan'],
    order: 'Pesanan',
    columns:
      '0 ID Pesanan/Penyesuaian|0 Jenis transaksi|0 Waktu pemesanan|0 Waktu pembayaran pesanan|0 Mata uang|0 Jumlah penyelesaian pembayaran|1 Total Pendapatan|2 Subtotal setelah diskon penjual|3 Subtotal sebelum diskon|3 Diskon penjual|2 Subtotal pengembalian dana setelah diskon penjual|3 Subtotal pengembalian dana sebelum diskon penjual|3 Pengembalian dana diskon penjual|1 Total Biaya|2 Biaya komisi platform|3 Biaya komisi sebelum diskon|3 Diskon (dari belanja iklan)|2 Biaya Pembayaran|2 Ongkir|3 Ongkir yang ditalangi penyedia jasa logistik|3 Ongkir yang ditanggung platform|3 Ongkir yang ditanggung pembeli|3 Biaya layanan logistik|2 Komisi Afiliasi|2 Komisi dinamis|2 Biaya pemrosesan pesanan|0 Jumlah penyesuaian|0 ID pesanan terkait|0 Pembayaran oleh pembeli|0 Sumber pesanan',
    withdrawals: [
      'Jenis transaksi',
      'ID referensi',
      'Waktu permintaan',
      'Total',
      'Status',
      'Waktu keberhasilan',
      'Rekening bank',
    ],
  },
} as const
export type IncomeLanguage = keyof typeof LAYOUTS

interface Heading {
  depth: number
  name: string
}

interface ReleaseInFile {
  /** `Order`/`Pesanan` unless it says otherwise. */
  type?: string
  releasedOn?: string
  /** Leaves by heading, a number for each column of that name in turn; sums are worked out. */
  amounts?: Record<string, number | number[]>
  adjustment?: number
  relatedOrder?: string
  /** Cells by heading, over everything else; the first of a name that stands twice. */
  cells?: Record<string, CellInFile>
}

/** An income report of TikTok Shop of our own making, for tests. Sums come out unless a test says otherwise. */
class TiktokIncomeFile {
  readonly #layout: (typeof LAYOUTS)[IncomeLanguage]
  #headings: Heading[]
  readonly #rows: { id: string; release: ReleaseInFile }[] = []
  readonly #withdrawals: CellInFile[][] = []
  #reported: Record<string, string> = {}

  constructor(language: IncomeLanguage) {
    this.#layout = LAYOUTS[language]
    this.#headings = this.#layout.columns.split('|').map((text) => ({ depth: Number(text[0]), name: text.slice(2) }))
  }

  withRelease(id: string, release: ReleaseInFile = {}): this {
    this.#rows.push({ id, release })
    return this
  }

  withWithdrawal(...cells: string[]): this {
    this.#withdrawals.push(cells)
    return this
  }

  /** Puts a new column behind another one. */
  withColumn(depth: number, name: string, behind: string): this {
    const at = this.#headings.findIndex((heading) => heading.name.trim() === behind)
    this.#headings = this.#headings.toSpliced(at + 1, 0, { depth, name })
    return this
  }

  without(name: string): this {
    this.#headings = this.#headings.filter((heading) => heading.name.trim() !== name)
    return this
  }

  /** What the sheet of totals says, where it is not what the rows come to. */
  reporting(totals: Record<string, string>): this {
    this.#reported = totals
    return this
  }

  rows(): CellInFile[][] {
    return [this.#headings.map(({ name }) => name || null), ...this.#rows.map((row) => this.#cellsOf(row))]
  }

  sheets(): SheetInFile[] {
    const [income, report, withdrawals] = this.#layout.sheets
    return [
      { name: income!, rows: this.rows() },
      { name: report!, rows: this.#report() },
      { name: withdrawals!, rows: [this.#layout.withdrawals, ...this.#withdrawals] },
    ]
  }

  xlsx(): Uint8Array {
    return workbookBytes(this.sheets(), 'shared', {})
  }

  csv(): Uint8Array {
    const lines = this.rows().map((cells) => cells.map((cell) => String(cell ?? '')).join(','))
    return encoded(`${lines.join('\r\n')}\r\n`, 'utf-8')
  }

  #amountsOf({ amounts = {}, adjustment = 0 }: ReleaseInFile): number[] {
    const taken = new Map<string, number>()
    const values = this.#headings.map(({ name, depth }) => {
      const told = amounts[name.trim()]
      if (depth < 2 || told === undefined) return 0
      const nth = taken.get(name) ?? 0
      taken.set(name, nth + 1)
      return Array.isArray(told) ? (told[nth] ?? 0) : nth === 0 ? told : 0
    })
    for (const depth of [2, 1]) {
      for (const [at, heading] of this.#headings.entries()) {
        if (heading.depth !== depth) continue
        const end = this.#headings.findIndex((other, index) => index > at && other.depth <= depth)
        const parts = this.#headings
          .slice(at + 1, end)
          .flatMap(({ depth: deeper }, index) => (deeper === depth + 1 ? [values[at + 1 + index]!] : []))
        if (values[at] === 0) values[at] = parts.reduce((sum, part) => sum + part, 0)
      }
    }
    const total = this.#headings.reduce((sum, { depth }, at) => sum + (depth === 1 ? values[at]! : 0), 0)
    values[5] = total + adjustment
    values[this.#headings.findIndex(({ name }) => /^(Aj|Jumlah penye)/.test(name) && !/pembayaran/.test(name))] =
      adjustment
    return values
  }

  #cellsOf({ id, release }: { id: string; release: ReleaseInFile }): CellInFile[] {
    const amounts = this.#amountsOf(release)
    const [releasedOn, related] = [release.releasedOn ?? '2026/06/27', release.relatedOrder ?? id]
    const told: Record<string, CellInFile> = {
      0: id,
      1: release.type ?? this.#layout.order,
      2: '2026/06/24',
      3: releasedOn,
      4: 'IDR',
    }
    return this.#headings.map(({ name }, at) => {
      const cell = release.cells?.[name.trim()]
      if (cell !== undefined) return cell
      if (/^(Related order ID|ID pesanan terkait)/.test(name)) return related
      if (/^(Order Source|Sumber pesanan)/.test(name)) return 'Tokopedia'
      return told[at] ?? String(amounts[at])
    })
  }

  #report(): CellInFile[][] {
    const sums = this.#headings.map((_, at) =>
      this.#rows.reduce((sum, { release }) => sum + this.#amountsOf(release)[at]!, 0),
    )
    const lines = this.#headings.flatMap(({ name, depth }, at) => {
      if (name === '' || (depth === 0 && at !== 5)) return []
      const cells: CellInFile[] = [null, null, null, null, null, this.#reported[name.trim()] ?? String(sums[at])]
      cells[depth + 1] = name
      return [cells]
    })
    return [[null, 'Timezone', null, null, null, 'UTC+7'], ...lines]
  }
}

export const aTiktokIncomeFile = (language: IncomeLanguage = 'English') => new TiktokIncomeFile(language)
