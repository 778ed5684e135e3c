import type { Account } from '../../../../src-shared/ledger/ledger.ts'
import type { JournalRow } from '../journal.repository.ts'
import { creditOf, debitOf } from '../journal-view.ts'

const COLUMNS = [
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
]

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front, also behind spaces, quotes and in the
 * full-width forms that some programs fold. https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^["'\s]*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** RFC 4180: quotes around what needs them, doubled inside, rows end with CR LF. */
const field = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : guarded(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const row = (values: readonly (string | number)[]): string => `${values.map(field).join(',')}\r\n`

export const csvHead = (): string => row(COLUMNS)

/** One row a line of the entry. */
export const csvRows = (
  { id, book, day, documentKind, documentId, effect, reverses, memo, hash, lines }: JournalRow,
  label: string,
  accounts: ReadonlyMap<string, Account>,
): string =>
  lines
    .map(({ account, amount }) =>
      row([
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
      ]),
    )
    .join('')
