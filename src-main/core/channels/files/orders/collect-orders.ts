import type { RowProblem } from '../../../../../src-shared/channels/channel-file.ts'
import type { Zone } from '../../../../../src-shared/kernel/business-day.ts'
import { LARGEST_AMOUNT, MOST_PIECES_IN_ORDER } from '../../../../../src-shared/kernel/limits.ts'
import { formatNumber, type Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import { mayHaveLostThousands } from '../../../../../src-shared/kernel/written-amount.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { fieldsOf } from '../reading/column-table.ts'
import { createHeadingFinder } from '../reading/heading-again.ts'
import type { ProblemList } from '../reading/problem-list.ts'
import type { Layout } from '../reading/recognise.ts'
import { rowProblem } from '../reading/row-problem.ts'
import { createRowReader } from '../reading/row-reader.ts'
import { type ItemLine, piecesOf } from './item-line.ts'
import type { OrderDraft, OrderFinding, OrderList, OrderStatement } from './order-list.ts'

export interface CollectedOrders<Draft> {
  /** Whoever takes them over may let go of them one by one. */
  drafts: Draft[]
  problems: RowProblem[]
  problemCount: number
  remarkCount: number
  /** Rows that belong to no order we can name, and the items of those that tell one. */
  orphanRows: number
  orphanLines: readonly ItemLine[]
}

export interface OrderCollector<Draft> {
  add(row: SheetRow): void
  /** The rows go on below the headings of another sheet of the same layout. */
  turnSheet(): void
  /** An order stands on two sheets, and not only where one ends and the next begins. */
  isToldTwice(): boolean
  /** Call once, after the last row. */
  finish(): CollectedOrders<Draft>
}

/** Gathers the rows of a sheet into orders, wherever in the file the rows of one order stand. */
export function collectOrders<Field extends string, Statement extends OrderStatement, Line extends ItemLine>(
  list: OrderList<Field, Statement, Line>,
  first: Layout<Field>,
  { zone, isCsv, problems }: { zone: Zone; isCsv: boolean; problems: ProblemList },
): OrderCollector<OrderDraft<Field, Statement, Line>> {
  type Draft = OrderDraft<Field, Statement, Line>
  const { identity } = first.table
  const allFields = fieldsOf(first.table)
  const orderFields = allFields.filter((field) => !list.itemFields.has(field))
  const cells = createRowReader(first.table, zone)
  const headingAgain = createHeadingFinder(first.table)
  let layout = first
  /** Rows stand below headings that we cannot read them by. */
  let isUnreadable = false
  const drafts = new Map<string, Draft>()
  let above: Draft | null = null
  /** Orders of the sheets before; the last of them may go on. */
  let earlier: ReadonlySet<Draft> = new Set()
  /** The lines that the last order had when its sheet ended. */
  let atSheetsEnd: ReadonlySet<string> | null = null
  let isToldTwice = false
  let orphanRows = 0
  const orphanLines: ItemLine[] = []
  /** Cells that seem a thousandth of what was written: by their row, their order or their column, and told once. */
  const doubted = new Set<string>()

  const continuesAbove = () => above !== null && orderFields.every((field) => cells.isBlank(field))

  /** The order of a row and the No. Resi that stands there; a row that continues the order above has none of its own. */
  const readOrder = (): { draft: Draft | null; waybill: string } => {
    if (continuesAbove()) return { draft: above, waybill: '' }
    const number = cells.identifier(identity)
    if (number === '' || number.length > 40) {
      cells.report('ORDER_NUMBER_MISSING', identity)
      return { draft: null, waybill: '' }
    }
    const statement = list.readStatement(cells)
    const waybill = statement.trackingNumber
    const known = drafts.get(number)
    if (!known) return { draft: newDraft(number, statement), waybill }
    for (const field of list.contradictions(known.statement, statement)) cells.report('ORDER_CONTRADICTS_ITSELF', field)
    known.statement = list.completed(known.statement, statement)
    return { draft: known, waybill }
  }

  const newDraft = (number: string, statement: Statement): Draft => {
    const numberedOn = list.dayOfNumber(number, zone)
    list.holdDays?.(cells, numberedOn)
    return {
      number,
      layout,
      numberedOn,
      rows: [],
      isKeptOut: false,
      statement,
      lines: [],
      againAt: [],
    }
  }

  /** A line of sums or remarks below the orders. */
  const isNoOrder = (row: SheetRow) =>
    (SUM.test(cells.written(identity)) || (cells.isBlank(identity) && SUM_IN_FRONT.test(firstTextOf(row)))) &&
    cells.isBlank(list.fields.status) &&
    cells.isBlank(list.fields.productName)

  /** Each line may be sound and all of them together still more than an order can be. */
  const largerThanAnOrder = ({ lines }: Draft): OrderFinding<Field>[] => {
    const pieces = piecesOf(lines)
    if (pieces > MOST_PIECES_IN_ORDER)
      return [{ code: 'NOT_A_QUANTITY', field: list.fields.pieces, value: formatNumber(pieces) }]
    const value = lines.reduce((sum, { listPrice, pieces }) => sum + listPrice * pieces, 0)
    return value > LARGEST_AMOUNT
      ? [{ code: 'NOT_AN_AMOUNT', field: list.fields.price, value: formatNumber(value) }]
      : []
  }

  /**
   * No amount of it shows that its file wrote thousands out. What was called off before anything was paid shows nothing, and needs no
   * price.
   */
  const isAllSmall = ({ lines, statement, isKeptOut }: Draft): boolean => {
    const paid = list.paidInAll(statement)
    return (
      !isKeptOut &&
      (paid === null || (paid > 0 && paid < 1000)) &&
      lines.some(({ price }) => mayHaveLostThousands(price)) &&
      lines.every(({ listPrice }) => listPrice < 1000)
    )
  }

  const turnTo = (next: Layout<Field> | null) => {
    layout = next ?? layout
    isUnreadable = next === null
    above = null
  }

  return {
    add(row) {
      const again = headingAgain(row, layout)
      if (again && !again.isGlued) {
        turnTo(again.layout)
        return
      }
      cells.start(row, layout)
      if (isUnreadable) {
        cells.report('ROW_SHIFTED', identity)
        problems.add(...cells.problems())
        orphanRows++
        return
      }
      if (isNoOrder(row) || list.isNote?.(cells)) return
      // `Dicetak oleh admin` below the orders, under a heading that nobody reads
      if (allFields.every((field) => cells.isBlank(field))) return
      if (isCsv && row.cells.length > layout.lastColumn + 1) cells.report('ROW_SHIFTED', identity)
      const { draft, waybill } = readOrder()
      const line = list.readLine(cells, waybill)
      // A status stands on every row of its order; once is enough to say that we do not know it.
      const isFirst = draft?.rows.length === 0
      const found = cells.problems().filter(({ code }) => isFirst || code !== 'STATUS_UNKNOWN')
      for (const { code, row, columnLetter } of found)
        if (code === 'THOUSANDS_LOST') doubted.add(placeOf(row, columnLetter))
      if (draft && draft !== above && earlier.has(draft)) isToldTwice = true
      if (draft !== above) atSheetsEnd = null
      // an order that goes on has other lines there; the same ones are a copy of the sheet
      if (line && atSheetsEnd?.has(JSON.stringify(line))) isToldTwice = true
      if (draft && draft !== above && draft.lines.length > 0) draft.againAt.push(draft.lines.length)
      above = draft
      if (draft) {
        drafts.set(draft.number, draft)
        draft.rows.push(row.number)
        if (line) draft.lines.push(line)
        if (!line || found.some(({ blocks }) => blocks)) draft.isKeptOut = true
      } else {
        orphanRows++
        if (line) orphanLines.push(line)
      }
      problems.add(...found.map((problem) => ({ ...problem, orderNumber: draft?.number ?? problem.orderNumber })))
      if (again) turnTo(again.layout)
    },

    turnSheet() {
      earlier = new Set(drafts.values())
      atSheetsEnd = new Set(above?.lines.map((line) => JSON.stringify(line)))
    },
    isToldTwice: () => isToldTwice,

    finish() {
      const draftByRow = new Map<number, Draft>()
      const report = (draft: Draft, code: RowProblem['code'], field: Field, row: number, value = '') => {
        const found = rowProblem(draft.layout, code, field, { row, value, orderNumber: draft.number })
        problems.add(found)
        if (found.blocks) draft.isKeptOut = true
      }
      for (const draft of drafts.values()) {
        for (const row of draft.rows) draftByRow.set(row, draft)
        const findings = (found: readonly OrderFinding<Field>[]) => {
          for (const { code, field, value } of found) report(draft, code, field, draft.rows[0]!, value)
        }
        // an order that is out already has its reason
        if (!draft.isKeptOut) findings(list.untold(draft.statement))
        findings(largerThanAnOrder(draft))
        if (!draft.isKeptOut) findings(list.settled(draft))
      }
      /** The order stays out, or the amount does; what it seems to be worth must not be shown as if it were so. */
      const doubt = (draft: Draft, code: RowProblem['code'], field: Field, row: number, amount: Rupiah) => {
        const cell = placeOf(row, draft.layout.columns.get(field)?.letter)
        if (!doubted.has(cell)) report(draft, code, field, row, formatNumber(amount))
        doubted.add(cell)
        if (list.worth.includes(field)) draft.lines = []
        list.forget(draft.statement, field)
      }
      for (const draft of drafts.values()) {
        if (draft.isKeptOut) continue
        for (const { field, line, amount } of list.lostAmounts(draft))
          doubt(draft, 'THOUSANDS_LOST', field, draft.rows[line] ?? draft.rows[0]!, amount)
      }
      for (const { row, field, value } of cells.doubtfulMoments()) {
        const draft = draftByRow.get(row)
        if (draft) report(draft, 'DAY_OR_MONTH', field, row, value)
      }
      for (const { row, field, amount, why } of cells.doubtfulCells(isCsv)) {
        const draft = draftByRow.get(row)
        if (!draft) continue
        doubt(draft, why === 'comma' ? 'NOT_AN_AMOUNT' : 'THOUSANDS_LOST', field, row, amount)
      }
      // texts and numbers of a workbook look alike once it is a CSV: beside 92.500 an order of 85 in all may be one of 85.000
      const allSmall = new Set(isCsv ? [...drafts.values()].filter(isAllSmall) : [])
      if (allSmall.size > 0)
        for (const { row, field, amount } of cells.smallBesideDots()) {
          const draft = draftByRow.get(row)
          if (draft && allSmall.has(draft) && list.worth.includes(field))
            doubt(draft, 'THOUSANDS_LOST', field, row, amount)
        }
      const all = [...drafts.values()]
      drafts.clear()
      return {
        drafts: all,
        problems: problems.first(),
        problemCount: problems.count(),
        remarkCount: problems.remarkCount(),
        orphanRows,
        orphanLines,
      }
    },
  }
}

const placeOf = (row: number, columnLetter = '') => `${columnLetter}${row}`

const firstTextOf = ({ cells }: SheetRow): string =>
  String(cells.map(contentOf).find((content) => content !== null && String(content).trim() !== '') ?? '').trim()

const SUM_IN_FRONT = /^(grand ?total|sub ?total|total|jumlah|sum)\b/i
const SUM = /^(grand ?total|sub ?total|total|jumlah|sum)\b|\s/i
