import { wordsOf } from '../../src-shared/kernel/folded.ts'

/** How well a label answers what was typed: every word must begin some word of the label; earlier is better. */
export function matchRank(label: string, typed: string): number | null {
  const words = wordsOf(label)
  const wanted = wordsOf(typed)
  let rank = 0
  for (const part of wanted) {
    const place = words.findIndex((word) => word.startsWith(part))
    if (place < 0) return null
    rank += place
  }
  return rank
}

/** The items that answer, best first; all of them while nothing is typed. */
export function bestMatches<Item extends { label: string }>(items: readonly Item[], typed: string): Item[] {
  return items
    .map((item) => ({ item, rank: matchRank(item.label, typed) }))
    .filter((found): found is { item: Item; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
