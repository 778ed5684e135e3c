import { folded } from '../../../src-shared/kernel/folded.ts'

/** What a stretch of a name is worth where the room is little. */
export type Worth =
  /** Without it two of these goods would be called the same. */
  | 'tells'
  /** Few of its neighbours have it. */
  | 'helps'
  /** Its neighbours have it too. */
  | 'common'

export interface NameRun {
  text: string
  worth: Worth
}

/** The words of the different names of a list. */
export interface WordsInView {
  names: number
  /** In how many names each word stands. */
  counts: ReadonlyMap<string, number>
  /** The words of each name. */
  wordsOf: ReadonlyMap<string, ReadonlySet<string>>
  /** What was found for a name already: a list has many rows of it. */
  telling: Map<string, ReadonlySet<string>>
}

export const NO_WORDS: WordsInView = { names: 0, counts: new Map(), wordsOf: new Map(), telling: new Map() }

const wordsIn = (name: string): Set<string> => new Set(name.split(/\s+/).map(folded))

/** Reads each name once, however many rows have it; of one row alone nothing can be compared. */
export function wordsInView(products: readonly string[]): WordsInView {
  if (products.length < 2) return NO_WORDS
  const wordsOf = new Map(products.map((name) => [name, wordsIn(name)]))
  const counts = new Map<string, number>()
  for (const words of wordsOf.values()) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { names: wordsOf.size, counts, wordsOf, telling: new Map() }
}

/**
 * The fewest words, about, that no other of these names has all of: each in turn the one that most of those lack which are still
 * alike, of several the rarest. Nothing for a name whose words all stand in another one, too.
 */
function wordsThatTell(name: string, { wordsOf, counts, telling }: WordsInView): ReadonlySet<string> {
  const known = telling.get(name)
  if (known) return known
  const own = [...(wordsOf.get(name) ?? [])].filter((word) => word !== '')
  const found = new Set<string>()
  let alike = [...wordsOf].flatMap(([other, words]) => (other === name ? [] : [words]))
  while (alike.length > 0) {
    const lackedBy = (word: string) => alike.filter((words) => !words.has(word)).length
    const [best] = own
      .map((word) => ({ word, lacked: lackedBy(word), count: counts.get(word) ?? 0 }))
      .toSorted((a, b) => b.lacked - a.lacked || a.count - b.count)
    if (!best || best.lacked === 0) break
    found.add(best.word)
    alike = alike.filter((words) => words.has(best.word))
  }
  telling.set(name, found)
  return found
}

/**
 * The name in stretches that read on as it was written: the words without which it would be called like another, those that at
 * most half of the names have, and what its neighbours have too. A name that stands in every row tells nothing, one by itself everything.
 */
export function nameRuns(name: string, words: WordsInView): NameRun[] {
  const { names, counts } = words
  const tells = wordsThatTell(name, words)
  const worthOf = (word: string): Worth =>
    names === 0 || tells.has(word) ? 'tells' : (counts.get(word) ?? 0) * 2 <= names ? 'helps' : 'common'
  const runs: NameRun[] = []
  for (const text of name.match(/\S+\s*/g) ?? []) {
    const last = runs.at(-1)
    const word = folded(text)
    const worth = word === '' && last ? last.worth : worthOf(word)
    if (last?.worth === worth) last.text += text
    else runs.push({ text, worth })
  }
  return runs
}

/** Parts a stretch where about a third of its letters stand behind, so that the middle can give way and the end stays. */
export function headAndTail(text: string): [head: string, tail: string] {
  const words = text.match(/\S+\s*/g) ?? []
  let tail = ''
  while (words.length > 1 && (tail + words.at(-1)).length * 3 <= text.length) tail = words.pop()! + tail
  return [words.join(''), tail]
}

/** How wide letters are in ems, about: enough to know whether more words have room before these. */
const widthOf = (letter: string): number =>
  /[iljtfrI1.,' -]/.test(letter) ? 0.34 : /[mwMW]/.test(letter) ? 0.9 : /\p{Lu}/u.test(letter) ? 0.7 : 0.6

/** Letters of bold type are wider, and a stretch that lacks half a letter loses two to its dots. */
const TO_SPARE = 0.7

/** The room in ems of what stays longest: of what the neighbours have too none is needed. */
export function roomOf(runs: readonly NameRun[]): number {
  const needed = runs.filter(({ worth }) => worth !== 'common').map(({ text }) => text.trim())
  if (needed.length === 0) return 0
  return [...needed.join(' ')].reduce((room, letter) => room + widthOf(letter), TO_SPARE)
}
