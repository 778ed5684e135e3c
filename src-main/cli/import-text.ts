import { channelFileWords } from '../../src-shared/channels/file-kind.words.ts'
import type { FileContentsShown } from '../../src-shared/channels/file-shown.ts'
import { formatNumber, formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'

type Totals = TotalsOf<FileContentsShown>
type TotalsOf<Each> = Each extends FileContentsShown ? Omit<Each, 'problems'> : never
type Said<About extends FileContentsShown['about']> = Extract<Totals, { about: About }>

/** What a file says of itself, as people read it on a terminal: its sums, and each total it prints beside what its rows come to. */
export function totalsText(file: string, said: Totals): string[] {
  switch (said.about) {
    case 'orders':
      return ordersText(file, said)
    case 'settlements':
      return settlementsText(file, said)
    case 'returns':
      return returnsText(file, said)
    case 'listings':
      return listingsText(file, said)
    case 'wallet':
    case 'bank':
      return balancesText(file, said)
  }
}

const ordersText = (file: string, { totals }: Said<'orders'>): string[] => [
  `${file}: ${formatNumber(totals.orders)} pesanan, ${formatNumber(totals.rows)} baris, ${formatNumber(totals.pieces)} pcs, nilai barang ${formatRupiah(totals.goodsValue)}, dibayar pembeli ${formatRupiah(totals.buyerPayment)}`,
  ...Object.entries(totals.ordersByStatus).map(([status, orders]) => `  ${status}: ${formatNumber(orders)}`),
]

const settlementsText = (file: string, { kind, totals, controls }: Said<'settlements'>): string[] => [
  `${file}: ${channelFileWords.id[kind]}, ${formatNumber(totals.orders)} pesanan, ${formatNumber(totals.adjustments)} penyesuaian, dana dilepas ${formatRupiah(totals.released)}`,
  ...totals.byName.map(({ name, amount }) => `  ${name}: ${formatRupiah(amount)}`),
  ...controlsText(controls),
]

const returnsText = (file: string, { kind, totals }: Said<'returns'>): string[] => [
  `${file}: ${channelFileWords.id[kind]}, ${formatNumber(totals.returns)} pengembalian, ${formatNumber(totals.withGoods)} dengan barang, ${formatNumber(totals.pieces)} pcs, dana kembali ${formatRupiah(totals.refund)}, kompensasi ${formatRupiah(totals.compensation)}`,
  ...Object.entries(totals.byStatus).map(([status, returns]) => `  ${status}: ${formatNumber(returns)}`),
]

const listingsText = (file: string, { kind, totals }: Said<'listings'>): string[] => [
  `${file}: ${channelFileWords.id[kind]}, ${formatNumber(totals.products)} produk, ${formatNumber(totals.listings)} barang, ${formatNumber(totals.withCode)} punya kode SKU, stok kanal ${formatNumber(totals.stock)} pcs, nilai ${formatRupiah(totals.value)}`,
]

const balancesText = (file: string, { kind, totals, controls }: Said<'wallet' | 'bank'>): string[] => [
  `${file}: ${channelFileWords.id[kind]}, ${formatNumber(totals.rows)} baris, saldo awal ${known(totals.opening)}, masuk ${formatRupiah(totals.in)}, keluar ${formatRupiah(totals.out)}, saldo akhir ${known(totals.closing)}`,
  ...controlsText(controls),
]

const known = (balance: Rupiah | null): string => (balance === null ? 'tidak disebut' : formatRupiah(balance))

const controlsText = (controls: Said<'bank'>['controls']): string[] =>
  controls.map(({ name, stated, computed }) =>
    stated === computed
      ? `  = ${name}: ${formatRupiah(stated)}`
      : `  ≠ ${name}: di berkas ${formatRupiah(stated)}, dari barisnya ${formatRupiah(computed)}`,
  )
