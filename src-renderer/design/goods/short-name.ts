import type { NameWord } from './common-words.ts'

/** How wide a text is in the type it will be drawn in. */
export type Measure = (text: string) => number

export interface ShortName {
  /** Which of the words are shown, in the order of the name. */
  isShown: readonly boolean[]
  /** The one shown word is wider than the room and ends in dots. */
  isCut: boolean
  /** How much of the room the shown words leave; all of it where none is shown. */
  unused: number
  /** A word without which the name is called like another has no room. */
  lacksTelling: boolean
}

/** Of less than this many letters nobody knows a word. */
const LEAST_LETTERS = 6
const DOTS = '…'
/** A measured text and a drawn one differ by less. */
const TOLERANCE = 1

/**
 * The words of a name that have room, by their rank and whole: none is cut through but the very first, where it alone is wider than
 * the room. The next in rank ends it, so that more room only ever adds words.
 */
export function shortName(words: readonly NameWord[], room: number, widthOf: Measure): ShortName {
  const isShown = words.map(() => false)
  const byRank = words.map((word, place) => ({ ...word, place })).toSorted((a, b) => a.rank - b.rank)
  let isCut = false
  let drawnWidth = 0
  for (const { text, place } of byRank) {
    const isFirst = !isShown.includes(true)
    isShown[place] = true
    const drawn = words.filter((_, at) => isShown[at]).map((word) => word.text)
    const width = widthOf(drawn.join(' '))
    if (width <= room + TOLERANCE) {
      drawnWidth = width
      continue
    }
    isCut = isFirst && room >= widthOf(text.slice(0, LEAST_LETTERS) + DOTS)
    isShown[place] = isCut
    if (isCut) drawnWidth = room
    break
  }
  const lacksTelling = words.some(({ worth }, place) => worth === 'tells' && !isShown[place])
  const isWhole = !isShown.includes(false)
  return { isShown, isCut, unused: isWhole ? 0 : Math.max(0, Math.floor(room - drawnWidth)), lacksTelling }
}
