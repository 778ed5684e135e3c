import { setImmediate as nextTurn } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { filledRow } from '../filled-row.ts'
import { LIMITS } from '../limits.ts'
import { damaged, notASpreadsheet } from '../refuse.ts'
import type { SheetRow, SourceFile, Spreadsheet } from '../sheet.ts'
import { type Delimiter, declaredDelimiter, delimiterOf } from './delimiter.ts'
import { decoded } from './text-encoding.ts'

/**
 * Comma, semicolon or tab separated text (RFC 4180; short rows allowed). One sheet. Quotes must pair up: guessing where
 * a text ends would move the amounts behind it under other headings.
 */
export async function readCsv(file: SourceFile): Promise<Spreadsheet> {
  const start = decoded(file).next().value ?? ''
  if (start.trim() === '') throw new DomainError('FILE_EMPTY', { name: file.name })
  const declared = declaredDelimiter(start)
  const delimiter = declared ?? delimiterOf(start)
  if (delimiter === null) throw notASpreadsheet(file.name, 'text')
  const firstRow = declared ? 2 : 1
  return { format: 'csv', sheets: [{ name: '', hidden: false, rows: () => rowsOf(file, delimiter, firstRow) }] }
}

async function* rowsOf(file: SourceFile, delimiter: Delimiter, firstRow: number): AsyncGenerator<SheetRow[]> {
  let number = firstRow
  for await (const records of recordsOf(file, delimiter, firstRow)) {
    const rows = records.map((record) => filledRow(number++, record.slice(0, LIMITS.columns).map(cellOf(file))))
    yield rows.filter((row) => row !== null)
  }
}

/** Records in batches: waiting for each one singly takes longer than reading it. */
async function* recordsOf(file: SourceFile, delimiter: Delimiter, firstRow: number): AsyncGenerator<string[][]> {
  const parser = parse({
    delimiter,
    from: firstRow,
    // files pasted together end their lines in several ways
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LIMITS.columns * LIMITS.cellCharacters,
  })
  let failure: Error | null = null
  parser.on('error', (error) => {
    failure = error
  })
  const parsed = () => {
    const records: string[][] = []
    for (let record = parser.read(); record !== null; record = parser.read()) records.push(record)
    return records
  }
  try {
    for (const text of decoded(file)) {
      parser.write(text)
      yield parsed()
      // A failure is told one turn later.
      await nextTurn()
      if (failure) throw failure
    }
    parser.end()
    const rest: string[][] = []
    for await (const record of parser) rest.push(record)
    yield rest
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw damaged(file.name, error.code === 'CSV_MAX_RECORD_SIZE' ? 'line too long' : 'quotes')
  } finally {
    parser.destroy()
  }
}

const cellOf = (file: SourceFile) => (text: string) => {
  if (text.length > LIMITS.cellCharacters) throw damaged(file.name, 'cell too long')
  return text === '' ? null : text
}
