import { folded } from '../kernel/folded.ts'

/**
 * Words for colours as Indonesian sellers write them, each with the dye it is shown in and its other spellings. Two words
 * together (`abu tua`) count before one. The dyes of English words are those of CSS where CSS knows the word
 * (https://www.w3.org/TR/css-color-4/#named-colors), darkened or faded as cloth is.
 */
const DYES: Record<string, readonly [dye: string, ...spellings: string[]]> = {
  hitam: ['#1b1b1f', 'black'],
  putih: ['#ffffff', 'white'],
  'putih tulang': ['#f3ecdc', 'broken white', 'bw', 'off white', 'offwhite', 'ivory', 'gading', 'tulang'],
  abu: ['#8e9096', 'abu abu', 'gray', 'grey', 'kelabu'],
  'abu tua': ['#55585e', 'abu abu tua', 'dark grey', 'dark gray', 'charcoal'],
  'abu muda': ['#c3c6cb', 'abu abu muda', 'light grey', 'light gray'],
  'abu misty': ['#b4b7bb', 'misty', 'misty grey', 'heather'],
  perak: ['#bfc3c9', 'silver'],
  merah: ['#c4261d', 'red'],
  'merah tua': ['#8b1a1a', 'dark red'],
  'merah cabe': ['#d42a1e', 'merah cabai'],
  'merah bata': ['#a5452f', 'terracotta', 'terakota', 'terakotta'],
  'merah muda': ['#f2a7b8', 'light pink', 'soft pink', 'baby pink'],
  maroon: ['#6d1a2a', 'marun', 'maron', 'merah maroon', 'merah marun', 'merah hati'],
  burgundy: ['#5f1626', 'burgundi', 'wine'],
  pink: ['#ec7fa4', 'merah jambu'],
  'dusty pink': ['#cf9a9d', 'dusty', 'dusty rose'],
  fuchsia: ['#c9227a', 'fuschia', 'fusia', 'fanta', 'pink fanta', 'magenta'],
  salem: ['#f3a68c', 'salmon'],
  peach: ['#f7c3a4', 'persik'],
  coral: ['#ef7359', 'koral'],
  oranye: ['#e97a1f', 'orange', 'jingga', 'oren'],
  kuning: ['#f0cb33', 'yellow'],
  'kuning kunyit': ['#d99a1c', 'mustard', 'mustar'],
  'kuning muda': ['#f7e68c'],
  emas: ['#c9a13b', 'gold'],
  krem: ['#eee0bf', 'cream', 'crem', 'kream'],
  beige: ['#d9c7a6', 'nude'],
  khaki: ['#b29b6d'],
  coklat: ['#7a4a2a', 'cokelat', 'brown', 'chocolate'],
  'coklat tua': ['#4c2d1a', 'cokelat tua', 'dark brown'],
  'coklat muda': ['#b58a62', 'cokelat muda', 'light brown', 'camel', 'caramel', 'karamel'],
  'coklat susu': ['#a9795a', 'cokelat susu', 'milo', 'mocca', 'moka', 'mocha', 'moca'],
  sogan: ['#8a5526', 'soga'],
  taupe: ['#8b7d6f', 'mink'],
  hijau: ['#2f8f46', 'green'],
  'hijau tua': ['#1c5634', 'dark green', 'hijau botol'],
  'hijau muda': ['#9bcf7f', 'light green', 'pupus', 'hijau pupus'],
  army: ['#565b33', 'hijau army', 'army green', 'hijau tentara'],
  olive: ['#77773a', 'olif', 'hijau olive', 'zaitun'],
  sage: ['#a3b397', 'hijau sage', 'sage green'],
  mint: ['#aadcc6', 'hijau mint'],
  stabilo: ['#b7e62c', 'hijau stabilo', 'lime'],
  emerald: ['#0f7a55', 'hijau emerald', 'zamrud'],
  toska: ['#2aa79b', 'tosca', 'turquoise', 'turkis', 'teal', 'hijau toska', 'hijau tosca'],
  biru: ['#2c5fb3', 'blue'],
  'biru tua': ['#1c3f7d', 'dark blue'],
  'biru muda': ['#9dc3e6', 'light blue', 'baby blue', 'biru langit', 'sky blue'],
  navy: ['#1c2747', 'biru navy', 'dongker', 'biru dongker', 'biru donker', 'donker', 'nevy'],
  benhur: ['#2540a8', 'biru benhur', 'royal blue', 'biru elektrik', 'electric blue'],
  denim: ['#41617f', 'biru denim'],
  nila: ['#2e3f7f', 'indigo'],
  ungu: ['#6c3f91', 'purple', 'violet'],
  'ungu muda': ['#c3abdb', 'lilac', 'lavender', 'lavendel'],
  'ungu tua': ['#44275f', 'terong', 'dark purple'],
  manggis: ['#5b2546'],
}

const spelled = Object.entries(DYES).flatMap(([name, [dye, ...spellings]]) =>
  [name, ...spellings].map((spelling) => [spelling, { name, dye }] as const),
)
const KNOWN = new Map(spelled)
const MOST_WORDS = Math.max(...spelled.map(([spelling]) => spelling.split(' ').length))

const JOINING = new Set(['dan', 'and', 'mix', 'kombinasi', 'kombi', 'warna', 'polos', 'solid', 'x'])

export interface KnownColour {
  /** The first of its spellings: `navy` for `Biru Dongker`. */
  name: string
  /** `#rrggbb` of the cloth, the same on light and on dark screens. */
  dye: string
}

/**
 * The colours a seller's words tell, in their order: `Hitam Putih` is two, `Abu tua` one. Empty when a word is not known to be a
 * colour: `Gelombang Laut` gets none invented, nor does `Biru Langka`, whose blue nobody has seen.
 */
export function coloursOf(text: string): KnownColour[] {
  const words = folded(text).split(' ').filter(Boolean)
  const found: KnownColour[] = []
  for (let at = 0; at < words.length; ) {
    const length = Math.min(MOST_WORDS, words.length - at)
    const fitting = Array.from({ length }, (_, shorter) => words.slice(at, at + length - shorter)).find((run) =>
      KNOWN.has(run.join(' ')),
    )
    if (fitting) {
      const colour = KNOWN.get(fitting.join(' '))!
      if (found.every(({ name }) => name !== colour.name)) found.push(colour)
      at += fitting.length
    } else if (JOINING.has(words[at]!)) at++
    else return []
  }
  return found
}
