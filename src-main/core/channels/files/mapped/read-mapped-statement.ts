import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BankFile, BankStatementLine, BankTotals } from '../../../../../src-shared/bank/bank-file.ts'
import type { MappedBankField } from '../../../../../src-shared/channels/file-mapping.ts'
import { businessDay } from '../../../../../src-shared/kernel/business-day.ts'
import { LARGEST_AMOUNT } from '../../../../../src-shared/kernel/limits.ts'
import { contentOf, isFormula, type PlainCell, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { createMoneyColumn } from '../bank-statements/bank-money.ts'
import { breaksOf, type Moved, oldestFirst, rounded } from '../bank-statements/running-balance.ts'
import type { BookToRead } from '../book.ts'
import { midnightOf } from '../reading/moments.ts'
import { rowProblem } from '../reading/row-problem.ts'
import { createRowReader, type RowReader } from '../reading/row-reader.ts'
import type { FoundMapping, MappedKey } from './mapped-layout.ts'
import { normalWord } from './survey.ts'

interface Line extends Moved {
  row: number
  day: string
  at: number
  description: string
  reference: string
}

/** A bank or wallet statement by a mapping: amounts in sen, so that nothing is rounded before the balance was followed. */
export async function readMappedStatement(found: FoundMapping, book: BookToRead): Promise<BankFile> {
  const { layout, columns, sheet, headingRow, mapping } = found
  const has = (field: MappedBankField) => columns.has(field)
  const means = new Map(mapping.words.map(({ word, means }) => [normalWord(word), means]))
  const cells = createRowReader(layout.table, book.zone)
  const money = createMoneyColumn()
  const lines: Line[] = []
  let keptOut = 0
  let done = 0
  let current: SheetRow = { number: 1, cells: [] }

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
    if (!has('direction')) return amount.mark === 'out' ? -Math.abs(amount.sen) : amount.sen
    const word = cells.written('direction')
    const way = means.get(normalWord(word))
    if (way === 'in') return Math.abs(amount.sen)
    if (way === 'out') return -Math.abs(amount.sen)
    cells.report('WORD_NOT_TAUGHT', 'direction', word)
    return null
  }

  function readLine(row: SheetRow): Line | null {
    const at = cells.moment('day')
    if (at === null && cells.isBlank('day')) cells.report('NOT_A_DATE', 'day')
    const sen = movedSen()
    const balance = has('balance') ? senOf('balance') : null
    if (at === null || sen === null || balance === undefined) return null
    return {
      row: row.number,
      at,
      day: businessDay(at, book.zone),
      description: has('description') ? cells.text('description', 'address') : '',
      reference: has('reference') ? cells.identifier('reference') : '',
      sen,
      balanceSen: balance === null ? null : balance.mark === 'out' ? -Math.abs(balance.sen) : balance.sen,
      balanceBeforeSen: null,
    }
  }

  for await (const batch of book.rowsOf(sheet)) {
    book.signal?.throwIfAborted()
    for (const row of batch) {
      if (row.number <= headingRow) continue
      current = row
      cells.start(row, layout)
      if (isNoLine(cells, found)) continue
      const line = readLine(row)
      book.problems.add(...cells.problems())
      if (line && !cells.problems().some(({ blocks }) => blocks)) lines.push(line)
      else keptOut++
    }
    done += batch.length
    book.onProgress?.(done, null)
    await nextTurn()
  }

  const booked = oldestFirst(lines)
  const [first] = breaksOf(booked)
  if (first) {
    const { row } = booked[first.at]!
    const value = `${formatSen(first.statedSen)} ≠ ${formatSen(first.computedSen)}`
    book.problems.add({
      ...rowProblem(layout, 'BALANCE_BREAKS', 'balance', { row, value, orderNumber: '' }),
      blocks: false,
    })
  }
  const told: BankStatementLine[] = []
  const rounding = { lines: 0, sen: 0 }
  let before: number | null = null
  for (const line of booked) {
    const { amount, balance } = rounded(line, before)
    before = line.balanceSen ?? (before === null ? null : before + line.sen)
    if (Math.abs(amount) > LARGEST_AMOUNT) {
      const value = String(amount)
      book.problems.add(
        rowProblem(layout, 'NOT_AN_AMOUNT', has('amount') ? 'amount' : 'moneyIn', {
          row: line.row,
          value,
          orderNumber: '',
        }),
      )
      keptOut++
      continue
    }
    if (line.sen === 0) continue
    if (line.sen % 100 !== 0) {
      rounding.lines++
      rounding.sen += amount * 100 - line.sen
    }
    const { day, at, description, reference } = line
    told.push({
      day,
      at: midnightOf(day, book.zone) === at ? null : at,
      description,
      amount,
      balance,
      reference,
      isPending: false,
    })
  }
  book.onProgress?.(done, done)
  const statement = {
    kind: 'mapped bank statement' as const,
    bank: 'other' as const,
    accountNumber: '',
    accountName: '',
    columns: layout.width,
    lines: told,
    totals: totalsOf(told),
    controls: [],
    rounding,
    problems: book.problems.first(),
    problemCount: book.problems.count(),
    remarkCount: book.problems.remarkCount(),
    keptOut: { rows: keptOut },
    unknownColumns: layout.unknown,
  }
  return statement
}

const SUM = /^(grand ?total|sub ?total|total|jumlah|saldo (awal|akhir)|mutasi|sum|opening|closing|starting|ending)\b/i

/** A line of sums or remarks around the lines, or one that fills nothing that was taught. */
function isNoLine(cells: RowReader<MappedKey>, { columns }: FoundMapping): boolean {
  if (SUM.test(cells.written('day'))) return true
  return [...columns.keys()].every((key) => cells.isBlank(key))
}

const formatSen = (sen: number): string => (sen / 100).toFixed(2)

function totalsOf(lines: readonly BankStatementLine[]): BankTotals {
  const sum = (of: (amount: number) => boolean) =>
    lines.reduce((total, { amount }) => (of(amount) ? total + amount : total), 0)
  const first = lines[0]
  const days = lines.map(({ day }) => day).toSorted()
  return {
    rows: lines.length,
    opening: first?.balance == null ? null : first.balance - first.amount,
    in: sum((amount) => amount > 0),
    out: sum((amount) => amount < 0),
    closing: lines.at(-1)?.balance ?? null,
    pending: 0,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  }
}
