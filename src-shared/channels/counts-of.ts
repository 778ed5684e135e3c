import type { ImportCounts, ImportOutcome } from './channels.ts'

type Counters = { [Kind in ImportOutcome['kind']]: (outcome: Extract<ImportOutcome, { kind: Kind }>) => ImportCounts }

const COUNTERS: Counters = {
  orders: ({ added, changed, unchanged, problems }) => ({
    added: added.orders,
    changed: changed.orders,
    unchanged: unchanged.orders,
    keptOut: problems.orders,
  }),
}

/** What came of an import in the four numbers that the history keeps of every kind. */
export const countsOf = (outcome: ImportOutcome): ImportCounts =>
  (COUNTERS[outcome.kind] as (outcome: ImportOutcome) => ImportCounts)(outcome)
