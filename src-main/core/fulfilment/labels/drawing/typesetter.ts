import { type Face, type Faces, faceKey, SUBSETS, type Subset } from './faces.ts'
import { type Block, frame, type Ink, type Mark } from './marks.ts'
import { canDraw, openForMeasuring } from './pdf-document.ts'

/**
 * Stands for a letter that no font file has: an empty box, so that the reader sees that something stood there. Unicode gives
 * this code point to no letter, not even to the sign for broken text, which is one of the letters that may be lacking.
 */
export const BOX = '\uFFFF'
const BOX_WIDTH = 0.6
const ELLIPSIS = '…'
const PRINTABLE_ASCII = /^[\x20-\x7E]*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const UNWANTED = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\u00AD]/g
const JOINERS = /\u200C|\u200D|\u2060|\uFEFF|[\uFE00-\uFE0F]/g
const BREAK_AFTER = /[-/,;:.)&+_@| ]/
/** Short words that mean nothing without the next one: `RT 04`, `No. 12`, `Kab. Sleman`. */
const KEEP_WITH_NEXT =
  /^(rt|rw|no|km|blok|jl|jln|jalan|gg|gang|kab|kec|kel|kota|desa|dsn|dusun|lt|lantai|unit|d\.i)[.:]?$/i
const WIDTHS_KEPT = 20_000

const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })

/** One try at setting a text: as large as fits between two sizes in so many lines. */
interface Attempt {
  largest: number
  smallest: number
  lines: number
}

export interface Setting {
  lines: string[]
  size: number
  isCut: boolean
}

interface LineStyle {
  face: Face
  size: number
  ink?: Ink
  align?: 'left' | 'right' | 'centre'
}

export interface Typesetter {
  /** The text as these fonts can show it: one line, no control characters, boxes for letters they lack. */
  spell(text: string, face: Face): string
  width(text: string, face: Face, size: number): number
  /** Breaks at spaces, then after punctuation, then anywhere: no line is ever wider than its room. */
  wrap(text: string, face: Face, size: number, room: number | ((line: number) => number)): string[]
  /** The first attempt that holds the whole text; when none does, the last one, cut with an ellipsis. */
  fit(text: string, face: Face, room: number, ...attempts: [Attempt, ...Attempt[]]): Setting
  /** As much of the text as fits, with an ellipsis. */
  cut(text: string, face: Face, size: number, room: number): string
  /** A code is told apart by its end, so the last seven characters stay: `5789…3655345`. */
  cutCode(code: string, face: Face, size: number, room: number): string
  line(text: string, style: LineStyle, x: number, baseline: number): Mark[]
  /** Lines as one block; `x` is the left edge, or the right edge or the middle as `align` says. */
  block(lines: readonly string[], style: LineStyle, leading?: number): Block
  /** The same fonts for one paper: every letter that it shows as a box is added to `lacking`. */
  noting(lacking: Set<string>): Typesetter
}

/** Words that stay on one line, when the line is long enough. */
function wordsOf(spelled: string): string[] {
  const words: string[] = []
  let isKept = false
  for (const word of spelled.split(' ').filter((each) => each !== '')) {
    if (isKept) words[words.length - 1] += ` ${word}`
    else words.push(word)
    isKept = !isKept && KEEP_WITH_NEXT.test(word)
  }
  return words
}

/** Where the baseline stands in a line box, so that capitals sit in its middle. */
export const baselineIn = (lineHeight: number, size: number): number => (lineHeight + 0.72 * size) / 2

/** Which font file has a letter, and how wide it is; asked once for each. */
function measuring(faces: Faces) {
  const ruler = openForMeasuring(faces)
  const widths = new Map<string, number>()
  const homes = new Map<string, Subset | null>()
  return {
    homeOf(face: Face, codePoint: number): Subset | null {
      const key = `${face} ${codePoint}`
      let home = homes.get(key)
      if (home === undefined) {
        home = SUBSETS.find((subset) => canDraw(ruler.font(faceKey(face, subset)), codePoint)) ?? null
        homes.set(key, home)
      }
      return home
    },
    runWidth(face: Face, subset: Subset | null, text: string): number {
      if (subset === null) return BOX_WIDTH
      const key = `${face} ${subset} ${text}`
      const known = widths.get(key)
      if (known !== undefined) return known
      if (widths.size >= WIDTHS_KEPT) widths.clear()
      const width = ruler.font(faceKey(face, subset)).fontSize(1000).widthOfString(text) / 1000
      widths.set(key, width)
      return width
    },
  }
}

export const createTypesetter = (faces: Faces): Typesetter => typesetter(measuring(faces), new Set())

function typesetter({ homeOf, runWidth }: ReturnType<typeof measuring>, lacking: Set<string>): Typesetter {
  const isCovered = (text: string, face: Face) =>
    text.length > 0 && [...text].every((letter) => homeOf(face, letter.codePointAt(0)!) !== null)

  /** Fancy letters become plain ones and unknown accents fall away before a box is drawn. */
  const nearest = (grapheme: string, face: Face): string => {
    const bare = grapheme.replace(JOINERS, '')
    if (bare === '') return ''
    const compatible = bare.normalize('NFKC')
    const stripped = bare.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC')
    const spelling = [bare, compatible, stripped].find((each) => isCovered(each, face))
    if (spelling === undefined) lacking.add(grapheme)
    return spelling ?? BOX
  }

  const spell = (text: string, face: Face): string => {
    const tidy = text.replace(/\s+/g, ' ').trim()
    if (PRINTABLE_ASCII.test(tidy)) return tidy
    let spelled = ''
    for (const { segment } of graphemes.segment(tidy.toWellFormed().normalize('NFC').replace(UNWANTED, '')))
      spelled += PRINTABLE_ASCII.test(segment) || segment === BOX ? segment : nearest(segment, face)
    return spelled.replace(/\s+/g, ' ').trim()
  }

  /** Pieces of a spelled text that one font file can draw; boxes stand alone. */
  const runsOf = (spelled: string, face: Face): { subset: Subset | null; text: string }[] => {
    if (PRINTABLE_ASCII.test(spelled)) return [{ subset: 'latin', text: spelled }]
    const runs: { subset: Subset | null; text: string }[] = []
    for (const letter of spelled) {
      const subset = letter === BOX ? null : homeOf(face, letter.codePointAt(0)!)
      const last = runs.at(-1)
      if (last && subset !== null && last.subset === subset) last.text += letter
      else runs.push({ subset, text: letter })
    }
    return runs
  }

  const spelledWidth = (spelled: string, face: Face, size: number) =>
    runsOf(spelled, face).reduce((sum, run) => sum + runWidth(face, run.subset, run.text), 0) * size

  /** How many characters of a word fit in the room, at least one. */
  const fitting = (letters: readonly string[], face: Face, size: number, room: number): number => {
    let low = 1
    let high = letters.length
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (spelledWidth(letters.slice(0, middle).join(''), face, size) <= room) low = middle
      else high = middle - 1
    }
    return low
  }

  const splitWord = (word: string, face: Face, size: number, room: number): [string, string] => {
    const letters = [...word]
    const most = fitting(letters, face, size, room)
    let count = most
    while (count > most / 2 && !BREAK_AFTER.test(letters[count - 1]!)) count--
    if (count <= most / 2) count = most
    return [letters.slice(0, count).join('').trimEnd(), letters.slice(count).join('').trimStart()]
  }

  const wrapSpelled = (spelled: string, face: Face, size: number, room: number | ((line: number) => number)) => {
    const roomOf = typeof room === 'number' ? () => room : room
    const lines: string[] = []
    const words = wordsOf(spelled)
    const space = spelledWidth(' ', face, size)
    let line = ''
    let used = 0
    let word = words.shift()
    while (word !== undefined) {
      const width = spelledWidth(word, face, size)
      const free = roomOf(lines.length) - (line ? used + space : 0)
      if (width <= free) {
        line = line ? `${line} ${word}` : word
        used = (used ? used + space : 0) + width
        word = words.shift()
        continue
      }
      if (line === '') {
        const [head, rest] = splitWord(word, face, size, roomOf(lines.length))
        line = head
        word = rest === '' ? words.shift() : rest
      }
      lines.push(line)
      line = ''
      used = 0
    }
    return line ? [...lines, line] : lines
  }

  const cutSpelled = (spelled: string, face: Face, size: number, room: number): string => {
    if (spelledWidth(spelled, face, size) <= room) return spelled
    const free = room - spelledWidth(ELLIPSIS, face, size)
    const letters = [...spelled]
    if (free <= 0 || letters.length === 0) return ''
    const count = fitting(letters, face, size, free)
    const head = letters.slice(0, count).join('').trimEnd()
    return spelledWidth(head, face, size) <= free ? head + ELLIPSIS : ''
  }

  const fit = (text: string, face: Face, room: number, ...attempts: [Attempt, ...Attempt[]]): Setting => {
    const spelled = spell(text, face)
    let last = { lines: [] as string[], size: attempts[0].largest, most: 1 }
    for (const { largest, smallest, lines: most } of attempts) {
      for (let size = Math.max(largest, smallest); size >= smallest; size -= 0.5) {
        const lines = wrapSpelled(spelled, face, size, room)
        if (lines.length <= most) return { lines, size, isCut: false }
        last = { lines, size, most }
      }
    }
    const kept = last.lines.slice(0, last.most)
    const rest = last.lines.slice(last.most - 1).join(' ')
    kept[last.most - 1] = cutSpelled(rest, face, last.size, room)
    return { lines: kept.filter((line) => line !== ''), size: last.size, isCut: true }
  }

  const cutCode = (code: string, face: Face, size: number, room: number): string => {
    const spelled = spell(code, face)
    if (spelledWidth(spelled, face, size) <= room) return spelled
    const letters = [...spelled]
    const tail = `${ELLIPSIS}${letters.slice(-7).join('')}`
    const free = room - spelledWidth(tail, face, size)
    const head = letters.slice(0, -7)
    if (free < 0 || head.length === 0) return cutSpelled(spelled, face, size, room)
    const count = fitting(head, face, size, free)
    const start = head.slice(0, count).join('')
    return spelledWidth(start, face, size) <= free ? start + tail : tail
  }

  const line = (
    text: string,
    { face, size, ink = 'black', align = 'left' }: LineStyle,
    x: number,
    baseline: number,
  ) => {
    const spelled = spell(text, face)
    const whole = spelledWidth(spelled, face, size)
    let left = align === 'left' ? x : align === 'right' ? x - whole : x - whole / 2
    return runsOf(spelled, face).flatMap((run): Mark[] => {
      const width = runWidth(face, run.subset, run.text) * size
      const at = left
      left += width
      if (run.text.trim() === '') return []
      if (run.subset !== null)
        return [{ kind: 'text', x: at, baseline, width, size, face, subset: run.subset, text: run.text, ink }]
      const height = 0.72 * size
      return frame(at + 0.05 * size, baseline - height, width - 0.1 * size, height, 0.06 * size, ink)
    })
  }

  return {
    noting: (more) => typesetter({ homeOf, runWidth }, more),
    spell,
    width: (text, face, size) => spelledWidth(spell(text, face), face, size),
    wrap: (text, face, size, room) => wrapSpelled(spell(text, face), face, size, room),
    fit,
    cut: (text, face, size, room) => cutSpelled(spell(text, face), face, size, room),
    cutCode,
    line,
    block: (lines, style, leading = 1.25) => ({
      height: lines.length * leading * style.size,
      at: (x, y) =>
        lines.flatMap((text, index) => {
          const lineHeight = leading * style.size
          return line(text, style, x, y + index * lineHeight + baselineIn(lineHeight, style.size))
        }),
    }),
  }
}
