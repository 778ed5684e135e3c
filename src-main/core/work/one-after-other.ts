import type { Tx } from '../database/open.ts'
import { type Extent, isOver, type Stepwise } from './stepwise.ts'

interface Mark<Outcome> extends Extent {
  first: Extent
  /** What the first came to; from there on the second is under way. */
  after: { outcome: Outcome; mark: Extent } | null
}

/** The first to its end, then the second: one act, which answers what the first did. */
export function oneAfterOther<FirstMark extends Extent, SecondMark extends Extent, Outcome>(
  first: Stepwise<FirstMark, Outcome>,
  second: Stepwise<SecondMark, unknown>,
): Stepwise<Mark<Outcome>, Outcome> {
  const marked = ({ first, after }: Pick<Mark<Outcome>, 'first' | 'after'>): Mark<Outcome> => ({
    first,
    after,
    done: first.done + (after?.mark.done ?? 0),
    // the turn itself is a step
    total: first.total + (after?.mark.total ?? 1),
  })
  return {
    begin: async (tx) => marked({ first: await first.begin(tx), after: null }),
    async step(tx: Tx, mark, size) {
      if (mark.after)
        return marked({
          ...mark,
          after: { ...mark.after, mark: await second.step(tx, mark.after.mark as SecondMark, size) },
        })
      if (!isOver(mark.first)) return marked({ ...mark, first: await first.step(tx, mark.first as FirstMark, size) })
      const outcome = await first.end(tx, mark.first as FirstMark)
      return marked({ ...mark, after: { outcome, mark: await second.begin(tx) } })
    },
    async end(tx, { after }) {
      if (!after) throw new Error('the first ended before the second began')
      await second.end(tx, after.mark as SecondMark)
      return after.outcome
    },
  }
}
