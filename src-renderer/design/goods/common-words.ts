import { folded } from '../../../src-shared/kernel/folded.ts'

/** What a word of a name is worth where the room is little. */
export type Worth =
  /** Without it two of these goods would be called the same. */
  | 'tells'
  /** The first word, which says what kind of goods it is, or one that at most half of the names have. */
  | 'helps'
  /** Most of its neighbours have it too. */
  | 'common'

export interface NameWord {
  text: string
  worth: Worth
  /** Which of the words of the name stays as the first, the second ... */
  rank: number
}

/** The words of the different names of a list. */
export interface WordsInView {
  names: number
  /** In how many names each word stands. */
  counts: ReadonlyMap<string, number>
  /** The words of each name. */
  wordsOf: ReadonlyMap<string, ReadonlySet<string>>
  /** What was found for a name already: a list has many rows of it. */
  ranked: Map<string, readonly NameWord[]>
}

const noWords = (): WordsInView => ({ names: 0, counts: new Map(), wordsOf: new Map(), ranked: new Map() })
export const NO_WORDS: WordsInView = noWords()

const textsOf = (name: string): string[] => name.match(/\S+/g) ?? []

/** Reads each name once, however many rows have it; of one row alone nothing can be compared. */
export function wordsInView(products: readonly string[]): WordsInView {
  if (products.length < 2) return noWords()
  const wordsOf = new Map(products.map((name) => [name, new Set(textsOf(name).map(folded))]))
  const counts = new Map<string, number>()
  for (const words of wordsOf.values()) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { names: wordsOf.size, counts, wordsOf, ranked: new Map() }
}

/** Of words that tell as much the first is taken, but no "dalam" before a "pengiriman". */
const LONG = 6
const enough = ({ length }: string): number => Math.min(length, LONG)

/**
 * The fewest words, about, that no other of these names has all of: each in turn the one that most of those lack which are still
 * alike, of several the rarest, then the first that is no short one. Nothing for a name whose words all stand in another one, too.
 */
function wordsThatTell(name: string, { wordsOf, counts }: WordsInView): readonly string[] {
  const own = [...(wordsOf.get(name) ?? [])].filter((word) => word !== '')
  const found: string[] = []
  let alike = [...wordsOf].flatMap(([other, words]) => (other === name ? [] : [words]))
  while (alike.length > 0) {
    const lackedBy = (word: string) => alike.filter((words) => !words.has(word)).length
    const [best] = own
      .map((word) => ({ word, lacked: lackedBy(word), count: counts.get(word) ?? 0 }))
      .toSorted((a, b) => b.lacked - a.lacked || a.count - b.count || enough(b.word) - enough(a.word))
    if (!best || best.lacked === 0) break
    found.push(best.word)
    alike = alike.filter((words) => words.has(best.word))
  }
  return found
}

/**
 * The words of a name as it was written, each with its rank: those without which it would be called like another, its first word, those
 * that at most half of the names have, and what its neighbours have too. A name by itself keeps its beginning; so does one that stands in every row.
 */
export function rankedWords(name: string, words: WordsInView): readonly NameWord[] {
  const known = words.ranked.get(name)
  if (known) return known
  const telling = wordsThatTell(name, words)
  const found = textsOf(name).map((text, place) => {
    const word = folded(text)
    const told = telling.indexOf(word)
    const isFew = (words.counts.get(word) ?? 0) * 2 <= words.names
    const worth: Worth = told >= 0 ? 'tells' : place === 0 || isFew ? 'helps' : 'common'
    const turn = told >= 0 ? told : place === 0 ? 1_000 : isFew ? 2_000 + place : 3_000 + place
    return { text, worth, place, turn }
  })
  const turns = found.toSorted((a, b) => a.turn - b.turn || a.place - b.place).map(({ place }) => place)
  const ranked = found.map(({ text, worth, place }) => ({ text, worth, rank: turns.indexOf(place) }))
  if (words !== NO_WORDS) words.ranked.set(name, ranked)
  return ranked
}
