import fc from 'fast-check'
import { expect } from 'vitest'
import { openShelf, type Shelf } from '../builders/a-shelf.ts'
import { rolledBack } from '../builders/rolled-back.ts'
import { digest, type Paper, papers, wrongCosts } from './papers.ts'

/** The same papers typed twice, in two orders; corrections of one paper keep theirs. */
const typedTwice = papers.chain((all) => {
  const turns = all.flatMap(({ versions }, index) => versions.map(() => index))
  const order = fc.shuffledSubarray(turns, { minLength: turns.length })
  return fc.record({ papers: fc.constant(all), first: order, second: order })
})

/** Types the papers in this order into empty books, says how they end, and leaves the books empty again. */
async function endOf(shelf: Shelf, all: readonly Paper[], turns: readonly number[]) {
  const { doors, documents, settle } = shelf
  documents.clear()
  const next = all.map(() => 0)
  return rolledBack(doors, async (tx) => {
    for (const turn of turns) {
      const { kind, id, versions } = all[turn]!
      const document = { ref: { kind, id }, effects: versions[next[turn]!++]! }
      documents.set(`${kind}/${id}`, document)
      await settle(tx, [document])
    }
    const end = digest(shelf)
    expect(await wrongCosts(tx)).toEqual([])
    const rows = shelf.rows()
    await settle(tx, [...documents.values()])
    expect(shelf.rows(), 'settling again appends nothing').toEqual(rows)
    return end
  })
}

/** Whatever the order in which papers are typed, corrected and cancelled, stock and books end the same. */
export async function anyOrderOfTyping(numRuns: number): Promise<void> {
  const shelf = await openShelf()
  try {
    await fc.assert(
      fc.asyncProperty(typedTwice, async ({ papers: all, first, second }) => {
        const end = await endOf(shelf, all, first)
        expect(await endOf(shelf, all, second)).toEqual(end)
      }),
      { numRuns },
    )
  } finally {
    shelf.close()
  }
}
