import { folded } from '../../../src-shared/kernel/folded.ts'

export interface Options {
  motif: string
  colour: string
  size: string
}

/** One key for the same options, however they are written. */
export const optionKey = ({ motif, colour, size }: Options): string => [motif, colour, size].map(folded).join('\u0000')

/** `Kemeja Lung Ukir, Biru, L`: the product's name with the options that the name does not say already. */
export function variantLabel(productName: string, { motif, colour, size }: Options): string {
  let label = productName
  for (const option of [motif, colour, size]) {
    if (option !== '' && !says(label, option)) label += `, ${option}`
  }
  return label
}

/** Whole words only: the L of `Lung` is not a size. */
function says(label: string, option: string): boolean {
  const words = folded(option)
  return words !== '' && ` ${folded(label)} `.includes(` ${words} `)
}
