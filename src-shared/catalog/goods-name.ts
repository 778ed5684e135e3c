import { z } from 'zod'
import { folded } from '../kernel/folded.ts'

/**
 * What goods are called, part by part: the one answer wherever goods appear. The window draws it with `design/goods/GoodsName`;
 * a sentence, a sorted list and a screen reader take `wholeName`.
 */
export const GoodsName = z.object({
  product: z.string(),
  motif: z.string(),
  colour: z.string(),
  size: z.string(),
})
export type GoodsName = z.infer<typeof GoodsName>

/** A product by itself. */
export const nameOfProduct = (product: string): GoodsName => ({ product, motif: '', colour: '', size: '' })

/** What tells the SKUs of one product apart; empty where it has no such option. */
export type Options = Omit<GoodsName, 'product'>

/** One key for the same options, however they are written. */
export const optionKey = ({ motif, colour, size }: Options): string => [motif, colour, size].map(folded).join('\u0000')

/** `Kemeja Lung Ukir, Biru, L`: the product and every option that its name does not end with. */
export function wholeName(goods: GoodsName): string {
  const { name, said } = endOfName(goods)
  return filled([name, ...filled([goods.motif, goods.colour]).slice(said), goods.size]).join(', ')
}

/**
 * The same without a word twice: what the name ends with is its option's, so `Kemeja Lung Ukir` of motif Lung Ukir is
 * the product Kemeja.
 */
export const partsOfName = (goods: GoodsName): GoodsName => ({ ...goods, product: endOfName(goods).stem })

/** The name of goods whose options stand beside it: product and motif. */
export const nameWithMotif = ({ product, motif }: Pick<GoodsName, 'product' | 'motif'>): string =>
  wholeName({ product, motif, colour: '', size: '' })

/** The product's name where its colour and size stand beside it: without those at its end. */
export const nameBeside = ({ name, colour, size }: { name: string; colour: string; size: string }): GoodsName =>
  nameOfProduct(partsOfName({ product: name, motif: '', colour, size }).product)

/** The parts of an SKU's row. */
export const goodsNameOf = ({ productName, motif, colour, size }: Options & { productName: string }): GoodsName => ({
  product: productName,
  motif,
  colour,
  size,
})

const filled = (options: readonly string[]) => options.filter(Boolean)

/**
 * The name without its size, how many options that ends with, counted from the motif on, and what stands before them. A name says an option only there,
 * in the place of a variation, and word for word: the M of `M-TAC` and the `Hitam` of `Hitam Putih` say nothing. A size of one word
 * is too short to be trusted to a name and is always said again; `All Size` at the end is the size.
 */
function endOfName({ product, motif, colour, size }: GoodsName): { name: string; stem: string; said: number } {
  const name = (wordsIn(size).length > 1 ? stemBefore(product, [size]) : undefined) ?? product
  const options = filled([motif, colour])
  for (let said = options.length; said > 0; said--) {
    const stem = stemBefore(name, options.slice(0, said))
    if (stem !== undefined) return { name, stem, said }
  }
  return { name, stem: name, said: 0 }
}

/** What stands before these options where the name ends with them, word for word, and is more than them. */
function stemBefore(name: string, options: readonly string[]): string | undefined {
  const words = wordsIn(name)
  const end = options.flatMap((option) => wordsIn(option).map(({ word }) => word))
  const first = words.at(-end.length)
  if (end.length === 0 || end.length >= words.length || !first) return undefined
  if (end.some((word, index) => words.at(index - end.length)?.word !== word)) return undefined
  return name.slice(0, first.at).replace(/[\s,;|([·–-]+$/, '')
}

interface Word {
  word: string
  at: number
}

/** A list names few products in many rows; what was read of them lately is not read again. */
const read = new Map<string, readonly Word[]>()
const MOST_KEPT = 1_000

function wordsIn(text: string): readonly Word[] {
  const known = read.get(text)
  if (known) return known
  if (read.size >= MOST_KEPT) read.clear()
  const words = readWords(text)
  read.set(text, words)
  return words
}

/** Words between spaces, commas and brackets; a hyphen makes one word of two. */
const readWords = (text: string): Word[] =>
  [...text.matchAll(/[^\s,;|()[\]·]+/g)].flatMap(({ 0: sign, index }) => {
    const word = folded(sign)
    return word === '' ? [] : [{ word, at: index }]
  })
