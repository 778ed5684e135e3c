import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SettlementFile } from '../../../../../src-shared/settlements/settlement-file.ts'
import type { BookHead, BookToRead } from '../book.ts'
import type { FileKind } from '../file-kind.ts'
import { type HeadingSheet, headingSheets, rowsBelow } from '../reading/heading-sheets.ts'
import { settlementTotals } from '../reading/settlement-totals.ts'
import { createUnnamedColumns } from '../reading/unnamed-columns.ts'
import { COLUMNS as SALES_COLUMNS } from '../tokopedia-sales/columns.ts'
import { collectFinance } from './collect-finance.ts'
import { COLUMNS, type Field } from './columns.ts'

/**
 * Tokopedia's `Laporan Keuangan` (to April 2025): what it kept of each invoice. It is handed out as a sheet beside the sales, and
 * one file is taken in as one thing: with its sales beside it the book is those, so that this sheet is saved as a file of its own.
 */
export const tokopediaFinance: FileKind<SettlementFile> = {
  kind: 'tokopedia finance',
  recognise(head) {
    const whole = wholeSheets(head)
    const [first] = whole
    return first && !hasSales(head)
      ? {
          missing: [],
          known: first.layout.columns.size,
          rivals: whole.map(({ sheet }) => sheet.name),
          read: (book) => readTokopediaFinance(first, book),
        }
      : null
  },
  isEmpty: ({ totals, keptOut }) => totals.rows + keptOut.rows === 0,
  preview: ({ settlements: _, withdrawals: __, ...said }) => ({ about: 'settlements', ...said }),
}

export const wholeSheets = (head: BookHead): HeadingSheet<Field>[] =>
  headingSheets(head, COLUMNS).filter(({ layout }) => layout.missing.length === 0)

const hasSales = (head: BookHead): boolean =>
  headingSheets(head, SALES_COLUMNS).some(({ layout }) => layout.missing.length === 0)

/** One release per invoice that was received, dated by the day on which Tokopedia called it done. */
export async function readTokopediaFinance(found: HeadingSheet<Field>, book: BookToRead): Promise<SettlementFile> {
  const collector = collectFinance(found.layout, book.zone, book.problems)
  const unnamed = createUnnamedColumns(found.layout)
  let done = 0
  for await (const batch of rowsBelow(book, found)) {
    book.signal?.throwIfAborted()
    for (const row of batch) {
      unnamed.see(row)
      collector.add(row)
    }
    done += batch.length
    book.onProgress?.(done, null)
    await nextTurn()
  }
  const { settlements, keptOut, rows } = collector.finish()
  book.onProgress?.(done, done)
  return {
    kind: 'tokopedia finance',
    columns: found.layout.width,
    sheets: [found.sheet.name],
    settlements,
    totals: settlementTotals(settlements, rows),
    controls: [],
    problems: book.problems.first(),
    problemCount: book.problems.count(),
    remarkCount: book.problems.remarkCount(),
    keptOut,
    unknownColumns: [...found.layout.unknown, ...unnamed.names()],
  }
}
