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
  dongker: 'navy',
  donker: 'navy',
  electric: 'elektrik',
  zaitun: 'olive',
  fuschia: 'fuchsia',
  terracotta: 'terakota',
  caramel: 'karamel',
  jeans: 'denim',
  dark: 'tua',
  light: 'muda',
  htm: 'hitam',
  blk: 'hitam',
  pth: 'putih',
  wht: 'putih',
  mrh: 'merah',
  nvy: 'navy',
}

/** Shades that say of which colour they are: `Biru Dongker` is `Navy`, `Hijau Army` is `Army`, and neither is `Biru` or `Hijau`. */
const SHADE_OF: Readonly<Record<string, string>> = {
  navy: 'biru',
  benhur: 'biru',
  elektrik: 'biru',
  denim: 'biru',
  army: 'hijau',
  sage: 'hijau',
  mint: 'hijau',
  olive: 'hijau',
  lumut: 'hijau',
  botol: 'hijau',
  emerald: 'hijau',
  toska: 'hijau',
  maroon: 'merah',
  burgundy: 'merah',
  bata: 'merah',
  fanta: 'pink',
  salem: 'pink',
  moka: 'coklat',
  milo: 'coklat',
  karamel: 'coklat',
  mustard: 'kuning',
  lemon: 'kuning',
  lilac: 'ungu',
  lavender: 'ungu',
}

const colourWords = (colour: string): string[] =>
  wordsOf(colour.replace(/\bmerah muda\b/i, 'pink')).map((word) => COLOUR_NAMES[word] ?? word)

function colourKey(colour: string): string {
  const words = new Set(colourWords(colour))
  for (const word of [...words]) words.delete(SHADE_OF[word] ?? '')
  return [...words].sort().join(' ')
}
const isColour = (text: string) => colourWords(text).some((word) => COLOURS.has(word))

/** `2XL` is `XXL`, `Extra Large` is `XL`, `Besar` is `L`, `All Size` is `Free Size`; what stands in brackets is a remark. */
function sizeKey(size: string): string {
  const text = folded(size.replace(/\([^()]*\)\s*$/, ''))
  const letters = SIZE_WORDS.reduce((said, [word, letter]) => said.replace(word, letter), text).replaceAll(' ', '')
  if (/^(all|one|free)size$/.test(letters)) return 'allsize'
  return letters.replace(/^(\d)x?([sl])$/, (_, times: string, letter: string) => 'x'.repeat(Number(times)) + letter)
}
const SIZE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bdouble\b|\bdobel\b/, '2'],
  [/\btriple\b|\btripel\b/, '3'],
  [/\bextra ?/, 'x'],
  [/small$|^kecil$/, 's'],
  [/medium$|^sedang$/, 'm'],
  [/large$|^besar$/, 'l'],
]

type SizeAndColour = Pick<Options, 'size' | 'colour'>

/** True when two descriptions cannot be of the same goods: both tell a size, or a colour, and not the same. */
export function optionsDisagree(a: SizeAndColour, b: SizeAndColour): boolean {
  if (a.size !== '' && b.size !== '' && sizeKey(a.size) !== sizeKey(b.size)) return true
  return isColour(a.colour) && isColour(b.colour) && colourKey(a.colour) !== colourKey(b.colour)
}
