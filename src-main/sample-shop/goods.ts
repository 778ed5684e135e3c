import { newId } from '../../src-shared/kernel/ids.ts'
import type { Dice } from './dice.ts'

/** What Batik Ratna in Jepara sells: a modern batik shop with eight motifs and 36 SKUs. Prices and costs in rupiah. */
export interface SampleVariant {
  id: string
  sku: string
  size: string
  price: number
  cost: number
  /** How often this size sells, beside its sisters. */
  share: number
  reorderPoint: number
  shelf: string
  weightGrams: number
}
export interface SampleProduct {
  id: string
  name: string
  category: string
  motif: string
  colour: string
  code: string
  /** How often this product sells, beside the others. */
  share: number
  variants: SampleVariant[]
}

const SIZES = [
  ['S', 16],
  ['M', 28],
  ['L', 30],
  ['XL', 18],
  ['XXL', 8],
] as const

const PRODUCTS: readonly [
  category: string,
  motif: string,
  code: string,
  colour: string,
  price: number,
  cost: number,
  share: number,
  shelf: string,
  grams: number,
][] = [
  ['Kemeja', 'Lung Ukir', 'KMJ-LUK', 'Biru', 169_000, 98_500, 20, 'B-04', 260],
  ['Kemeja', 'Kawung Alit', 'KMJ-KWA', 'Soga', 149_000, 88_000, 17, 'B-11', 250],
  ['Kemeja', 'Parang Kartini', 'KMJ-PRK', 'Soga', 179_000, 106_000, 15, 'B-07', 260],
  ['Blus', 'Kembang Setaman', 'BLS-KST', 'Merah', 129_000, 74_500, 12, 'C-01', 210],
  ['Blus', 'Truntum', 'BLS-TRT', 'Nila', 119_000, 69_000, 11, 'C-03', 210],
  ['Outer', 'Sekar Jagad', 'OUT-SJG', 'Hijau', 159_000, 93_000, 11, 'D-02', 320],
  ['Daster', 'Mega Biru', 'DST-MGB', 'Biru', 79_000, 45_500, 9, 'E-05', 230],
  ['Kain', 'Macan Kurung 2 m', 'KAI-MCK', 'Krem', 189_000, 118_000, 5, 'F-01', 420],
]

/** Made long ago, so that ids sort before everything that happens in the shop. */
const FOUNDED = Date.parse('2025-01-02T03:00:00Z')

export function sampleProducts(dice: Dice): SampleProduct[] {
  const id = () =>
    newId(
      FOUNDED,
      Uint8Array.from({ length: 10 }, () => dice.between(0, 255)),
    )
  return PRODUCTS.map(([category, motif, code, colour, price, cost, share, shelf, grams]) => {
    const sizes = category === 'Kain' ? ([['', 100]] as const) : SIZES
    return {
      id: id(),
      name: `${category} ${motif}`,
      category,
      motif,
      colour,
      code,
      share,
      variants: sizes.map(([size, sizeShare]) => ({
        id: id(),
        sku: size ? `${code}-${size}` : code,
        size,
        price: size === 'XXL' ? price + 10_000 : price,
        cost: size === 'XXL' ? cost + 6_000 : cost,
        share: sizeShare,
        reorderPoint: Math.max(4, Math.round((share * sizeShare) / 60)),
        shelf,
        weightGrams: grams,
      })),
    }
  })
}
