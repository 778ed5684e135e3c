import { plain } from '../../../src-shared/kernel/page.ts'
import type { ListingName, StatedGoods } from '../catalog/listing-names.ts'
import { optionsDisagree } from '../catalog/option-words.ts'
import { parseVariationName } from '../catalog/variation-name.ts'

/** A line of a known order that a statement does not name. */
export interface LeftLine {
  listingId: string
  pieces: number
  price: number
  names: readonly ListingName[]
}

/** A line of a statement that the known order does not have by that name. */
export interface NewLine {
  goods: StatedGoods
  pieces: number
  price: number
}

type IsSame = (line: NewLine, left: LeftLine) => boolean

const sameVariation: IsSame = ({ goods }, { names }) =>
  names.some(({ variationName }) => variationName === plain(goods.variationName))
const sameCode: IsSame = ({ goods }, { names }) =>
  plain(goods.sku) !== '' && names.some(({ sku }) => sku === plain(goods.sku))
const samePieces: IsSame = (line, left) => line.pieces === left.pieces && line.price === left.price

/**
 * Lines that are the same goods under another name: the same code and variation, else the same variation, price and pieces,
 * else the only ones that could be each other with the same price and pieces. What two lines could be is none of them;
 * another size or colour, or another product with another code, is other goods.
 */
export function renamedLines(left: readonly LeftLine[], stated: readonly NewLine[]) {
  const open = { left: new Set(left), stated: new Set(stated) }
  const found: { line: NewLine; known: LeftLine }[] = []
  const match = (isSame: IsSame) => {
    const couldBe: IsSame = (line, known) => isSame(line, known) && !contradict(line, known)
    for (const line of [...open.stated]) {
      const candidates = [...open.left].filter((known) => couldBe(line, known))
      const [known] = candidates
      if (!known || candidates.length > 1) continue
      if ([...open.stated].filter((other) => couldBe(other, known)).length > 1) continue
      found.push({ line, known })
      open.left.delete(known)
      open.stated.delete(line)
    }
  }
  match((line, known) => sameCode(line, known) && sameVariation(line, known))
  match((line, known) => sameVariation(line, known) && samePieces(line, known))
  match(samePieces)
  return found
}

const contradict: IsSame = (line, left) => otherOptions(line, left) || otherProduct(line, left)

/** A seller renames a product, or gives it another code; both at once is another product in the place of the first. */
const otherProduct: IsSame = (line, left) =>
  plain(line.goods.sku) !== '' &&
  left.names.some(({ sku }) => sku !== '') &&
  !sameCode(line, left) &&
  left.names.every(({ productName }) => productName !== plain(line.goods.productName))

const otherOptions: IsSame = ({ goods }, { names }) => {
  const options = parseVariationName(goods.variationName)
  return names.some(({ variationName }) => optionsDisagree(options, parseVariationName(variationName)))
}
