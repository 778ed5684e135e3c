import type { ImportCounts, ImportOutcome, Withdrawal } from './channels.ts'

type Counters = { [Kind in ImportOutcome['kind']]: (outcome: Extract<ImportOutcome, { kind: Kind }>) => ImportCounts }

const COUNTERS: Counters = {
  orders: ({ added, changed, unchanged, problems }) => ({
    added: added.orders,
    changed: changed.orders,
    unchanged: unchanged.orders,
    keptOut: problems.orders,
  }),
  settlements: ({ added, detailed, unchanged, problems }) => ({
    added: added.settlements,
    changed: detailed.settlements,
    unchanged: unchanged.settlements,
    keptOut: problems.rows,
  }),
  wallet: ({ added, changed, unchanged, problems }) => ({
    added: added.lines,
    changed: changed.lines,
    unchanged: unchanged.lines,
    keptOut: problems.lines,
  }),
  bank: ({ added, known, keptOut }) => ({ added, changed: 0, unchanged: known, keptOut }),
  returns: ({ added, changed, unchanged, keptOut }) => ({ added, changed, unchanged, keptOut }),
  listings: ({ added, changed, unchanged, keptOut }) => ({ added, changed, unchanged, keptOut }),
}

/** What came of an import in the four numbers that the history keeps of every kind. */
export const countsOf = (outcome: ImportOutcome): ImportCounts =>
  (COUNTERS[outcome.kind] as (outcome: ImportOutcome) => ImportCounts)(outcome)

/** How many orders, settlements or lines went, followed other files, or stayed when an import was taken back. */
export function countsBack(withdrawal: Withdrawal): { withdrawn: number; rebuilt: number; kept: number } {
  if (withdrawal.kind === 'settlements') {
    const { withdrawn, rebuilt, kept } = withdrawal
    return { withdrawn: withdrawn.settlements, rebuilt: rebuilt.settlements, kept: kept.settlements }
  }
  if (withdrawal.kind === 'wallet')
    return { withdrawn: withdrawal.withdrawn.lines, rebuilt: withdrawal.kept.lines, kept: 0 }
  if (withdrawal.kind === 'bank') return { withdrawn: withdrawal.removed, rebuilt: 0, kept: withdrawal.kept }
  if (withdrawal.kind === 'returns') return { withdrawn: withdrawal.withdrawn, rebuilt: withdrawal.rebuilt, kept: 0 }
  if (withdrawal.kind === 'listings') return { withdrawn: withdrawal.withdrawn, rebuilt: withdrawal.kept, kept: 0 }
  const { withdrawn, rebuilt, kept } = withdrawal
  return { withdrawn: withdrawn.orders, rebuilt: rebuilt.orders, kept: kept.orders }
}
