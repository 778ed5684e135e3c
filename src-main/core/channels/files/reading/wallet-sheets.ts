import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type BusinessDay,
  businessDay,
  type Instant,
  startOfDay,
  type Zone,
} from '../../../../../src-shared/kernel/business-day.ts'
import type { WalletFile, WalletLine, WalletTotals } from '../../../../../src-shared/payouts/wallet-file.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import type { BookHead, BookToRead, SheetHead } from '../book.ts'
import type { FileKind } from '../file-kind.ts'
import type { ColumnTable } from './column-table.ts'
import type { Bounds } from './date-style.ts'
import { headingKey } from './heading-names.ts'
import { type Layout, layoutOf } from './recognise.ts'
import { createRepeatedRows } from './repeated-rows.ts'
import { rowProblem } from './row-problem.ts'
import { createRowReader, type RowReader } from './row-reader.ts'
import { breakProblem, followBalance, type LineInFile } from './running-balance.ts'
import { statedPeriod } from './stated-period.ts'
import { createUnnamedColumns } from './unnamed-columns.ts'

interface SheetFound<Field extends string> {
  sheet: SheetHead
  layout: Layout<Field>
  headingRow: number
  /** What stands above the heading row: the seller, the period, totals. */
  above: SheetRow[]
}

/** Sheets of a balance report, each with its heading row; a long report has several. */
export interface WalletSheetsFound<Field extends string> {
  missing: string[]
  sheets: SheetFound<Field>[]
}

/** `isOurs` tells the heading rows of one kind from those of other lists with dates and amounts. */
export function walletSheetsIn<Field extends string>(
  { sheets }: BookHead,
  table: ColumnTable<Field>,
  isOurs: (layout: Layout<Field>) => boolean,
): WalletSheetsFound<Field> | null {
  const found = sheets.flatMap((sheet): SheetFound<Field>[] => {
    for (const [index, row] of sheet.firstRows.entries()) {
      const layout = layoutOf(row, table, sheet.firstRows.slice(index + 1))
      if (layout && isOurs(layout))
        return [{ sheet, layout, headingRow: row.number, above: sheet.firstRows.slice(0, index) }]
    }
    return []
  })
  if (found.length === 0) return null
  return { missing: [...new Set(found.flatMap(({ layout }) => layout.missing))], sheets: found }
}

/** A kind of file whose lines move a balance. */
export const walletKind = <
  Found extends { missing: string[]; sheets: readonly { layout: { columns: { size: number } } }[] },
>(
  kind: WalletFile['kind'],
  recognise: (head: BookHead) => Found | null,
  read: (found: Found, book: BookToRead) => Promise<WalletFile>,
): FileKind<WalletFile> => ({
  kind,
  recognise(head) {
    const found = recognise(head)
    return (
      found && {
        missing: found.missing,
        known: found.sheets[0]?.layout.columns.size,
        read: (book) => read(found, book),
      }
    )
  },
  isEmpty: ({ lines, keptOut }) => lines.length + keptOut.rows === 0,
  preview: ({ lines, ...said }) => ({ about: 'wallet', ...said }),
})

interface WalletReading<Field extends string> extends Pick<WalletFile, 'kind' | 'wallet'> {
  table: ColumnTable<Field>
  /** The line of a row; null where the row has problems that keep it out. */
  readLine(cells: RowReader<Field>, dayOf: (at: Instant) => BusinessDay): WalletLine | null
  /** The column of the moment, where the period above and the day in the number of an order show how dates are written. */
  at?: Field
  daysOfOrder?(orderNumber: string, zone: Zone): Bounds | null
  /** Notes, blank lines and totals below the last line. */
  isNothing(cells: RowReader<Field>): boolean
  /** The column of the balance after each line, where there is one. */
  balance?: Field
  /** The column that numbers the lines, where there is one: no two lines are the same. */
  sequence?: Field
  controls?(above: readonly SheetRow[], totals: WalletTotals): WalletFile['controls']
}

/** Rows that cannot be read stay out and are named; the balance is followed from line to line. */
export async function readWalletSheets<Field extends string>(
  { sheets }: WalletSheetsFound<Field>,
  { rowsOf, zone, problems, onProgress, signal }: BookToRead,
  { kind, wallet, table, readLine, at, daysOfOrder, isNothing, balance, sequence, controls }: WalletReading<Field>,
): Promise<WalletFile> {
  const cells = createRowReader(table, zone)
  const dayOf = (at: Instant) => businessDay(at, zone)
  const { from, to } = statedPeriod(sheets.flatMap(({ above }) => above))
  const stated = from !== null && to !== null ? [{ from: startOfDay(from, zone), to: startOfDay(to, zone) }] : []
  const boundsOf = (line: WalletLine | null): Bounds[] => {
    const ofOrder = line === null ? null : (daysOfOrder?.(line.orderNumber, zone) ?? null)
    return ofOrder === null ? stated : [...stated, ofOrder]
  }
  const lines: LineInFile[] = []
  const repeated = createRepeatedRows()
  const unnamed = createUnnamedColumns((sheets[0] as SheetFound<Field>).layout)
  let done = 0
  let keptOut = 0
  for (const { sheet, layout, headingRow } of sheets)
    for await (const batch of rowsOf(sheet)) {
      signal?.throwIfAborted()
      for (const row of batch) {
        if (row.number <= headingRow) continue
        cells.start(row, layout)
        if (isNothing(cells) || isHeadingAgain(row, layout)) continue
        const isRepeated = repeated.see(row)
        unnamed.see(row)
        const line = readLine(cells, dayOf)
        if (at !== undefined) for (const bounds of boundsOf(line)) cells.holdDay(at, bounds)
        problems.add(...cells.problems())
        if (line === null) keptOut++
        else lines.push({ line, row: row.number, isRepeated })
      }
      done += batch.length
      onProgress?.(done, null)
      await nextTurn()
    }
  const [{ layout, above }] = sheets as [SheetFound<Field>]
  const wrongDay = new Map(cells.doubtfulMoments().map((cell) => [cell.row, cell]))
  for (const { row, field, value } of wrongDay.values()) {
    problems.add(rowProblem(layout, 'DAY_OR_MONTH', field, { row, value, orderNumber: '' }))
    keptOut++
  }
  const { followed, twice } = withoutRepeats(
    wrongDay.size === 0 ? lines : lines.filter(({ row }) => !wrongDay.has(row)),
    sequence !== undefined,
  )
  for (const { row, line } of twice)
    problems.add(
      rowProblem(layout, 'ROW_TWICE', sequence ?? table.identity, { row, value: '', orderNumber: line.orderNumber }),
    )
  const { lines: inOrder, totals, firstBreak } = followed
  if (firstBreak && balance) problems.add(breakProblem(firstBreak, layout.columns.get(balance)))
  onProgress?.(done, done)
  return {
    kind,
    wallet,
    columns: layout.width,
    lines: inOrder,
    totals,
    controls: controls?.(above, totals) ?? [],
    problems: problems.first(),
    problemCount: problems.count(),
    remarkCount: problems.remarkCount(),
    keptOut: { rows: keptOut },
    unknownColumns: [...layout.unknown, ...unnamed.names()],
  }
}

/** A line that stands in the file once more counts once where lines are numbered, or where the balance bears it out. */
function withoutRepeats(lines: readonly LineInFile[], areNumbered: boolean) {
  const followed = followBalance(lines)
  const twice = lines.filter(({ isRepeated }) => isRepeated)
  if (twice.length === 0) return { followed, twice }
  const once = followBalance(lines.filter(({ isRepeated }) => !isRepeated))
  const isBorneOut = followed.firstBreak !== null && once.firstBreak === null
  return areNumbered || isBorneOut ? { followed: once, twice } : { followed, twice: [] }
}

/** Where two downloads were pasted together the headings stand in the middle too. */
const isHeadingAgain = <Field extends string>(row: SheetRow, { columns }: Layout<Field>): boolean =>
  [...columns.values()].every(
    ({ index, heading }) => headingKey(String(contentOf(row.cells[index]) ?? '')) === headingKey(heading),
  )

/** Reports a missing date or amount; both are there where this is false. */
export function lacksDateOrAmount<Field extends string>(
  cells: RowReader<Field>,
  at: { field: Field; read: Instant | null },
  amount: { field: Field; read: number | null },
): boolean {
  if (at.read === null && cells.isBlank(at.field)) cells.report('NOT_A_DATE', at.field)
  if (amount.read === null && cells.isBlank(amount.field)) cells.report('NOT_AN_AMOUNT', amount.field)
  return at.read === null || amount.read === null || cells.problems().some(({ blocks }) => blocks)
}
