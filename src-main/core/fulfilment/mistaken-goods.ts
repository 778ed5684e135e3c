import { type Mistake, VariationOption } from '../../../src-shared/fulfilment/fulfilment.ts'
import { folded } from '../../../src-shared/kernel/folded.ts'

/** One variation of a product, as a packer tells it from its sisters. */
export interface Variation {
  name: string
  productName: string
  motif: string
  colour: string
  size: string
}

/**
 * Which missing goods the packer meant with the wrong ones in the hand: those of the same product that differ in the fewest
 * options, the first of several. Null for goods of another product, and where one side does not say what it is: "ini Navy"
 * is no help against a shirt of no colour.
 */
export function mistakenFor(inHand: Variation, missing: readonly (Variation & Mistake['wanted'])[]): Mistake | null {
  const mistakes = missing
    .filter((wanted) => folded(wanted.productName) === folded(inHand.productName))
    .map((wanted) => ({ wanted, differsIn: differences(inHand, wanted) }))
    .filter(({ wanted, differsIn }) => differsIn.length > 0 && differsIn.every((each) => inHand[each] && wanted[each]))
  const fewest = Math.min(...mistakes.map(({ differsIn }) => differsIn.length))
  const meant = mistakes.find(({ differsIn }) => differsIn.length === fewest)
  if (!meant) return null
  const { key, name, motif, colour, size, shelf, photoId, category } = meant.wanted
  return { wanted: { key, name, motif, colour, size, shelf, photoId, category }, differsIn: meant.differsIn }
}

const differences = (one: Variation, other: Variation): VariationOption[] =>
  VariationOption.options.filter((option) => folded(one[option]) !== folded(other[option]))
