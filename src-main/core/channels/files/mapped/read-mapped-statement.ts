import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BankFile } from '../../../../../src-shared/bank/bank-file.ts'
import type { RowProblemCode } from '../../../../../src-shared/channels/channel-file.ts'
import type { MappedBankField } from '../../../../../src-shared/channels/file-mapping.ts'
import { businessDay } from '../../../../../src-shared/kernel/business-day.ts'
import { contentOf, isFormula, type PlainCell, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { readSum } from '../bank-statements/around-the-lines.ts'
import { createMoneyColumn } from '../bank-statements/bank-money.ts'
import { type ReadLine, toldByStatement } from '../bank-statements/told-by-statement.ts'
import { withoutRepeats } from '../bank-statements/without-repeats.ts'
import type { BookToRead } from '../book.ts'
import { midnightOf } from '../reading/moments.ts'
import { createRepeatedRows } from '../reading/repeated-rows.ts'
import { rowProblem } from '../reading/row-problem.ts'
import { createRowReader, type RowReader } from '../reading/row-reader.ts'
import type { FoundMapping, MappedKey } from './mapped-layout.ts'
import { normalWord } from './survey.ts'
import { movesAgainstBalance, withWayByBalance } from './way-by-balance.ts'

/** A bank or wallet statement by a mapping: amounts in sen, so that nothing is rounded before the balance was followed. */
export async function readMappedStatement(found: FoundMapping, book: BookToRead): Promise<BankFile> {
  const { layout, columns, sheet, headingRow, mapping } = found
  const has = (field: MappedBankField) => columns.has(field)
  const means = new Map(mapping.words.map(({ word, means }) => [normalWord(word), means]))
  const cells = createRowReader(layout.table, book.zone)
  const money = createMoneyColumn()
  const lines: ReadLine[] = []
  const repeated = createRepeatedRows()
  let keptOut = 0
  let done = 0
  let current: SheetRow = { number: 1, cells: [] }
  /** Lines whose amount has neither sign nor mark; where others say that they went out, these came in. */
  const unsaid = new Set<ReadLine>()
  const signs = { out: false }
  /** Those beside a column of the way that marks only some of its lines. */
  const unmarked = new Set<ReadLine>()
  let isUnmarked = false
  let isUnsaid = false
  let openingSen: number | null = null

  /** Null where nothing stands, undefined where it is no amount. */
  const senOf = (field: MappedBankField): { sen: number; mark: 'in' | 'out' | null } | null | undefined => {
    const column = layout.columns.get(field)
    const cell = column ? (current.cells[column.index] ?? null) : null
    if (isFormula(cell)) {
      cells.report('FORMULA_CELL', field)
      return undefined
    }
    const read = money.read(contentOf(cell) as PlainCell, columns.get(field)?.thousands === 'comma' ? '.' : ',')
    if (read === undefined) cells.report('NOT_AN_AMOUNT', field)
    return read
  }

  function movedSen(): number | null {
    if (has('moneyIn') && has('moneyOut')) {
      const [came, went] = [senOf('moneyIn'), senOf('moneyOut')]
      if (came === undefined || went === undefined) return null
      if (came?.sen && went?.sen) {
        cells.report('NOT_AN_AMOUNT', 'moneyOut')
        return null
      }
      if (came || went) return Math.abs(came?.sen ?? 0) - Math.abs(went?.sen ?? 0)
    }
    if (!has('amount')) {
      cells.report('NOT_AN_AMOUNT', 'moneyIn')
      return null
    }
    const amount = senOf('amount')
    if (amount === undefined) return null
    if (amount === null) {
      cells.report('NOT_AN_AMOUNT', 'amount')
      return null
    }
    if (!has('direction')) {
      const way = columns.get('amount')?.way
      if (way) return way === 'out' ? -Math.abs(amount.sen) : Math.abs(amount.sen)
      if (amount.mark === 'out' || amount.sen < 0) signs.out = true
      else if (amount.mark === null && !/^\W*\+/.test(cells.written('amount'))) isUnsaid = true
      return amount.mark === 'out' ? -Math.abs(amount.sen) : amount.sen
    }
    // a dash is a blank, but where it was taught as the minus beside `+`
    const told = contentOf(current.cells[layout.columns.get('direction')!.index])
    const word = means.has('-') && String(told).trim() === '-' ? '-' : cells.written('direction')
    const way = means.get(normalWord(word))
    if (way === 'in') return Math.abs(amount.sen)
    if (way === 'out') return -Math.abs(amount.sen)
    // only what went out is marked by some: the balance tells whether the rest came in
    if (word.trim() === '' && has('balance')) {
      isUnsaid = true
      isUnmarked = true
      return amount.sen
    }
    cells.report('WORD_NOT_TAUGHT', 'direction', word)
    return null
  }

  /** Whether the money of a line moved at all, by the word of its status. */
  function wasMoved(): boolean | null {
    if (!has('outcome')) return true
    const word = cells.written('outcome')
    const said = means.get(normalWord(word))
    if (said === 'moved' || said === 'not moved') return said === 'moved'
    cells.report('WORD_NOT_TAUGHT', 'outcome', word)
    return null
  }

  function readLine(row: SheetRow, isRepeated: boolean): ReadLine | null {
    const at = cells.moment('day')
    if (at === null && cells.isBlank('day')) cells.report('NOT_A_DATE', 'day')
    const sen = movedSen()
    const balance = has('balance') ? senOf('balance') : null
    const isMoved = wasMoved()
    if (at === null || sen === null || balance === undefined || isMoved === null) return null
    const day = businessDay(at, book.zone)
    return {
      row: row.number,
      isRepeated,
      // a day without a time
      at: midnightOf(day, book.zone) === at ? null : at,
      day,
      // what failed is shown as what still waits is, and never recorded
      isPending: !isMoved,
      description: has('description') ? cells.text('description', 'address') : '',
      reference: has('reference') ? cells.identifier('reference') : '',
      sen,
      balanceSen: balance === null ? null : balance.mark === 'out' ? -Math.abs(balance.sen) : balance.sen,
      balanceBeforeSen: null,
    }
  }

  /** The opening balance by a row around the lines: a title of one cell, or a line that moves nothing. */
  function readOpening(row: SheetRow): boolean {
    const isAmountBlank = (['amount', 'moneyIn', 'moneyOut'] as const).every((key) => !has(key) || cells.isBlank(key))
    const isLine = row.number > headingRow && isAmountBlank && has('balance')
    const texts = row.cells.map((cell) => String(contentOf(cell) ?? '').trim())
    if (isLine && texts.some((text) => OPENING.test(text))) {
      openingSen ??= senOf('balance')?.sen ?? null
      return true
    }
    const sum = readSum(row)
    if (sum?.sum !== 'opening') return false
    const mark = columns.get('balance')?.thousands === 'comma' ? '.' : ','
    openingSen ??= money.read(sum.amount.replace(/^['",]+|['",]+$/g, ''), mark)?.sen ?? null
    return true
  }

  for await (const batch of book.rowsOf(sheet)) {
    book.signal?.throwIfAborted()
    for (const row of batch) {
      current = row
      cells.start(row, layout)
      if (readOpening(row) || row.number <= headingRow || isNoLine(cells, found)) continue
      isUnsaid = false
      isUnmarked = false
      const line = readLine(row, repeated.see(row))
      if (line && isUnsaid && !line.isPending && line.sen !== 0) unsaid.add(line)
      if (line && isUnmarked) unmarked.add(line)
      book.problems.add(...cells.problems())
      if (line && !cells.problems().some(({ blocks }) => blocks)) lines.push(line)
      else keptOut++
    }
    done += batch.length
    book.onProgress?.(done, null)
    await nextTurn()
  }

  const report = (code: RowProblemCode, field: MappedBankField, row: number, value: string) =>
    rowProblem(layout, code, field, { row, value, orderNumber: '' })
  /** Amounts without any sign move as the balance says; where nothing says it nobody guesses. */
  function withSureWays(): ReadLine[] {
    if (signs.out || unsaid.size === 0) return lines
    const ways = withWayByBalance(lines, openingSen)
    const blank = wayOfBlank([...unmarked].flatMap((line) => ways.get(line) ?? []))
    return lines.flatMap((line) => {
      const byMark = blank !== null && unmarked.has(line) ? blank * Math.abs(line.sen) : undefined
      const sen = unsaid.has(line) ? (ways.get(line) ?? byMark) : line.sen
      if (sen !== undefined) return [{ ...line, sen }]
      book.problems.add(report('WAY_NOT_TOLD', 'amount', line.row, (line.sen / 100).toFixed(2)))
      keptOut++
      return []
    })
  }

  /** In and out that were taught the wrong way round would turn every line over. */
  function withoutTurned(sure: ReadLine[]): ReadLine[] {
    if (!movesAgainstBalance(sure)) return sure
    for (const { row, sen } of sure)
      book.problems.add(
        report('WAY_AGAINST_BALANCE', has('amount') ? 'amount' : 'moneyIn', row, `${sen < 0 ? '\u2212' : '+'}`),
      )
    keptOut += sure.length
    return []
  }

  const sure = withoutTurned(withSureWays())
  const counted = withoutRepeats(sure)
  const counts = new Set(counted)
  for (const line of sure)
    if (!counts.has(line)) book.problems.add({ ...report('ROW_TWICE', 'day', line.row, ''), blocks: false })
  const told = toldByStatement(counted, {
    breaks: (row, text) => book.problems.add({ ...report('BALANCE_BREAKS', 'balance', row, text), blocks: false }),
    tooLarge: (row, text) =>
      book.problems.add(report('NOT_AN_AMOUNT', has('amount') ? 'amount' : 'moneyIn', row, text)),
  })
  book.onProgress?.(done, done)
  return {
    kind: 'mapped bank statement',
    bank: mapping.bank ?? 'other',
    accountNumber: '',
    accountName: '',
    columns: layout.width,
    lines: told.lines,
    totals: told.totals,
    controls: [],
    rounding: told.rounding,
    problems: book.problems.first(),
    problemCount: book.problems.count(),
    remarkCount: book.problems.remarkCount(),
    keptOut: { rows: keptOut + told.keptOut },
    unknownColumns: layout.unknown,
  }
}

const ENOUGH = 2

/** What no mark means where some lines have one: 1 for in and -1 for out, once the balance shows it alike of several. */
function wayOfBlank(moved: readonly number[]): 1 | -1 | null {
  if (moved.length < ENOUGH) return null
  return moved.every((sen) => sen > 0) ? 1 : moved.every((sen) => sen < 0) ? -1 : null
}

const OPENING = /^(?:saldo (?:awal|pindahan)|opening balance|starting balance|beginning balance)\b/i
const SUM = /^(grand ?total|sub ?total|total|jumlah|saldo (awal|akhir)|mutasi|sum|opening|closing|starting|ending)\b/i

/** A line of sums or remarks around the lines, or one that fills nothing that was taught. */
function isNoLine(cells: RowReader<MappedKey>, { columns }: FoundMapping): boolean {
  if (SUM.test(cells.written('day'))) return true
  return [...columns.keys()].every((key) => cells.isBlank(key))
}
