import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addsUp, incomeOf, told } from './reading.ts'

/**
 * Four real income reports, anonymised, with answers worked out by another program from the raw cells of their XML: what each
 * column comes to, what the rows release, what the adjustments come to, and how `Biaya Layanan` is split.
 */
const SAMPLES = new URL('../../../../../shared/samples/shopee/', import.meta.url)

interface Answer {
  columns: number
  rows: number
  orders: number
  adjustments: number
  released: number
  adjusted: number
  from: string
  to: string
  /** Columns that are not zero. */
  byName: Record<string, number>
  parts: Record<string, number>
  /** Lines of the file's own summary that differ from its rows: the fourth sample was cut to 27 of its orders. */
  isWhole: boolean
  controls: number
}

const ANSWERS: Record<string, Answer> = {
  'income-2024-03-35col.xlsx': {
    columns: 34,
    rows: 7,
    orders: 7,
    adjustments: 0,
    released: 15_158_400,
    adjusted: 0,
    from: '2024-01-20',
    to: '2024-03-09',
    byName: {
      'Harga Asli Produk': 18_474_900,
      'Total Diskon Produk': -3_292_000,
      'Gratis Ongkir dari Shopee': 575_802,
      'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim': -600_302,
    },
    parts: {},
    isWhole: true,
    controls: 26,
  },
  'income-2024-08-39col.xlsx': {
    columns: 38,
    rows: 10,
    orders: 10,
    adjustments: 0,
    released: 18_958_400,
    adjusted: 0,
    from: '2024-01-20',
    to: '2024-06-19',
    byName: {
      'Harga Asli Produk': 25_998_900,
      'Total Diskon Produk': -7_016_000,
      'Gratis Ongkir dari Shopee': 868_004,
      'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim': -892_504,
    },
    parts: {},
    isWhole: true,
    controls: 26,
  },
  'income-2025-41col.xlsx': {
    columns: 40,
    rows: 2_192,
    orders: 2_185,
    adjustments: 7,
    released: 156_637_047,
    adjusted: 61_508,
    from: '2025-01-01',
    to: '2025-12-31',
    byName: {
      'Harga Asli Produk': 178_861_051,
      'Total Diskon Produk': -3_710_960,
      'Jumlah Pengembalian Dana ke Pembeli': -4_137_620,
      'Ongkir Dibayar Pembeli': 3_760_173,
      'Gratis Ongkir dari Shopee': 19_233_042,
      'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim': -23_155_015,
      'Ongkos Kirim Pengembalian Barang': -66_400,
      'Biaya Administrasi': -7_558_104,
      'Biaya Layanan': -4_937_825,
      'Biaya Proses Pesanan': -1_651_295,
    },
    parts: {
      'Biaya Layanan Cashback XTRA': -823_621,
      'Biaya Layanan Gratis Ongkir XTRA': -1_501_476,
      'Biaya Layanan Promo XTRA': -2_612_728,
    },
    isWhole: true,
    controls: 34,
  },
  'income-2026-07-penghasilan-trimmed.xlsx': {
    columns: 52,
    rows: 28,
    orders: 27,
    adjustments: 1,
    released: 2_558_603,
    adjusted: -330_878,
    from: '2026-07-30',
    to: '2026-08-06',
    byName: {
      'Harga Produk': 3_231_458,
      'Ongkos Kirim yang Dibayarkan ke Jasa Kirim': -275_000,
      'Gratis Ongkir dari Shopee': 275_000,
      'Penyesuaian Penjual - 1': -17_500,
      'Biaya Administrasi': -265_156,
      'Biaya Proses Pesanan': -33_750,
      'Biaya Gratis Ongkir XTRA - Ukuran Biasa (Kategori F)': -152_223,
      'Biaya Gratis Ongkir XTRA - Ukuran Biasa (Kategori F) #2': -11_017,
      'Biaya Layanan Promo XTRA': -144_637,
      'Biaya Komisi AMS': -25_533,
      'Biaya Lainnya': -16_080,
      'PPh 22': -6_959,
    },
    parts: {},
    isWhole: false,
    controls: 43,
  },
}

describe.skipIf(!existsSync(SAMPLES))('real income reports (the samples are absent otherwise)', () => {
  test.each(Object.entries(ANSWERS))('%s', async (name, answer) => {
    const file = await incomeOf(readFileSync(new URL(name, SAMPLES)))
    const { totals, controls } = file
    expect(told(file)).toEqual([])
    expect(addsUp(file)).toBe(true)
    expect({
      ...answer,
      columns: file.columns,
      ...totals,
      byName: Object.fromEntries(totals.byName.flatMap(({ name, amount }) => (amount ? [[name, amount]] : []))),
      parts: Object.fromEntries(totals.parts.map(({ name, amount }) => [name, amount])),
      controls: controls.length,
    }).toEqual(answer)
    const differing = controls.filter(({ stated, computed }) => stated !== computed)
    expect(differing.length === 0).toBe(answer.isWhole)
    expect(controls.find(({ name }) => name === '3. Total yang Dilepas')?.computed).toBe(answer.released)
    expect(file.unknownColumns).toEqual([])
    expect(file.keptOut).toEqual({ rows: 0, released: 0 })
  })

  test('what the file of 2025 says of single rows', async () => {
    const { settlements } = await incomeOf(readFileSync(new URL('income-2025-41col.xlsx', SAMPLES)))
    const of = (number: string) => settlements.filter(({ orderNumber }) => orderNumber === number)
    expect(of('250102YP7VBEY2')).toMatchObject([{ reference: '189762791242231', kind: 'order' }])
    expect(of('251228SDAX91TT')).toMatchObject([
      { kind: 'order', releasedOn: '2025-12-31' },
      { kind: 'adjustment', released: -16_130, releasedOn: '2025-12-31' },
      { kind: 'adjustment', released: 16_130, releasedOn: '2025-12-31' },
    ])
    // released on 17 May, set right on 22 May: the money moved then
    expect(of('250514GV614YN6').at(-1)).toMatchObject({ released: -28_424, releasedOn: '2025-05-22' })
    expect(of('250402MCWAE195')[0]?.description).toBe('Penjual mengubah alamat penjemputan atau drop off.')
  })
})
