import type { FileLook } from '../../../../../src-shared/channels/file-look.ts'
import { isNameless } from '../../../../../src-shared/channels/file-mapping.ts'
import { DomainError } from '../../../../../src-shared/kernel/refusal.ts'
import type { WorkNeeds } from '../../../apart.ts'
import { readSpreadsheet } from '../../../spreadsheet/read-spreadsheet.ts'
import { contentOf, type Sheet, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { anyOtherCurrency } from '../reading/other-currency.ts'
import { guessColumns, guessSubject, KNOWN_HEADINGS } from './guess.ts'
import { guessHeadingRow, headedColumns, headingAt, namelessColumns } from './headings.ts'
import { knownWord } from './meaning-words.ts'
import { takenOffByRows } from './signs-of-amounts.ts'
import { type ColumnSurvey, normalWord, surveyColumns } from './survey.ts'

/** Headings stand among so many rows, under titles and notes. */
export const FIRST_ROWS = 40
const TEXTS_SHOWN = 12

export interface LookRequest {
  name: string
  bytes: Uint8Array
  /** From 0, of the visible ones; the one that looks most like a table where nobody chose. */
  sheet?: number | undefined
  headingRow?: number | undefined
}

/** @throws the refusals of reading; NO_HEADING_ROW where no row names columns. */
export async function lookAtFile(
  { name, bytes, sheet: chosen, headingRow }: LookRequest,
  { signal }: WorkNeeds,
): Promise<Omit<FileLook, 'fileId' | 'fileName' | 'kilobytes'>> {
  const visible = await visibleSheets({ name, bytes })
  const heads = await Promise.all(visible.map(firstRows))
  const at = chosen ?? fullest(heads)
  const sheet = visible[at]
  const rows = heads[at] ?? []
  const number = headingRow ?? guessHeadingRow(rows, KNOWN_HEADINGS)
  const heading = number === null ? null : headingAt(rows, number)
  if (!sheet || !heading || headedColumns(heading).length < 2) throw new DomainError('NO_HEADING_ROW', { name })
  const currency = anyOtherCurrency(rows)
  if (currency !== null) throw new DomainError('FILE_OF_ANOTHER_CURRENCY', { name, currency })
  const every = [...headedColumns(heading), ...namelessColumns(heading)].toSorted((a, b) => a.index - b.index)
  const survey = await surveyColumns(every, rowsBelow(sheet, heading.number), { signal })
  survey.columns = survey.columns.filter(({ normal, filled }) => filled > 0 || !isNameless(normal))
  const guesses = {
    orders: guessColumns(survey.columns, 'orders'),
    settlements: guessColumns(survey.columns, 'settlements'),
    bank: guessColumns(survey.columns, 'bank'),
  }
  const subject = guessSubject(survey.columns)
  const identity = survey.columns.findIndex((_, index) => guesses.orders[index]?.field === 'number')
  const differing = await differingInOrder(sheet, heading.number, survey.columns, survey.columns[identity]?.index)
  guesses.orders = guessColumns(survey.columns, 'orders', differing)
  const hasSigns = survey.columns.some(
    ({ negatives }, index) => guesses.settlements[index]?.field === 'line' && negatives > 0,
  )
  const takenOff = hasSigns ? null : await takenOffIn(sheet, heading.number, survey.columns, guesses.settlements)
  return {
    sheets: visible.map((each) => each.name),
    sheet: at,
    headingRow: heading.number,
    firstRows: rows.map((row) => ({
      number: row.number,
      texts: row.cells.slice(0, TEXTS_SHOWN).map((cell) =>
        String(contentOf(cell) ?? '')
          .trim()
          .slice(0, 40)
          .toWellFormed(),
      ),
    })),
    rows: survey.rows,
    subject,
    columns: survey.columns.map((column, index) => ({
      letter: column.letter,
      heading: column.heading.toWellFormed(),
      normal: column.normal.toWellFormed(),
      nth: column.nth,
      examples: column.examples,
      filled: column.filled,
      numbers: column.numbers,
      days: column.days,
      words:
        column.words?.map(({ word, count }) => ({
          word,
          count,
          means: knownWord(normalWord(word), 'orders'),
          meansInBank: knownWord(normalWord(word), 'bank'),
        })) ?? null,
      guesses: {
        orders: guesses.orders[index] ?? null,
        settlements: guesses.settlements[index] ?? null,
        bank: guesses.bank[index] ?? null,
      },
      differsInOrder: differing.has(column.index),
      isUnsigned: column.negatives + column.outs === 0,
      isTakenOff: takenOff
        ? takenOff.has(column.index)
        : !hasSigns && FEE.test(column.heading) && !SUBSIDY.test(column.heading),
    })),
  }
}

const FEE = /biaya|fee|komisi|commission|potongan|pajak|ppn|pph|tax|charge|admin|denda|penalty|deduct/i
const SUBSIDY = /subsidi|rebate|voucher|kompensasi|compensation|dibayar pembeli/i

async function takenOffIn(
  sheet: Sheet,
  headingRow: number,
  columns: readonly ColumnSurvey[],
  guesses: ReturnType<typeof guessColumns>,
): Promise<ReadonlySet<number> | null> {
  const released = columns.find((_, at) => guesses[at]?.field === 'released')
  if (!released) return null
  const rows: SheetRow[] = []
  for await (const batch of rowsBelow(sheet, headingRow)) {
    rows.push(...batch)
    if (rows.length > 300) break
  }
  return takenOffByRows(
    rows,
    released,
    columns.filter((_, at) => guesses[at]?.field === 'line'),
  )
}

export async function visibleSheets(file: { name: string; bytes: Uint8Array }): Promise<Sheet[]> {
  const { sheets } = await readSpreadsheet(file)
  return sheets.filter(({ hidden }) => !hidden)
}

export async function firstRows(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of sheet.rows()) {
    rows.push(...batch)
    if (rows.length >= FIRST_ROWS) break
  }
  return rows.slice(0, FIRST_ROWS)
}

/** The sheet whose first rows hold the most. */
const fullest = (heads: readonly SheetRow[][]): number => {
  const sizes = heads.map((rows) => rows.reduce((sum, { cells }) => sum + Math.min(cells.length, 100), 0))
  return Math.max(sizes.indexOf(Math.max(...sizes)), 0)
}

async function* rowsBelow(sheet: Sheet, headingRow: number): AsyncGenerator<SheetRow[]> {
  for await (const batch of sheet.rows()) yield batch.filter(({ number }) => number > headingRow)
}

/** Columns of money or of words in which rows of one order differ: what is said of the order as a whole stands on all of its rows alike. */
async function differingInOrder(
  sheet: Sheet,
  headingRow: number,
  columns: readonly ColumnSurvey[],
  identity: number | undefined,
): Promise<Set<number>> {
  const differing = new Set<number>()
  if (identity === undefined) return differing
  const told = columns.filter(
    ({ figures, filled, dates, words }) => filled > 0 && dates === 0 && (figures > filled / 2 || words !== null),
  )
  const first = new Map<string, string[]>()
  for await (const rows of rowsBelow(sheet, headingRow))
    for (const { cells } of rows) {
      const number = String(contentOf(cells[identity]) ?? '')
      if (number === '') continue
      const cellsOf = told.map(({ index }) => String(contentOf(cells[index]) ?? ''))
      const known = first.get(number)
      if (!known) first.set(number, cellsOf)
      else
        for (const [at, { index }] of told.entries())
          if (cellsOf[at] !== '' && known[at] !== '' && cellsOf[at] !== known[at]) differing.add(index)
    }
  return differing
}
