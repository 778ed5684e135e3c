import type { RowProblemCode } from '../../../../../src-shared/channels/channel-file.ts'
import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import { formatNumber } from '../../../../../src-shared/kernel/rupiah.ts'
import type { SettlementLine, SettlementStatement } from '../../../../../src-shared/settlements/settlement-file.ts'
import { readSignedAmount } from '../../../spreadsheet/money/amounts.ts'
import { createNumberStyle, doubtfulCells, type NumberStyle } from '../../../spreadsheet/money/number-style.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { type EitherDay, isEither, type ReportDays } from '../reading/days.ts'
import type { ProblemList } from '../reading/problem-list.ts'
import { type Column, orderNumberOf, problemAt, type RowCells, rowCells, textOf } from '../reading/report-cells.ts'
import { isRounded } from '../reading/rounded.ts'
import { isShifted } from '../reading/shifted.ts'
import { numberedDay } from '../shopee-orders/order-number-day.ts'
import { type Details, isProductRow } from './details.ts'
import { type AmountColumn, type IncomeLayout, incomeLayout, isOrderNumber } from './income-layout.ts'
import { bareName, meaningOf } from './names.ts'

/** The line of what a file's own total says beyond its columns. */
export const BEYOND_COLUMNS = 'Selisih dengan Total Penghasilan'

/** An income row that was read, and where it stands. */
interface Entry {
  settlement: SettlementStatement
  /** Amounts by column, to hold against the summary. */
  layout: IncomeLayout
  amounts: Rupiah[]
  row: number
  /** Where its day may be meant either way; all cells of the file tell which. */
  either: EitherDay | null
  isOut: boolean
}

export interface IncomeSheet {
  add(row: SheetRow): void
}

export interface CollectedIncome {
  settlements: SettlementStatement[]
  /** Σ by column of what is taken in, in the order of the file. */
  columns: { name: string; amount: Rupiah }[]
  others: { name: string; amount: Rupiah }[]
  parts: { of: string; name: string; amount: Rupiah }[]
  rows: number
  keptOut: { rows: number; released: Rupiah }
  unknownColumns: string[]
}

export interface IncomeCollector {
  /** A sheet of income rows; `place` names it where there are several. */
  sheet(layout: IncomeLayout, place: string): IncomeSheet
  finish(): CollectedIncome
}

export interface IncomeContext {
  details: Details
  days: ReportDays
  isCsv: boolean
  problems: ProblemList
}

export function collectIncome({ details, days, isCsv, problems }: IncomeContext): IncomeCollector {
  const entries: Entry[] = []
  const byKey = new Map<string, Entry[]>()
  const sums = createColumnSums()
  const unknown = new Set<string>()
  const keptOut = { rows: 0, released: 0 }
  const finishers: (() => void)[] = []

  const keepOut = (cells: RowCells, released: Rupiah | null) => {
    problems.add(...cells.problems)
    keptOut.rows++
    keptOut.released += released ?? 0
  }

  function sheet(first: IncomeLayout, place: string): IncomeSheet {
    let layout = first
    const styles = new Map<Column, NumberStyle>()
    const entryOfRow = new Map<number, Entry>()
    const products = new Map<string, number>()
    const orders = new Set<string>()
    /** Orders whose row names no product, in a sheet without the column that tells their rows from those of products. */
    const wholeOrders = new Set<string>()
    const productOf = (row: SheetRow) => textOf(row, layout.productId).replace(/^-$/, '')
    const isBesideItsOrder = (row: SheetRow, orderNumber: string) =>
      wholeOrders.has(orderNumber) && productOf(row) !== ''

    const styleOf = (column: Column) => {
      const style = styles.get(column) ?? createNumberStyle()
      styles.set(column, style)
      return style
    }

    /** The amount of a cell, counted as evidence of how its column is written; null when it cannot be read. */
    const read = (cells: RowCells, column: AmountColumn, row: SheetRow): Rupiah | null => {
      const reading = cells.amount(column)
      styleOf(column).add(reading, row.number)
      if (reading.amount !== null) return reading.amount
      if (reading.style === 'nothing') return 0
      // a new column of words is no amount, and takes no order out
      const isText = !column.isKnown && !/\d/.test(textOf(row, column))
      cells.report('NOT_AN_AMOUNT', column, undefined, !isText)
      return isText ? 0 : null
    }

    finishers.push(() => {
      const keepOutLater = (entry: Entry, column: Column, code: RowProblemCode, value: string) => {
        entry.isOut = true
        keptOut.rows++
        keptOut.released += entry.settlement.released
        const { orderNumber } = entry.settlement
        problems.add(problemAt(entry.row, column, code, { orderNumber, place, value, blocks: true }))
      }
      for (const entry of entryOfRow.values()) {
        if (entry.either === null) continue
        const day = days.settled(entry.either)
        if (day !== null) entry.settlement.releasedOn = day
        else keepOutLater(entry, entry.layout.releasedOn!, 'DAY_OR_MONTH', entry.either.written)
      }
      for (const { field, row, amount, why } of doubtfulCells(styles, {
        isCsv,
        prices: [...styles.keys()],
        summed: [...styles.keys()],
        unmarked: [],
      })) {
        const entry = entryOfRow.get(row)
        if (!entry || entry.isOut) continue
        const value = why === 'comma' ? formatNumber(amount).replaceAll('.', ',') : String(amount)
        keepOutLater(entry, field, why === 'comma' ? 'NOT_AN_AMOUNT' : 'THOUSANDS_LOST', value)
      }
      for (const [orderNumber, row] of products) {
        if (orders.has(orderNumber)) continue
        keptOut.rows++
        const at = { orderNumber, place, value: '', blocks: true }
        problems.add(problemAt(row, layout.viewBy!, 'ORDER_ROW_MISSING', at))
      }
    })

    return {
      add(row) {
        const again = headingAgain(row, layout)
        if (again) {
          layout = again
          return
        }
        const orderNumber = orderNumberOf(row, layout.orderNumber)
        if (isProductRow(row, layout.viewBy)) {
          if (orderNumber !== '' && !products.has(orderNumber)) products.set(orderNumber, row.number)
          return
        }
        if (isBesideItsOrder(row, orderNumber)) return
        if (holdsNoMoney(row, layout) || isSumRow(row, layout, orderNumber)) return
        orders.add(orderNumber)
        if (!layout.viewBy && layout.productId && productOf(row) === '') wholeOrders.add(orderNumber)
        const cells = rowCells(row, orderNumber, place, days)
        if (isCsv && isShifted(row, layout.lastColumn)) cells.report('ROW_SHIFTED', layout.orderNumber!)
        const amounts = layout.amounts.map((column) => read(cells, column, row))
        const sum = amounts.reduce<Rupiah>((all, amount) => all + (amount ?? 0), 0)
        const total = layout.total ? readTotal(cells, layout.total, row.number) : sum
        if (layout.placedOn) days.hold(contentOf(row.cells[layout.placedOn.index]), numberedDay(orderNumber))
        if (layout.releasedOn)
          days.holdToPeriod(contentOf(row.cells[layout.releasedOn.index]), numberedDay(orderNumber))
        const told = cells.dayOrEither(layout.releasedOn)
        const releasedOn = isEither(told) ? told.dayFirst : told
        if (orderNumber === '') cells.report('ORDER_NUMBER_MISSING', layout.orderNumber!)
        else if (isRounded(contentOf(row.cells[layout.orderNumber!.index]), orderNumber))
          cells.report('DIGITS_LOST', layout.orderNumber!)
        if (releasedOn === null && !cells.problems.some(({ code }) => code === 'NOT_A_DATE' || code === 'FORMULA_CELL'))
          cells.report('NOT_RELEASED', layout.releasedOn!, '')
        if (cells.isBlocked() || releasedOn === null || total === null) return keepOut(cells, total)
        const beyond = total - sum
        if (beyond !== 0 && layout.total)
          cells.report('AMOUNTS_DO_NOT_ADD_UP', layout.total, `${formatNumber(total)} ≠ ${formatNumber(sum)}`, false)
        const known = amounts.map((amount) => amount ?? 0)
        const reference = textOf(row, layout.reference)
        const settlement: SettlementStatement = {
          kind: 'order',
          orderNumber,
          reference,
          releasedOn,
          released: total,
          lines: linesOf(layout, known, beyond, orderNumber, cells),
          description: details.shippingReasons.get(orderNumber) ?? '',
        }
        const entry: Entry = {
          settlement,
          layout,
          amounts: known,
          row: row.number,
          either: isEither(told) ? told : null,
          isOut: false,
        }
        const key = `${orderNumber}\n${reference}`
        const same = byKey.get(key) ?? []
        if (same.some((other) => isSame(other.settlement, settlement))) {
          cells.report('ROW_TWICE', layout.orderNumber!, orderNumber, false)
          problems.add(...cells.problems)
          return
        }
        byKey.set(key, [...same, entry])
        problems.add(...cells.problems)
        entries.push(entry)
        entryOfRow.set(row.number, entry)
        sums.addOthers(row, layout)
      },
    }

    function readTotal(cells: RowCells, column: Column, row: number): Rupiah | null {
      const reading = cells.amount(column)
      styleOf(column).add(reading, row)
      // what a row releases must stand there: a blank is not nothing
      if (reading.amount === null && !cells.isBlocked()) cells.report('NOT_AN_AMOUNT', column)
      return reading.amount
    }
  }

  function linesOf(
    layout: IncomeLayout,
    amounts: readonly Rupiah[],
    beyond: Rupiah,
    orderNumber: string,
    cells: RowCells,
  ): SettlementLine[] {
    const lines: SettlementLine[] = []
    for (const [at, column] of layout.amounts.entries()) {
      const amount = amounts[at]!
      if (!column.isKnown && amount !== 0) unknown.add(column.name)
      lines.push(...splitLines(column, amount, orderNumber, cells))
    }
    compareRepeated(layout, amounts, orderNumber, cells)
    if (beyond !== 0) lines.push({ name: BEYOND_COLUMNS, amount: beyond })
    return lines
  }

  /** The programmes of a column where the details add up to it, else the column itself, and a remark where they do not. */
  function splitLines(column: AmountColumn, amount: Rupiah, orderNumber: string, cells: RowCells): SettlementLine[] {
    const byOrder = details.splits.get(meaningOf(column.name))
    const whole = amount === 0 ? [] : [{ name: column.name, amount }]
    if (!byOrder) return whole
    const told = byOrder.get(orderNumber) ?? []
    const at = told.findIndex((parts) => parts.reduce((sum, part) => sum + part.amount, 0) === amount)
    if (at >= 0) {
      const [parts = []] = told.splice(at, 1)
      return parts.filter((part) => part.amount !== 0).map((part) => ({ ...part, of: column.name }))
    }
    if (amount === 0 && told.length === 0) return []
    const sum = told.flat().reduce((all, part) => all + part.amount, 0)
    cells.report('AMOUNTS_DO_NOT_ADD_UP', column, `${formatNumber(amount)} ≠ ${formatNumber(sum)}`, false)
    return whole
  }

  function compareRepeated(layout: IncomeLayout, amounts: readonly Rupiah[], orderNumber: string, cells: RowCells) {
    for (const { of, isGroup, byOrder } of details.repeated) {
      const told = byOrder.get(orderNumber)
      const isMeant = ({ name, group }: AmountColumn) => (isGroup ? bareName(group) : meaningOf(name)) === of
      const column = layout.amounts.find(isMeant)
      if (told === undefined || !column) continue
      const sum = layout.amounts.reduce((all, each, at) => (isMeant(each) ? all + amounts[at]! : all), 0)
      // some sheets write what is paid without its sign
      if (Math.abs(told) === Math.abs(sum)) continue
      cells.report('AMOUNTS_DO_NOT_ADD_UP', column, `${formatNumber(sum)} ≠ ${formatNumber(told)}`, false)
    }
  }

  return {
    sheet,
    finish() {
      for (const finish of finishers) finish()
      const taken = entries.filter(({ isOut }) => !isOut)
      for (const entry of taken) sums.add(entry)
      return {
        settlements: taken.map(({ settlement }) => settlement),
        columns: sums.columns(),
        others: sums.others(),
        parts: partsOf(taken),
        rows: taken.length,
        keptOut,
        unknownColumns: [...unknown],
      }
    },
  }
}

/** Where two downloads were pasted together the headings stand in the middle too. */
function headingAgain(row: SheetRow, { orderNumber }: IncomeLayout): IncomeLayout | null {
  const cell = contentOf(row.cells[orderNumber!.index])
  const looksLike = (text: unknown) => typeof text === 'string' && text.length < 40 && isOrderNumber(text)
  if (!looksLike(cell) && !row.cells.slice(0, 8).some((each) => looksLike(contentOf(each)))) return null
  const layout = incomeLayout(row, [])
  return layout && layout.missing.length === 0 ? layout : null
}

/** Titles and notes in the middle of a sheet: no amount and no day, so nothing could be lost. */
const holdsNoMoney = (row: SheetRow, { amounts, total, releasedOn }: IncomeLayout): boolean =>
  [...amounts, ...(total ? [total] : []), releasedOn!].every((column) => {
    const content = contentOf(row.cells[column.index])
    return content === null || String(content).trim() === '' || String(content).trim() === '-'
  })

/** A row that sums up the others, as people add below and Shopee writes above. */
const isSumRow = (row: SheetRow, { releasedOn }: IncomeLayout, orderNumber: string): boolean =>
  (orderNumber === '' || /^(sub ?)?total\b|^jumlah\b/i.test(orderNumber)) &&
  textOf(row, releasedOn) === '' &&
  row.cells
    .slice(0, 8)
    .some((cell) => /^\s*(sub ?total|total|jumlah|grand total)\b/i.test(String(contentOf(cell) ?? '')))

/** Whatever a layout calls its columns and in which order they stand. */
const isSame = (a: SettlementStatement, b: SettlementStatement): boolean =>
  a.releasedOn === b.releasedOn && a.released === b.released && amountsOf(a) === amountsOf(b)

const amountsOf = ({ lines }: SettlementStatement): string =>
  lines
    .map(({ amount }) => amount)
    .sort((a, b) => a - b)
    .join()

/** Σ by column over layouts that may differ from sheet to sheet; columns of one name in one sheet stay apart. */
function createColumnSums() {
  const columns = new Map<string, { name: string; amount: Rupiah }>()
  const others = new Map<string, { name: string; amount: Rupiah }>()
  const keysOf = new Map<IncomeLayout, string[]>()
  const keys = (layout: IncomeLayout): string[] => {
    const known = keysOf.get(layout)
    if (known) return known
    const times = new Map<string, number>()
    const made = layout.amounts.map(({ name }) => {
      const turn = (times.get(name) ?? 0) + 1
      times.set(name, turn)
      const key = turn === 1 ? name : `${name} #${turn}`
      if (!columns.has(key)) columns.set(key, { name: key, amount: 0 })
      return key
    })
    keysOf.set(layout, made)
    return made
  }
  return {
    add({ layout, amounts, settlement }: Entry) {
      for (const [at, key] of keys(layout).entries()) columns.get(key)!.amount += amounts[at]!
      const beyond = settlement.lines.find(({ name }) => name === BEYOND_COLUMNS)
      if (!beyond) return
      const sum = columns.get(BEYOND_COLUMNS) ?? { name: BEYOND_COLUMNS, amount: 0 }
      columns.set(BEYOND_COLUMNS, { ...sum, amount: sum.amount + beyond.amount })
    },
    addOthers(row: SheetRow, layout: IncomeLayout) {
      for (const { index, name } of layout.others) {
        const { amount } = readSignedAmount(contentOf(row.cells[index]))
        if (amount === null) continue
        const sum = others.get(name) ?? { name, amount: 0 }
        others.set(name, { name, amount: sum.amount + amount })
      }
    },
    columns: () => [...columns.values()],
    others: () => [...others.values()],
  }
}

function partsOf(entries: readonly Entry[]) {
  const parts = new Map<string, { of: string; name: string; amount: Rupiah }>()
  for (const { settlement } of entries) {
    for (const { of, name, amount } of settlement.lines) {
      if (of === undefined) continue
      const sum = parts.get(`${of}\n${name}`) ?? { of, name, amount: 0 }
      parts.set(`${of}\n${name}`, { ...sum, amount: sum.amount + amount })
    }
  }
  return [...parts.values()]
}
