import fc from 'fast-check'
import { expect } from 'vitest'
import type { Tx } from '../../src-main/core/database/open.ts'
import { isOver } from '../../src-main/core/work/stepwise.ts'
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
async function endOf(shelf: Shelf, all: readonly Paper[], turns: readonly number[], when: 'at once' | 'later') {
  const { doors, documents, later } = shelf
  const settle = when === 'at once' ? shelf.settle : later.settle
  documents.clear()
  const next = all.map(() => 0)
  return rolledBack(doors, async (tx) => {
    for (const turn of turns) {
      const { kind, id, versions } = all[turn]!
      const document = { ref: { kind, id }, effects: versions[next[turn]!++]! }
      documents.set(`${kind}/${id}`, document)
      await settle(tx, [document])
      if (when === 'later' && turn % 2 === 0) await recost(tx, shelf, 1)
    }
    if (when === 'later') await recost(tx, shelf, Number.POSITIVE_INFINITY)
    const end = digest(shelf)
    expect(await wrongCosts(tx)).toEqual([])
    const rows = shelf.rows()
    await settle(tx, [...documents.values()])
    expect(shelf.rows(), 'settling again appends nothing').toEqual(rows)
    return end
  })
}

/** Puts costs right that were left for later, two corrections at a time. */
async function recost(tx: Tx, { later, all }: Shelf, steps: number): Promise<void> {
  const { begin, step } = later.recosting()
  let mark = await begin(tx)
  for (let taken = 0; taken < steps && !isOver(mark); taken++) {
    mark = await step(tx, mark, 2)
    const [{ books, shelves }] = all<{ books: number; shelves: number }>(
      `SELECT (SELECT coalesce(sum(debit - credit), 0) FROM account_month WHERE account = '1301') AS books,
              (SELECT coalesce(sum(value), 0) FROM stock_level) AS shelves`,
    ) as [{ books: number; shelves: number }]
    expect(books, 'the books hold the value of the shelves at every step').toBe(shelves)
  }
}

/** Whatever the order in which papers are typed, corrected and cancelled, stock and books end the same. */
export async function anyOrderOfTyping(numRuns: number): Promise<void> {
  const shelf = await openShelf()
  try {
    await fc.assert(
      fc.asyncProperty(typedTwice, async ({ papers: all, first, second }) => {
        const end = await endOf(shelf, all, first, 'at once')
        expect(await endOf(shelf, all, second, 'at once')).toEqual(end)
        expect(await endOf(shelf, all, second, 'later')).toEqual(end)
      }),
      { numRuns },
    )
  } finally {
    shelf.close()
  }
}
