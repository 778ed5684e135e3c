import type { Options } from '../../../src-shared/catalog/goods-name.ts'
import { folded, wordsOf } from '../../../src-shared/kernel/folded.ts'
import { COLOURS } from './variation-name.ts'

/** English words for colours, and other spellings, as sellers write them beside the Indonesian ones. */
const COLOUR_NAMES: Record<string, string> = {
  black: 'hitam',
  white: 'putih',
  red: 'merah',
  blue: 'biru',
  green: 'hijau',
  yellow: 'kuning',
  brown: 'coklat',
  cokelat: 'coklat',
  gray: 'abu',
  grey: 'abu',
  purple: 'ungu',
  orange: 'oranye',
  jingga: 'oranye',
  cream: 'krem',
  gold: 'emas',
  silver: 'perak',
  marun: 'maroon',
  turquoise: 'toska',
  tosca: 'toska',
  mocca: 'moka',
}

const colourKey = (colour: string) =>
  [...new Set(wordsOf(colour).map((word) => COLOUR_NAMES[word] ?? word))].sort().join(' ')
const isColour = (text: string) => wordsOf(text).some((word) => COLOURS.has(word))

/** `2XL` is `XXL`, `All Size` is `Free Size`. */
const sizeKey = (size: string) => {
  const text = folded(size).replaceAll(' ', '')
  if (/^(all|one|free)size$/.test(text)) return 'allsize'
  return text.replace(/^(\d)x?([sl])$/, (_, times: string, letter: string) => 'x'.repeat(Number(times)) + letter)
}

type SizeAndColour = Pick<Options, 'size' | 'colour'>

/** True when two descriptions cannot be of the same goods: both tell a size, or a colour, and not the same. */
export function optionsDisagree(a: SizeAndColour, b: SizeAndColour): boolean {
  if (a.size !== '' && b.size !== '' && sizeKey(a.size) !== sizeKey(b.size)) return true
  return isColour(a.colour) && isColour(b.colour) && colourKey(a.colour) !== colourKey(b.colour)
}
