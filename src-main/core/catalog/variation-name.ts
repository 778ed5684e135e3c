import type { GoodsName, Options } from '../../../src-shared/catalog/goods-name.ts'
import { folded, wordsOf } from '../../../src-shared/kernel/folded.ts'
import { plain } from '../../../src-shared/kernel/page.ts'

/** What channels print when a product has no options at all. */
const NO_OPTIONS = new Set(['default', 'tanpa variasi', 'no variation', 'n a'])

export const COLOURS = new Set(
  `abu biru coklat cokelat cream emas gading gold hijau hitam jingga kuning krem marun maroon merah mocca moka navy nila
  oranye orange pastel perak pink putih sage salem silver tosca toska ungu violet beige black blue brown gray green grey
  purple red white yellow khaki army lilac lavender mustard milo mint peach burgundy terracotta denim dongker dusty
  turquoise taupe nude ivory charcoal magenta indigo sogan donker olive zaitun lumut botol emerald teal lime benhur elektrik
  electric fanta fuchsia fuschia bata wine plum mauve coksu karamel caramel hazelnut tembaga bronze lemon coral salmon
  terakota jeans`.split(/\s+/),
)

const LETTERS = String.raw`\d{0,2} ?x{0,5}[sml]`
const NUMBER = String.raw`\d+(?:[.,]\d+)?`
const MEASURE = 'cm|mm|m|meter|ml|l|liter|g|gr|gram|kg|kilo|ons|oz|inch|in|yard|pcs|lembar|th|thn|tahun|bulan|bln'
const SIZES = [
  new RegExp(`^${LETTERS}(?: ?[-/] ?${LETTERS})?$`, 'i'),
  new RegExp(`^${NUMBER}(?: ?[-–/x×] ?${NUMBER})*(?: ?(?:${MEASURE}))?$`, 'i'),
  /^(?:all|one|free|big) ?size$|^jumbo$|^dewasa$|^anak(?: anak)?$/i,
  /^(?:(?:double|dobel|triple|tripel|\d) ?)?(?:(?:extra|x)[ -]?)?(?:small|medium|large)$|^(?:double|dobel|triple|tripel) ?xl$/i,
  /^(?:kecil|sedang|besar)$/i,
]
/** What a seller adds to a size: `XL (LD 110)`. */
const REMARK = /\s*\([^()]*\)$/
/** A size and a colour in one option: `Merah XL`, `XL/Merah`. */
const LETTER_SIZE = `${LETTERS}(?: ?[-/] ?${LETTERS})?`
const BOTH = [
  new RegExp(`^(?<colour>.+?)[ /-](?<size>${LETTER_SIZE})$`, 'i'),
  new RegExp(`^(?<size>${LETTER_SIZE})[ /-](?<colour>.+)$`, 'i'),
]

type Kind = keyof Options
const TITLES: [RegExp, Kind][] = [
  [/^(?:warna|colou?r)\b[\s:=]*/i, 'colour'],
  [/^(?:ukuran|size)\b[\s:=]*/i, 'size'],
  [/^motif\b[\s:=]*/i, 'motif'],
]

/** A comma between two digits is a decimal (`1,5 L`), every other one separates options. */
const SEPARATORS = /(?<!\d),|,(?!\d)|[|;]|\s[-–/]\s/

/**
 * What a channel's variation name says: `Biru,L` is colour Biru, size L. Channels join the options a seller invented,
 * in the seller's order, so a part is known by its own title (`Ukuran L`) or by what it looks like: sizes and measures
 * first, then words for colours. Of what remains the first is the colour (the first option of most listings) unless one is
 * known, the rest the motif.
 */
export function parseVariationName(text: string): Options {
  const options: Options = { motif: '', colour: '', size: '' }
  const rest: string[] = []
  for (const part of plain(text)
    .split(SEPARATORS)
    .flatMap((part) => sizeAndColour(part.trim()))) {
    if (folded(part) === '' || NO_OPTIONS.has(folded(part))) continue
    const { kind, said } = titled(part)
    const looks = kind ?? looksLike(said)
    if (looks && options[looks] === '') options[looks] = said
    else rest.push(said)
  }
  if (options.colour === '') options.colour = rest.shift() ?? ''
  options.motif = [options.motif, ...rest].filter(Boolean).join(' ')
  return { motif: cut(options.motif, 60), colour: cut(options.colour, 40), size: cut(options.size, 20) }
}

/** The two of an option that tells a size and a colour at once; any other option as it is. */
function sizeAndColour(part: string): string[] {
  for (const both of BOTH) {
    const { size, colour } = both.exec(part)?.groups ?? {}
    if (size && colour && looksLike(colour) === 'colour') return [colour, size]
  }
  return [part]
}

function titled(part: string): { kind: Kind | null; said: string } {
  for (const [title, kind] of TITLES) {
    const said = part.replace(title, '')
    if (said !== '' && said !== part) return { kind, said }
  }
  return { kind: null, said: part }
}

function looksLike(part: string): Kind | null {
  const bare = part.replace(REMARK, '')
  if (SIZES.some((size) => size.test(bare))) return 'size'
  return wordsOf(part).some((word) => COLOURS.has(word)) ? 'colour' : null
}

/** Never ends in half of a surrogate pair. */
const cut = (text: string, length: number) =>
  text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()

/** What a channel calls goods, part by part. */
export const nameOfListing = (productName: string, variationName: string): GoodsName => ({
  product: withoutEnd(productName, variationName),
  ...parseVariationName(variationName),
})

/** A title that ends in its only variation (`Outer Sekar Jagad All Size`, `All size`) says it once. */
function withoutEnd(title: string, end: string): string {
  const stem = title.slice(0, Math.max(0, title.length - end.length))
  const isSaidTwice = end !== '' && /\s$/.test(stem) && folded(title.slice(stem.length)) === folded(end)
  return isSaidTwice && stem.trim() !== '' ? stem.trim() : title
}
