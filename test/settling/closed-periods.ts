import fc from 'fast-check'
import { expect } from 'vitest'
import { openShelf, type Shelf } from '../builders/a-shelf.ts'
import { rolledBack } from '../builders/rolled-back.ts'
import { digest, type Paper, papers, wrongCosts } from './papers.ts'

/** A paper is typed (by its place among them), or everything through a day is closed; an earlier day opens what lies after it. */
type Act = { type: number } | { closedThrough: string }

const lastDays = fc.constantFrom('', '2026-08-10', '2026-08-31', '2026-09-10', '2026-09-30', '2026-10-31')

const history = papers.chain((all) => {
  const turns = all.flatMap(({ versions }, index) => versions.map(() => index))
  return fc.record({
    papers: fc.constant(all),
    turns: fc.shuffledSubarray(turns, { minLength: turns.length }),
    locks: fc.array(fc.record({ before: fc.nat(turns.length), closedThrough: lastDays }), { maxLength: 5 }),
  })
})

function actsOf(turns: readonly number[], locks: readonly { before: number; closedThrough: string }[]): Act[] {
  const closing = (at: number) => locks.filter(({ before }) => before === at)
  return [...turns.flatMap((type, at): Act[] => [...closing(at), { type }]), ...closing(turns.length)]
}

/** Everything booked through a day, and every piece moved through it. */
const booked = ({ all }: Shelf, through: string) => ({
  accounts: all('SELECT * FROM account_day WHERE day <= ? ORDER BY book, account, day', through),
  stock: all(
    `SELECT variant_id, sum(pieces) AS pieces, sum(costed) AS costed, sum(cost) AS cost FROM stock_movement
     WHERE day <= ? GROUP BY 1 ORDER BY 1`,
    through,
  ),
})

async function endOf(shelf: Shelf, all: readonly Paper[], acts: readonly Act[]) {
  const { doors, documents, settle } = shelf
  documents.clear()
  const next = all.map(() => 0)
  return rolledBack(doors, async (tx) => {
    let closed = { through: '', holds: booked(shelf, '') }
    const close = async (through: string) => {
      doors.raw.prepare("INSERT INTO period_lock (closed_through, reason, at) VALUES (?, '', 0)").run(through)
      const isOpened = through < closed.through
      if (isOpened) await settle(tx, [...documents.values()])
      expect(await wrongCosts(tx), `closed through ${through}`).toEqual([])
      closed = { through, holds: booked(shelf, through) }
    }
    for (const act of acts) {
      if ('closedThrough' in act) await close(act.closedThrough)
      else {
        const { kind, id, versions } = all[act.type]!
        const document = { ref: { kind, id }, effects: versions[next[act.type]!++]! }
        documents.set(`${kind}/${id}`, document)
        await settle(tx, [document])
      }
      expect(booked(shelf, closed.through), `closed through ${closed.through}`).toEqual(closed.holds)
    }
    await close('')
    const end = digest(shelf)
    const rows = shelf.rows()
    await settle(tx, [...documents.values()])
    expect(shelf.rows(), 'settling again appends nothing').toEqual(rows)
    return end
  })
}

/**
 * Whatever is typed, corrected and cancelled while whatever is closed and opened again: a closed day keeps its balances while it
 * is closed, and once everything is open, stock and books are those of a shop that never closed a period.
 */
export async function anyClosing(numRuns: number): Promise<void> {
  const shelf = await openShelf()
  try {
    await fc.assert(
      fc.asyncProperty(history, async ({ papers: all, turns, locks }) => {
        const never = await endOf(shelf, all, actsOf(turns, []))
        expect(await endOf(shelf, all, actsOf(turns, locks))).toEqual(never)
      }),
      { numRuns },
    )
  } finally {
    shelf.close()
  }
}
