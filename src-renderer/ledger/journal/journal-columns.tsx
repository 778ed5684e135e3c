import { Flex } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { bareName } from '../../../src-shared/ledger/bare-name.ts'
import type { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { EntryRow } from '../../../src-shared/ledger/ledger.ts'
import { Chip } from '../../design/Chip.tsx'
import type { Column } from '../../design/table/columns.ts'

const sideOf = (row: EntryRow, side: 'debit' | 'credit'): string[] => [
  ...new Set(row.lines.filter((line) => line[side] > 0).map(({ name }) => bareName(name))),
]

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
  {
    id: 'memo',
    kind: 'text',
    head: w.memo,
    width: { share: 2, least: 150 },
    value: memoBeside,
    cell: (row) => <Memo row={row} w={w} />,
  },
  {
    id: 'document',
    kind: 'text',
    head: w.document,
    width: 162,
    value: ({ document }) => document.label,
  },
  {
    id: 'debit',
    kind: 'names',
    head: w.debit,
    width: { share: 2, least: 140 },
    value: (row) => sideOf(row, 'debit'),
    isQuiet: true,
    hideBelow: 760,
  },
  {
    id: 'credit',
    kind: 'names',
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
]

function Memo({ row, w }: { row: EntryRow; w: (typeof booksWords)['id'] }) {
  const memo = memoBeside(row)
  const state = correctionState(row)
  return (
    <Flex component="span" gap={8} miw={0}>
      <span className="cut" title={memo}>
        {memo}
      </span>
      {state && (
        <Chip icon={IconArrowBackUp} tone="abu">
          {w[state]}
        </Chip>
      )}
    </Flex>
  )
}
