import type { BankFile, BankTotals } from '../../../../../src-shared/bank/bank-file.ts'
import type { RowProblem, RowProblemCode } from '../../../../../src-shared/channels/channel-file.ts'
import { businessDay } from '../../../../../src-shared/kernel/business-day.ts'
import { contentOf, isFormula, type PlainCell, type SheetRow } from '../../../spreadsheet/sheet.ts'
import type { BookToRead } from '../book.ts'
import { headingKey } from '../reading/heading-names.ts'
import { createTextKeeper } from '../reading/kept-text.ts'
import { createRepeatedRows } from '../reading/repeated-rows.ts'
import { createUnnamedColumns } from '../reading/unnamed-columns.ts'
import { readSum, readTitle, type SumName } from './around-the-lines.ts'
import { createMoneyColumn, decimalMark, directionOf, type MoneyCell, type MoneyColumn } from './bank-money.ts'
import { createDayDoubts } from './day-doubts.ts'
import type { StatementField } from './layouts.ts'
import type { FoundStatement } from './recognise-statement.ts'
import { rupiahOf } from './running-balance.ts'
import { atTime, dayCellOf, readStatementDay } from './statement-days.ts'
import { type ReadLine, toldByStatement } from './told-by-statement.ts'
import { withoutRepeats } from './without-repeats.ts'

const MONEY = ['amount', 'debit', 'credit', 'balance', 'balanceBefore'] as const
type MoneyField = (typeof MONEY)[number]

/** A row of the statement before its amounts are read: how numbers are written shows only when all were seen. */
interface RawLine {
  row: number
  cells: PlainCell[]
  hasFormula: boolean
  isRepeated: boolean
  isCut: boolean
  /** Descriptions of rows below that say nothing else. */
  more: string[]
}

/** Reads the statement that was recognised. Lines that cannot be read stay out and are named. */
export async function readBankStatement(found: FoundStatement, book: BookToRead): Promise<BankFile> {
  const { columns, layout, sheet } = found
  const { problems, zone } = book
  const cellOf = ({ cells }: Pick<RawLine, 'cells'>, field: StatementField): PlainCell =>
    cells[columns.get(field)?.index ?? -1] ?? null
  const report = (code: RowProblemCode, field: StatementField, row: number, value: PlainCell, blocks = true) => {
    const column = columns.get(field)
    const problem: RowProblem = {
      code,
      row,
      column: column?.heading || (layout.headings[field]?.[0] ?? ''),
      columnLetter: column?.letter ?? '',
      orderNumber: '',
      value: String(value ?? '')
        .slice(0, 80)
        .toWellFormed(),
      blocks,
    }
    problems.add(problem)
  }

  const title = readTitle(
    sheet.firstRows.filter(({ number }) => number < found.headingRow),
    zone,
  )
  const period =
    title.period.to === null ? { from: null, to: businessDay(book.modifiedAt ?? Date.now(), zone) } : title.period

  const raw: RawLine[] = []
  const repeated = createRepeatedRows()
  const unnamed = createUnnamedColumns(found)
  const doubts = createDayDoubts(layout.hasPlainDays ?? false, title.period)
  const sums: { sum: SumName; name: string; amount: string }[] = []
  for await (const rows of book.rowsOf(sheet)) {
    book.signal?.throwIfAborted()
    for (const row of rows) {
      if (row.number <= found.headingRow) continue
      const sum = readSum(row)
      if (sum) sums.push(sum)
      else collect(row)
    }
    book.onProgress?.(rows.at(-1)?.number ?? raw.length, null)
  }

  function collect(row: SheetRow): void {
    const cells = inItsColumns(row.cells.map(contentOf), found, book.isCsv)
    const dayAt = columns.get('day')!.index
    if (typeof cells[dayAt] === 'number') cells[dayAt] = dayCellOf(cells[dayAt])
    const line = {
      row: row.number,
      cells,
      hasFormula: row.cells.some(isFormula),
      isRepeated: false,
      isCut: row.isCut ?? false,
      more: [] as string[],
    }
    const day = String(cellOf(line, 'day') ?? '').trim()
    const description = String(cellOf(line, 'description') ?? '').trim()
    if (headingKey(day) === headingKey(columns.get('day')!.heading)) return
    if (day === '' && MONEY.every((field) => String(cellOf(line, field) ?? '').trim() === '')) {
      if (description !== '') raw.at(-1)?.more.push(description)
      return
    }
    line.isRepeated = repeated.see(row)
    doubts.see(cellOf(line, 'day'))
    unnamed.see({ number: row.number, cells })
    raw.push(line)
  }

  const money = new Map<MoneyField, MoneyColumn>()
  for (const field of MONEY) if (columns.has(field)) money.set(field, createMoneyColumn())
  for (const line of raw) for (const [field, column] of money) column.see(cellOf(line, field))
  const marks = new Map([...money].map(([field, column]) => [field, decimalMark(column, [...money.values()])]))

  const moneyOf = (line: RawLine, field: MoneyField): MoneyCell | null | undefined => {
    const column = money.get(field)
    if (!column) return null
    const read = column.read(cellOf(line, field), marks.get(field)!)
    if (read === undefined) report('NOT_AN_AMOUNT', field, line.row, cellOf(line, field))
    return read
  }

  /** Amounts with a minus among the others: these came in. */
  const hasMinuses =
    !columns.has('mark') &&
    raw.some((line) => (money.get('amount')?.read(cellOf(line, 'amount'), marks.get('amount')!)?.sen ?? 0) < 0)

  const keeper = createTextKeeper()
  const accounts = new Set<string>()
  const accountOf = (line: RawLine) => String(cellOf(line, 'account') ?? '').replace(/\D/g, '')
  const lines: ReadLine[] = []
  let keptOut = 0
  for (const line of raw) {
    const read = readLine(line)
    if (read) lines.push(read)
    else keptOut++
  }

  function readLine(line: RawLine): ReadLine | null {
    if (line.isCut) {
      report('ROW_CUT', 'description', line.row, '')
      return null
    }
    if (book.isCsv && line.cells.slice(found.width).some((cell) => String(cell ?? '').trim() !== '')) {
      report('ROW_SHIFTED', 'description', line.row, '')
      return null
    }
    if (line.hasFormula) {
      report('FORMULA_CELL', 'amount', line.row, '')
      return null
    }
    const account = accountOf(line)
    const first = [...accounts][0] ?? account
    if (account !== '' && account !== first) {
      report('OTHER_ACCOUNT', 'account', line.row, account)
      return null
    }
    const currency = String(cellOf(line, 'currency') ?? '').trim()
    if (currency !== '' && !/^(idr|rp)$/i.test(currency)) {
      report('NOT_AN_AMOUNT', 'currency', line.row, currency)
      return null
    }
    const dayCell = cellOf(line, 'day')
    const isPending = /^'?pend(ing)?$/i.test(String(dayCell ?? '').trim())
    const read = isPending
      ? { day: period.to ?? businessDay(book.modifiedAt ?? Date.now(), zone), at: null }
      : readStatementDay(dayCell, period, zone)
    if (!read) report('NOT_A_DATE', 'day', line.row, dayCell)
    else if (doubts.isDoubtful(dayCell)) {
      report('DAY_OR_MONTH', 'day', line.row, dayCell)
      return null
    }
    const sen = movedSen(line)
    const balance = moneyOf(line, 'balance')
    const balanceBefore = moneyOf(line, 'balanceBefore')
    if (!read || sen === null || balance === undefined || balanceBefore === undefined) return null
    if (account !== '') accounts.add(account)
    const signed = (cell: MoneyCell | null) => (cell === null ? null : cell.mark === 'out' ? -cell.sen : cell.sen)
    const time = cellOf(line, 'time')
    return {
      row: line.row,
      isRepeated: line.isRepeated,
      day: read.day,
      at: time === null ? read.at : atTime(read.day, time, zone),
      description: descriptionOf(line),
      reference: keeper.own(
        String(cellOf(line, 'reference') ?? '')
          .trim()
          .replace(/^'/, ''),
      ),
      isPending,
      sen,
      balanceSen: isPending ? null : signed(balance),
      balanceBeforeSen: isPending ? null : signed(balanceBefore),
    }
  }

  /** What came in is positive; null when the row does not say, and then it is named. */
  function movedSen(line: RawLine): number | null {
    if (columns.has('debit') || columns.has('credit')) {
      const debit = moneyOf(line, 'debit')
      const credit = moneyOf(line, 'credit')
      if (debit === undefined || credit === undefined) return null
      if (debit?.sen && credit?.sen) {
        report('NOT_AN_AMOUNT', 'debit', line.row, cellOf(line, 'debit'))
        return null
      }
      if (debit || credit) return (credit?.sen ?? 0) - Math.abs(debit?.sen ?? 0)
    }
    const amount = moneyOf(line, 'amount')
    if (amount === undefined) return null
    const unmarked = amount && (amount.sen < 0 ? 'out' : hasMinuses ? 'in' : null)
    const direction = amount && (directionOf(cellOf(line, 'mark')) ?? amount.mark ?? unmarked)
    if (amount && direction) return direction === 'in' ? amount.sen : -Math.abs(amount.sen)
    report('NOT_AN_AMOUNT', columns.has('amount') ? 'amount' : 'debit', line.row, cellOf(line, 'amount'))
    return null
  }

  function descriptionOf(line: RawLine): string {
    const parts = [cellOf(line, 'description'), cellOf(line, 'moreDescription'), ...line.more]
    const texts = parts.map((part) => String(part ?? '').trim()).filter((part) => part !== '' && part !== '-')
    const text = [...new Set(texts)].join(' ').replace(/\s+/g, ' ')
    return keeper.own(text, 'address')
  }

  const counted = withoutRepeats(lines)
  const counts = new Set(counted)
  for (const line of lines) if (!counts.has(line)) report('ROW_TWICE', 'description', line.row, '', false)
  const told = toldByStatement(counted, {
    breaks: (row, text) => report('BALANCE_BREAKS', 'balance', row, text, false),
    tooLarge: (row, text) => report('NOT_AN_AMOUNT', 'amount', row, text),
  })
  const { totals } = told
  return {
    kind: 'bank statement',
    bank: layout.bank,
    accountNumber: title.accountNumber || ([...accounts][0] ?? ''),
    accountName: keeper.own(title.accountName),
    columns: found.headings,
    lines: told.lines,
    totals: { ...totals, from: title.period.from ?? totals.from, to: title.period.to ?? totals.to },
    controls: controlsOf(sums, totals),
    rounding: told.rounding,
    problems: problems.first(),
    problemCount: problems.count(),
    remarkCount: problems.remarkCount(),
    keptOut: { rows: keptOut + told.keptOut },
    unknownColumns: [...found.unknown, ...unnamed.names()],
  }
}

/** Cells under their headings: what a loose comma split belongs to the description, read from both ends. */
function inItsColumns(cells: PlainCell[], { layout, columns, width }: FoundStatement, isCsv: boolean): PlainCell[] {
  const from = columns.get('description')?.index ?? -1
  // in a workbook that was made of such a text, only what stands beyond the headings was split
  if (!layout.hasLooseCommas || from < 0 || (!isCsv && cells.length <= width)) return cells
  const amount = columns.get('amount')?.index ?? -1
  const mark = columns.get('mark')?.index ?? -1
  const without = (split: number): PlainCell[] => [
    ...cells.slice(0, from),
    cells
      .slice(from, from + split + 1)
      .map((cell) => String(cell ?? ''))
      .join(','),
    ...cells.slice(from + split + 1),
  ]
  const fits = (row: readonly PlainCell[]) =>
    /\d/.test(String(row[amount] ?? '')) && (mark < 0 || directionOf(row[mark] ?? null) !== null)
  const least = Math.max(0, cells.length - width)
  // without a balance behind it the row ends one cell earlier
  const candidates = [...(isCsv ? [] : [0]), least, least + 1].map(without)
  return candidates.find(fits) ?? candidates[0]!
}

/** Totals that the bank prints beside what its lines come to; in whole rupiah as these are. */
function controlsOf(
  sums: readonly { sum: SumName; name: string; amount: string }[],
  totals: BankTotals,
): BankFile['controls'] {
  const column = createMoneyColumn()
  for (const { amount } of sums) column.see(amount)
  const mark = decimalMark(column, [column])
  const computed: Record<SumName, number | null> = {
    opening: totals.opening,
    in: totals.in,
    out: 0 - totals.out,
    closing: totals.closing,
  }
  return sums.flatMap(({ sum, name, amount }) => {
    const stated = column.read(amount, mark)
    const found = computed[sum]
    return stated && found !== null ? [{ name, stated: rupiahOf(stated.sen), computed: found }] : []
  })
}
