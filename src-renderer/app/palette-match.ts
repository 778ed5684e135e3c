import { wordsOf } from '../../src-shared/kernel/folded.ts'

/** Whether something was typed that can be looked for; signs alone are not. */
export const mayBeFound = (typed: string): boolean => wordsOf(typed).length > 0

/**
 * How well a label answers what was typed, lower is better: every word must begin some word of the label, earlier ones count most, and
 * the label that says nothing else wins. Written together it is found as well: `labarugi` is Laba Rugi.
 */
export function matchRank(label: string, typed: string): number | null {
  const words = wordsOf(label)
  const wanted = wordsOf(typed)
  let rank = 0
  let unsaid = words.length
  for (const part of wanted) {
    const place = words.findIndex((word) => word.startsWith(part))
    if (place < 0) return isJoined(words, wanted) ? 0 : null
    rank += place * 4
    if (words[place] === part) unsaid--
  }
  return rank + Math.min(3, unsaid)
}

const isJoined = (words: readonly string[], wanted: readonly string[]) =>
  words.length > 1 && wanted.length === 1 && words.join('') === wanted[0]

/** The items that answer, best first; all of them while nothing is typed. */
export function bestMatches<Item extends { label: string }>(items: readonly Item[], typed: string): Item[] {
  return items
    .map((item) => ({ item, rank: matchRank(item.label, typed) }))
    .filter((found): found is { item: Item; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
