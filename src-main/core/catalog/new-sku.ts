import type { Options } from '../../../src-shared/catalog/goods-name.ts'
import { folded, wordsOf } from '../../../src-shared/kernel/folded.ts'
import { codeKey } from './codes.ts'

/** `BTK` for Batik, `KMJ` for Kemeja: the first consonants of the first word, filled up with its other letters. */
export function skuPrefix(productName: string): string {
  const word = wordsOf(productName).find((word) => /^[a-z]{2,}/.test(word)) ?? 'sku'
  const letters = word.replace(/[^a-z]/g, '')
  const consonants = letters.replace(/[aiueo]/g, '')
  const picked = consonants.length >= 3 ? consonants : letters
  return picked.slice(0, 3).toUpperCase()
}

const short = (text: string, length: number) =>
  wordsOf(text)
    .map((word) => word.slice(0, length))
    .join('')
    .toUpperCase()

/** The part of a code that tells options apart: `BIR-L` for Biru, L. */
const suffixes = ({ motif, colour, size }: Options): string[] =>
  [short(motif, 3), short(colour, 3), folded(size).replaceAll(' ', '').toUpperCase()].map((part) => part.slice(0, 12))

/**
 * Makes SKU codes like `BTK-0001-BIR-L` that nobody uses yet, and remembers the ones it gave.
 * @param taken keys (`codeKey`) of every SKU and barcode in the shop.
 */
export function skuMaker(taken: ReadonlySet<string>) {
  const used = new Set(taken)
  const lastNumber = new Map<string, number>()
  for (const code of taken) {
    const match = /^([a-z]{2,3})-(\d{4,6})(?:-|$)/.exec(code)
    if (match) lastNumber.set(match[1]!, Math.max(lastNumber.get(match[1]!) ?? 0, Number(match[2])))
  }
  return {
    /** The stem all SKUs of one product share: `BTK-0001`. */
    stemFor(productName: string): string {
      const prefix = skuPrefix(productName)
      const number = (lastNumber.get(prefix.toLowerCase()) ?? 0) + 1
      lastNumber.set(prefix.toLowerCase(), number)
      return `${prefix}-${String(number).padStart(4, '0')}`
    },
    isFree: (sku: string): boolean => !used.has(codeKey(sku)),
    take(sku: string): string {
      used.add(codeKey(sku))
      return sku
    },
    make(stem: string, options: Options): string {
      const sku = [stem, ...suffixes(options)].filter(Boolean).join('-')
      let free = sku
      for (let copy = 2; !this.isFree(free); copy++) free = `${sku}-${copy}`
      return this.take(free)
    },
  }
}
export type SkuMaker = ReturnType<typeof skuMaker>

/** The stem that the SKUs of a product share already, when this app made them. */
export const stemOf = (skus: readonly string[]): string | null =>
  skus.map((sku) => /^[A-Z]{2,3}-\d{4,6}(?=-|$)/.exec(sku)?.[0]).find((stem) => stem !== undefined) ?? null

const LONGEST_STEM = 24

/** `M-TAC Panjang` as the beginning of SKUs, `M-TAC-PANJANG`; empty where it is too long or has no letters to be scanned. */
export function stemOfCode(code: string): string {
  const stem = code
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return stem.length > LONGEST_STEM ? '' : stem
}
