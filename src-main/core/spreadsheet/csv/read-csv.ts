import { setImmediate as nextTurn } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
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
  // of the two lines above the narrower, for one that is too wide says nothing of the next
  let widths: number[] = []
  for await (const { records, isEnd } of recordsOf(file, delimiter, firstRow)) {
    const lines = records.map((record) => fieldsOf(record, delimiter))
    const rows = lines.map((fields, at) => {
      const row = filledRow(number++, fields.slice(0, LIMITS.columns).map(cellOf(file)))
      const isCut =
        isEnd &&
        at === lines.length - 1 &&
        widths.length > 0 &&
        fields.length < Math.min(...widths) &&
        !endsWithLine(file)
      widths = [...widths.slice(-1), fields.length]
      return row && isCut ? { ...row, isCut } : row
    })
    yield rows.filter((row) => row !== null)
  }
}

/** Whether the last line has its end; an ending `\n` of UTF-16 has a zero beside it. */
function endsWithLine({ bytes }: SourceFile): boolean {
  const last = bytes
    .subarray(-2)
    .filter((byte) => byte !== 0)
    .at(-1)
  return last === 0x0a || last === 0x0d
}

/** Records in batches: waiting for each one singly takes longer than reading it. */
async function* recordsOf(
  file: SourceFile,
  delimiter: Delimiter,
  firstRow: number,
): AsyncGenerator<{ records: string[][]; isEnd: boolean }> {
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
    for (const text of unguarded(decoded(file))) {
      parser.write(text)
      yield { records: parsed(), isEnd: false }
      // A failure is told one turn later.
      await nextTurn()
      if (failure) throw failure
    }
    parser.end()
    const rest: string[][] = []
    for await (const record of parser) rest.push(record)
    yield { records: rest, isEnd: true }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw damaged(file.name, error.code === 'CSV_MAX_RECORD_SIZE' ? 'line too long' : 'quotes')
  } finally {
    parser.destroy()
  }
}

/**
 * A spreadsheet program with another separator keeps a whole line in one cell, and quotes it anew when it saves: such a line is
 * taken out of its quotes.
 */
function fieldsOf(record: readonly string[], delimiter: Delimiter): readonly string[] {
  const [line = '', ...others] = record
  if (others.some((field) => field !== '') || !line.includes(delimiter) || line.includes('\n')) return record
  try {
    return (parseAtOnce(line, { delimiter, relax_column_count: true }) as string[][])[0] ?? record
  } catch {
    return record
  }
}

const cellOf = (file: SourceFile) => (text: string) => {
  if (text.length > LIMITS.cellCharacters) throw damaged(file.name, 'cell too long')
  if (text === '') return null
  return text.startsWith('=') ? (/^="([^"]*)"$/.exec(text)?.[1] ?? text) : text
}

/** A line as long as this is no report's; it is handed on as it is. */
const LONGEST_LINE = 1_000_000

/** `="577001"` keeps digits text in spreadsheet programs, and is no quoted field: `"577001"` is. Line by line, since pieces end anywhere. */
function* unguarded(pieces: Iterable<string>): Generator<string> {
  let rest = ''
  for (const piece of pieces) {
    const text = rest + piece
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1
    const whole = end > 0 || text.length > LONGEST_LINE ? text.slice(0, end || undefined) : ''
    rest = text.slice(whole.length)
    yield withoutGuards(whole)
  }
  yield withoutGuards(rest)
}

const withoutGuards = (text: string): string =>
  text.includes('="') ? text.replace(/(?<=^|[,;\t|\r\n])="([^"\r\n]*)"(?=[,;\t|\r\n]|$)/g, '"$1"') : text
