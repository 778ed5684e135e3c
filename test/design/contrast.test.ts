import { describe, expect, test } from 'vitest'
import { dark, gray, TONES, type Token, theme, tokens } from '../../src-renderer/design/theme.ts'

/** Relative luminance and contrast ratio as WCAG 2.2 defines them (w3.org/TR/WCAG22, relative luminance). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const SCHEMES = ['light', 'dark'] as const
const GROUNDS: Token[] = ['mori', 'mori2', 'kertas']
const TEXT: Token[] = [
  'tinta',
  'tinta2',
  'tinta3',
  'nila-teks',
  'soga',
  'jolawe',
  'kunyit',
  'mengkudu',
  'manggis',
  'langit',
  'abu',
]
/** Text that stands on a fill of its own. */
const ON_FILL: [text: Token, fill: Token][] = [
  ['di-nila', 'nila'],
  ['di-nila', 'nila-tekan'],
  ['di-mengkudu', 'mengkudu-isi'],
  ['di-shopee', 'shopee'],
  ['di-tiktok', 'tiktok'],
  ['di-other', 'other'],
  ['di-own', 'own'],
  ['di-verdict', 'benar'],
  ['di-verdict', 'berhenti'],
  ['di-verdict', 'berhenti-tua'],
  ['di-nila-tua', 'nila-tua'],
  ['soga-di-nila-tua', 'nila-tua'],
  ['tinta-cetak', 'kertas-cetak'],
]

describe.each(SCHEMES)('the dyes in %s', (scheme) => {
  const colour = (token: Token) => tokens[token][SCHEMES.indexOf(scheme)]!
  const ratio = (a: Token, b: Token) => contrast(colour(a), colour(b))

  test.each(TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
    '%s can be read on %s (WCAG AA, 4.5)',
    (text, ground) => expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5),
  )

  test.each(ON_FILL)('%s can be read on %s (4.5)', (text, fill) =>
    expect(ratio(text, fill)).toBeGreaterThanOrEqual(4.5),
  )

  test.each(TONES)('the words of %s can be read on its own soft fill (4.5)', (tone) =>
    expect(ratio(tone === 'nila' ? 'nila-teks' : tone, `${tone}-lunak`)).toBeGreaterThanOrEqual(4.5),
  )

  test.each(TEXT)('%s can be read in a selected row (4.5)', (text) =>
    expect(ratio(text, 'nila-lunak')).toBeGreaterThanOrEqual(4.5),
  )

  test.each(GROUNDS)('edges of fields can be seen on %s (3.0)', (ground) =>
    expect(ratio('tepi', ground)).toBeGreaterThanOrEqual(3),
  )

  test.each(['nila', 'soga-isi', 'jolawe'] as const)('bars of %s can be seen on a card (3.0)', (fill) =>
    expect(ratio(fill, 'kertas')).toBeGreaterThanOrEqual(3),
  )
})

test('a part of Mantine that names a grey itself finds only colours of ours, from ink to page', () => {
  const ofScheme = (scheme: 0 | 1) => new Set<string>(Object.values(tokens).map((pair) => pair[scheme]))
  for (const [scheme, greys] of [gray, dark].entries()) {
    expect(greys).toHaveLength(10)
    expect(theme.colors?.[scheme === 0 ? 'gray' : 'dark']).toBe(greys)
    expect(greys.filter((grey) => !ofScheme(scheme as 0 | 1).has(grey))).toEqual([])
    const byLight = greys.map(luminance)
    expect(byLight).toEqual(byLight.toSorted((a, b) => b - a))
  }
})

test('black goods stand out from the ground of their drawing and from the edge of their swatch on dark paper', () => {
  const dark = (token: Token) => tokens[token][1]
  expect(contrast(dark('alas-warna'), '#1B1B1F')).toBeGreaterThan(2.2)
  expect(contrast(dark('tepi-warna'), '#1B1B1F')).toBeGreaterThan(4.5)
  expect(contrast(dark('tepi-warna'), dark('kertas'))).toBeGreaterThan(3)
})
