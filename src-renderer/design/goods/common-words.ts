import { folded } from '../../../src-shared/kernel/folded.ts'

/** A stretch of a name: words that tell goods of this list apart, or words that most of its names have. */
export interface NameRun {
  text: string
  isCommon: boolean
}

const bareWord = (sign: string) => folded(sign)

/**
 * Words that more than half of the different names in view have: they say what the list is about, not which goods a row is.
 * One name alone has none; of one name in several rows every word is common.
 */
export function commonWords(names: readonly string[]): ReadonlySet<string> {
  const kinds = new Set(names)
  if (names.length < 2) return new Set()
  const counts = new Map<string, number>()
  for (const name of kinds)
    for (const word of new Set(name.split(/\s+/).map(bareWord))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set([...counts].filter(([word, count]) => word !== '' && count * 2 > kinds.size).map(([word]) => word))
}

/** The name in stretches, each with the space behind it, so that they read on as they were written. */
export function nameRuns(name: string, common: ReadonlySet<string>): NameRun[] {
  const runs: NameRun[] = []
  for (const sign of name.match(/\S+\s*/g) ?? []) {
    const word = bareWord(sign)
    const last = runs.at(-1)
    const isCommon = word === '' ? (last?.isCommon ?? false) : common.has(word)
    if (last && last.isCommon === isCommon) last.text += sign
    else runs.push({ text: sign, isCommon })
  }
  return runs
}

/** Cuts one stretch in two where about a third of its letters stand behind, so that the middle can give way and the end stays. */
export function headAndTail(text: string): [head: string, tail: string] {
  const words = text.match(/\S+\s*/g) ?? []
  let tail = ''
  while (words.length > 1 && (tail + words.at(-1)).length * 3 <= text.length) tail = words.pop()! + tail
  return [words.join(''), tail]
}
