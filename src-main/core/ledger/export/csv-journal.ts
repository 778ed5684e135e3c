import type { Account } from '../../../../src-shared/ledger/ledger.ts'
import { guarded } from '../../spreadsheet/writing/guarded-text.ts'
import type { JournalRow } from '../journal.repository.ts'
import { creditOf, debitOf } from '../journal-view.ts'
import type { Described } from './described.ts'

/**
 * The journal as a table, one row a line of an entry. For other software: RFC 4180, headings that never change. For Excel:
 * a UTF-8 mark, headings in the shop's language, and semicolons, because Excel splits a file that is opened by a double
 * click at the list separator of Windows, which is `;` wherever the comma is the decimal sign, as in Indonesia.
 */
export interface CsvShape {
  separator: ',' | ';'
  headings: readonly string[]
  hasMark: boolean
}

export const CSV_COLUMNS = [
  'entry',
  'book',
  'day',
  'document',
  'label',
  'effect',
  'reverses',
  'memo',
  'account',
  'account name',
  'debit',
  'credit',
  'hash',
] as const

export const RFC_4180: CsvShape = { separator: ',', headings: CSV_COLUMNS, hasMark: false }

const MARK = '\uFEFF'

/** Quotes around what needs them, doubled inside, rows end with CR LF; text that a spreadsheet would run is guarded. */
function row(values: readonly (string | number)[], separator: CsvShape['separator']): string {
  const fields = values.map((value) => {
    const text = typeof value === 'number' ? String(value) : guarded(value)
    return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${fields.join(separator)}\r\n`
}

export const csvHead = ({ separator, headings, hasMark }: CsvShape): string =>
  (hasMark ? MARK : '') + row(headings, separator)

/** One row a line of the entry. */
export const csvRows = (
  { id, book, day, documentKind, documentId, effect, reverses, hash, lines }: JournalRow,
  { label, memo }: Described,
  accounts: ReadonlyMap<string, Account>,
  { separator }: CsvShape,
): string =>
  lines
    .map(({ account, amount }) =>
      row(
        [
          id,
          book,
          day,
          `${documentKind}/${documentId}`,
          label,
          effect,
          reverses ?? '',
          memo,
          account,
          accounts.get(account)!.name,
          debitOf(amount),
          creditOf(amount),
          Buffer.from(hash).toString('hex'),
        ],
        separator,
      ),
    )
    .join('')
