import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/**
 * Every colour of Lumbung, light and dark, named after batik dyes and the cloth itself. This is the only file with
 * hex values: the rest of the renderer says `var(--lb-nila)`. `test/design/contrast.test.ts` measures the pairs.
 */
export const tokens = {
  /** Page: undyed cloth. */
  mori: ['#F7F3EB', '#12141D'],
  /** Sidebar, table head, status bar. */
  mori2: ['#EEE7DB', '#0D0F17'],
  /** Surface: cards, panels, inputs. */
  kertas: ['#FFFDF8', '#191C28'],
  /** Hairline, and a stronger rule. Decorative only. */
  garis: ['#E5DDCF', '#2B3041'],
  garis2: ['#C9BDAA', '#454C63'],
  /** Edge of inputs, checkboxes and radios. */
  tepi: ['#8E8374', '#757D98'],
  /** Edge of a colour's swatch, and the ground of goods drawn in their own dye: black must be seen on dark paper, too. */
  'tepi-warna': ['#8E8374', '#B9B5B0'],
  'alas-warna': ['#EEE7DB', '#565D76'],
  /** Text, secondary text, hints. */
  tinta: ['#20222E', '#EFEAE0'],
  tinta2: ['#535262', '#B9B5B0'],
  tinta3: ['#67636E', '#9D9AA1'],
  /** Indigo: primary fill and the text on it; links, active icons and focus. */
  nila: ['#2E3F7F', '#5166BE'],
  'nila-tekan': ['#26356C', '#4659AC'],
  /** Between primary fill and quiet edge, for parts of a bar. */
  'nila-sedang': ['#7D87AD', '#A9B8FC'],
  'di-nila': ['#FFFDF8', '#FFFFFF'],
  'nila-teks': ['#2E3F7F', '#A9B8FC'],
  /** The brand field of the first-run screen, the same in both schemes. */
  'nila-tua': ['#26346F', '#26346F'],
  'di-nila-tua': ['#FBF6EC', '#FBF6EC'],
  'soga-di-nila-tua': ['#E5B57F', '#E5B57F'],
  /** Warm accent text, chart fill. */
  soga: ['#83501F', '#E0B07C'],
  'soga-isi': ['#B87D3B', '#C58B4A'],
  /** Good; needs attention; bad or stop; returns; on its way; neutral. */
  jolawe: ['#1C6549', '#8FD6A0'],
  kunyit: ['#866000', '#EDC264'],
  mengkudu: ['#96231B', '#F28B78'],
  manggis: ['#7D2A5C', '#E899B8'],
  langit: ['#0E6684', '#7AD3E6'],
  abu: ['#5C5B66', '#B0ADB2'],
  /** Soft fills: only their own text, or ink, stands on them. */
  'nila-lunak': ['#E5E8F4', '#262E50'],
  'soga-lunak': ['#F3E6D3', '#382A1B'],
  'jolawe-lunak': ['#DDEDE3', '#17352A'],
  'kunyit-lunak': ['#FAECCB', '#392D12'],
  'mengkudu-lunak': ['#FAE2DB', '#44201A'],
  'manggis-lunak': ['#F4E1EA', '#3C2231'],
  'langit-lunak': ['#DAECF4', '#15323F'],
  'abu-lunak': ['#E9E5DD', '#2A2D38'],
  /** Quiet bars and edges, never text. */
  'nila-garis': ['#AEB8DC', '#4A5891'],
  'kunyit-isi': ['#DE9F26', '#DE9F26'],
  /** Verdict fields seen from an arm's length, white text on them, the same in both schemes. */
  benar: ['#1C6549', '#1C6549'],
  berhenti: ['#A42E1C', '#A42E1C'],
  'berhenti-tua': ['#8A2416', '#8A2416'],
  'di-verdict': ['#FFFFFF', '#FFFFFF'],
  /** Destructive fill and the text on it. */
  'mengkudu-isi': ['#96231B', '#B23A2C'],
  'di-mengkudu': ['#FFFFFF', '#FFFFFF'],
  /** Letter tiles of channels. */
  shopee: ['#B5451B', '#B5451B'],
  'di-shopee': ['#FFFFFF', '#FFFFFF'],
  tiktok: ['#20222E', '#EFEAE0'],
  'di-tiktok': ['#FFFDF8', '#12141D'],
  other: ['#0E6684', '#0E6684'],
  'di-other': ['#FFFFFF', '#FFFFFF'],
  own: ['#1C6549', '#1C6549'],
  'di-own': ['#FFFFFF', '#FFFFFF'],
  /** Paper for labels and statements before printing. */
  'kertas-cetak': ['#FFFFFF', '#FFFFFF'],
  'tinta-cetak': ['#000000', '#000000'],
} as const satisfies Record<string, readonly [light: string, dark: string]>

export type Token = keyof typeof tokens

/** The tones a word or an icon may have; each has a soft fill of the same name. */
export const TONES = ['nila', 'soga', 'jolawe', 'kunyit', 'mengkudu', 'manggis', 'langit', 'abu'] as const
export type Tone = (typeof TONES)[number]

/** Text colour of a tone: indigo is the one whose text differs from its fill. */
export const toneText = (tone: Tone): string => (tone === 'nila' ? 'var(--lb-nila-teks)' : `var(--lb-${tone})`)
export const toneFill = (tone: Tone): string => `var(--lb-${tone}-lunak)`

const SHADOW = {
  card: '0 1px 0 #20222e0a',
  floating: '0 8px 28px #20222e24, 0 1px 3px #20222e1a',
}

const schemeVariables = (index: 0 | 1): Record<string, string> =>
  Object.fromEntries(Object.entries(tokens).map(([name, pair]) => [`--lb-${name}`, pair[index]]))

/** Mantine's own parts speak through these, so that they wear the same cloth without a rule per part. */
const MANTINE = {
  '--mantine-color-body': 'var(--lb-mori)',
  '--mantine-color-text': 'var(--lb-tinta)',
  '--mantine-color-bright': 'var(--lb-tinta)',
  '--mantine-color-dimmed': 'var(--lb-tinta2)',
  '--mantine-color-placeholder': 'var(--lb-tinta3)',
  '--mantine-color-anchor': 'var(--lb-nila-teks)',
  '--mantine-color-error': 'var(--lb-mengkudu)',
  '--mantine-color-success': 'var(--lb-jolawe)',
  '--mantine-color-default': 'var(--lb-kertas)',
  '--mantine-color-default-hover': 'var(--lb-mori2)',
  '--mantine-color-default-color': 'var(--lb-tinta)',
  '--mantine-color-default-border': 'var(--lb-garis2)',
  '--mantine-color-disabled': 'var(--lb-mori2)',
  '--mantine-color-disabled-color': 'var(--lb-tinta2)',
  '--mantine-color-disabled-border': 'var(--lb-garis2)',
  '--mantine-primary-color-filled': 'var(--lb-nila)',
  '--mantine-primary-color-filled-hover': 'var(--lb-nila-tekan)',
  '--mantine-primary-color-light': 'var(--lb-nila-lunak)',
  '--mantine-primary-color-light-hover': 'var(--lb-nila-lunak)',
  '--mantine-primary-color-light-color': 'var(--lb-nila-teks)',
  '--mantine-primary-color-contrast': 'var(--lb-di-nila)',
}

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--lb-bayang-kartu': SHADOW.card,
    '--lb-bayang-apung': SHADOW.floating,
    '--lb-font-serif': SERIF,
    '--lb-font-sans': SANS,
    '--lb-font-mono': MONO,
  },
  light: { ...schemeVariables(0), ...MANTINE },
  dark: { ...schemeVariables(1), ...MANTINE },
})

const SANS = "'Plus Jakarta Sans Variable', system-ui, sans-serif"
const SERIF = "'Source Serif 4 Variable', Georgia, serif"
const MONO = "'IBM Plex Mono', ui-monospace, monospace"

/** Ten steps, because Mantine asks for ten; the parts we use take their colours from the variables above. */
const indigo: MantineColorsTuple = [
  '#E5E8F4',
  '#CCD3EA',
  '#AEB8DC',
  '#8F9CCD',
  '#7080BC',
  '#5166BE',
  '#3D4F97',
  '#2E3F7F',
  '#26356C',
  '#1D2955',
]

/** Parts of Mantine that name a grey themselves (a track, a row under the pointer, a closing cross) find our cloth there. */
const greys = (scheme: 0 | 1, names: readonly Token[]) =>
  names.map((name) => tokens[name][scheme]) as unknown as MantineColorsTuple
export const gray = greys(0, [
  ...(['kertas', 'mori', 'mori2', 'garis', 'garis2', 'tepi'] as const),
  ...(['tinta3', 'tinta2', 'tinta2', 'tinta'] as const),
])
export const dark = greys(1, [
  ...(['tinta', 'tinta2', 'tinta3', 'tepi', 'garis2', 'garis'] as const),
  ...(['kertas', 'mori', 'mori2', 'mori2'] as const),
])

const field = { root: {}, wrapper: { '--input-height': '34px', '--input-fz': '14px' } }

export const theme = createTheme({
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  headings: { fontFamily: SERIF, fontWeight: '600' },
  primaryColor: 'nila',
  primaryShade: { light: 7, dark: 5 },
  colors: { nila: indigo, gray, dark },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '20px' },
  radius: { xs: '4px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  shadows: { xs: SHADOW.card, sm: SHADOW.card, md: SHADOW.floating, lg: SHADOW.floating, xl: SHADOW.floating },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Input: { vars: () => field },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 250, transitionProps: { duration: 120 }, withArrow: false } },
    // a dialog is there with the key that opens it, for the next key may follow at once; it fades when it goes
    ModalRoot: { defaultProps: { transitionProps: { duration: 0, exitDuration: 120, transition: 'fade' } } },
  },
})
