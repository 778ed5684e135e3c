import { folded } from '../../../src-shared/kernel/folded.ts'

/** A stretch of a name: words that tell goods of this list apart, or words that its neighbours have too. */
export interface NameRun {
  text: string
  isCommon: boolean
}

/** In how many of the different names of a list each word stands. */
export interface WordsInView {
  names: number
  counts: ReadonlyMap<string, number>
}

export const NO_WORDS: WordsInView = { names: 0, counts: new Map() }

/** Counts each name once, however many rows have it; of one row alone nothing can be compared. */
export function wordsInView(products: readonly string[]): WordsInView {
  if (products.length < 2) return NO_WORDS
  const names = new Set(products)
  const counts = new Map<string, number>()
  for (const name of names)
    for (const word of new Set(name.split(/\s+/).map(folded))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { names: names.size, counts }
}

/**
 * The name in stretches that read on as it was written. What tells it apart are words that at most half of the names have; where
 * it has none of these, words that some name lacks. A name that stands in every row tells nothing, one by itself everything.
 */
export function nameRuns(name: string, { names, counts }: WordsInView): NameRun[] {
  const signs = (name.match(/\S+\s*/g) ?? []).map((text) => ({ text, count: counts.get(folded(text)) ?? 0 }))
  const most = signs.some(({ count }) => count * 2 <= names) ? names / 2 : names - 1
  const runs: NameRun[] = []
  for (const { text, count } of signs) {
    const last = runs.at(-1)
    const isCommon = folded(text) === '' && last ? last.isCommon : count > most
    if (last?.isCommon === isCommon) last.text += text
    else runs.push({ text, isCommon })
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
