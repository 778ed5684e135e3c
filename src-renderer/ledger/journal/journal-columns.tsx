import { IconArrowBackUp } from '@tabler/icons-react'
import type { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { EntryRow } from '../../../src-shared/ledger/ledger.ts'
import { Chip } from '../../design/Chip.tsx'
import type { Column } from '../../design/table/columns.ts'

const sideOf = (row: EntryRow, side: 'debit' | 'credit'): string =>
  row.lines
    .filter((line) => line[side] > 0)
    .map(({ name }) => name)
    .join(', ')

/** A correction takes a whole entry back, moves that to its day, or mends its cost by a difference. */
export const correctionState = (row: EntryRow): 'reversal' | 'reversed' | null => {
  if (row.isReversal || row.corrects !== null || row.moves !== null) return 'reversal'
  return row.reversedBy === null ? null : 'reversed'
}

/** The document has a column of its own: its number is not said twice in a row, where it would take the room of words. */
const memoBeside = ({ memo, document: { label } }: Pick<EntryRow, 'memo' | 'document'>): string =>
  label !== '' && memo.endsWith(` ${label}`) ? memo.slice(0, -label.length - 1) : memo

/** One row an entry: what happened, for which document, between which accounts, how much. */
export const journalColumns = (w: (typeof booksWords)['id']): readonly Column<EntryRow>[] => [
  { id: 'day', kind: 'date', head: w.entryDay, width: 104, value: ({ day }) => day },
  { id: 'memo', kind: 'text', head: w.memo, width: { share: 2, least: 150 }, value: memoBeside },
  {
    id: 'document',
    kind: 'text',
    head: w.document,
    width: 162,
    value: ({ document }) => document.label,
  },
  {
    id: 'debit',
    kind: 'text',
    head: w.debit,
    width: { share: 2, least: 140 },
    value: (row) => sideOf(row, 'debit'),
    isQuiet: true,
    hideBelow: 760,
  },
  {
    id: 'credit',
    kind: 'text',
    head: w.credit,
    width: { share: 2, least: 140 },
    value: (row) => sideOf(row, 'credit'),
    isQuiet: true,
    hideBelow: 900,
  },
  {
    id: 'amount',
    kind: 'money',
    head: w.amount,
    width: 124,
    value: ({ lines }) => lines.reduce((sum, { debit }) => sum + debit, 0),
    isStrong: true,
  },
  {
    id: 'state',
    kind: 'status',
    head: w.reversal,
    width: 132,
    hideBelow: 640,
    cell: (row) => {
      const state = correctionState(row)
      return state === null ? null : (
        <Chip icon={IconArrowBackUp} tone="abu">
          {w[state]}
        </Chip>
      )
    },
  },
]
