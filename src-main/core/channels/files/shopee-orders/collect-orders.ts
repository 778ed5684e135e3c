import type { RowProblem } from '../../../../../src-shared/channels/channel-file.ts'
import type { Zone } from '../../../../../src-shared/kernel/business-day.ts'
import { LARGEST_AMOUNT, MOST_PIECES_IN_ORDER } from '../../../../../src-shared/kernel/limits.ts'
import { formatNumber, type Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { SheetRow } from '../../../spreadsheet/sheet.ts'
import { createHeadingFinder } from '../reading/heading-again.ts'
import type { ProblemList } from '../reading/problem-list.ts'
import type { Layout } from '../reading/recognise.ts'
import { rowProblem } from '../reading/row-problem.ts'
import { createRowReader, type RowReader } from '../reading/row-reader.ts'
import { FIELDS, type Field, ORDER_MONEY, type OrderMoneyField } from './columns.ts'
import { type ItemLine, piecesOf, readItemLine, withoutRepetition } from './item-line.ts'
import { lostInOrder } from './lost-thousands.ts'
import type { OrderDraft } from './order-draft.ts'
import { dayOfNumber } from './order-number-day.ts'
import { completed, contradictions, readStatement, type Statement } from './statement.ts'

/** Columns of the item itself. Rows that fill nothing else continue the order above them, as in files before 2021. */
const ITEM_FIELDS: ReadonlySet<Field> = new Set<Field>([
  'parentSku',
  'productName',
  'sku',
  'variationName',
  'listPrice',
  'price',
  'pieces',
  'returnedPieces',
  'subtotal',
  'totalDiscount',
  'sellerDiscount',
  'channelDiscount',
  'weight',
])
const ORDER_FIELDS = FIELDS.filter((field) => !ITEM_FIELDS.has(field))

export interface CollectedOrders {
  drafts: readonly OrderDraft[]
  problems: RowProblem[]
  problemCount: number
  remarkCount: number
  /** Rows that belong to no order we can name, and the items of those that tell one. */
  orphanRows: number
  orphanLines: readonly ItemLine[]
}

export interface OrderCollector {
  add(row: SheetRow): void
  /** Call once, after the last row. */
  finish(): CollectedOrders
}

/** Gathers the rows of a sheet into orders, wherever in the file the rows of one order stand. */
export function collectOrders(first: Layout<Field>, zone: Zone, isCsv: boolean, problems: ProblemList): OrderCollector {
  const cells = createRowReader(first.table, zone)
  const headingAgain = createHeadingFinder(first.table)
  let layout = first
  /** Rows stand below headings that we cannot read them by. */
  let isUnreadable = false
  const drafts = new Map<string, OrderDraft>()
  let above: OrderDraft | null = null
  let orphanRows = 0
  const orphanLines: ItemLine[] = []
  /** Cells that seem a thousandth of what was written: by their row, their order or their column, and told once. */
  const doubted = new Set<string>()

  const continuesAbove = () => above !== null && ORDER_FIELDS.every((field) => cells.isBlank(field))

  /** The order of a row and the No. Resi that stands there; a row that continues the order above has none of its own. */
  const readOrder = (): { draft: OrderDraft | null; waybill: string } => {
    if (continuesAbove()) return { draft: above, waybill: '' }
    const number = cells.identifier('number')
    if (number === '' || number.length > 40) {
      cells.report('ORDER_NUMBER_MISSING', 'number')
      return { draft: null, waybill: '' }
    }
    const statement = readStatement(cells)
    const waybill = statement.trackingNumber
    const known = drafts.get(number)
    if (!known) return { draft: newDraft(number, statement), waybill }
    for (const field of contradictions(known.statement, statement)) cells.report('ORDER_CONTRADICTS_ITSELF', field)
    known.statement = completed(known.statement, statement)
    return { draft: known, waybill }
  }

  const newDraft = (number: string, statement: Statement): OrderDraft => {
    return { number, layout, numberedOn: dayOfNumber(number, zone), rows: [], isKeptOut: false, statement, lines: [] }
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
        cells.report('ROW_SHIFTED', 'number')
        problems.add(...cells.problems())
        orphanRows++
        return
      }
      if (isNoOrder(cells)) return
      if (isCsv && row.cells.length > layout.lastColumn + 1) cells.report('ROW_SHIFTED', 'number')
      const { draft, waybill } = readOrder()
      const line = readItemLine(cells, waybill)
      // A status stands on every row of its order; once is enough to say that we do not know it.
      const isFirst = draft?.rows.length === 0
      const found = cells.problems().filter(({ code }) => isFirst || code !== 'STATUS_UNKNOWN')
      for (const { code, row, columnLetter } of found)
        if (code === 'THOUSANDS_LOST') doubted.add(placeOf(row, columnLetter))
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

    finish() {
      const draftByRow = new Map<number, OrderDraft>()
      const report = (draft: OrderDraft, code: RowProblem['code'], field: Field, row: number, value = '') => {
        const found = rowProblem(draft.layout, code, field, { row, value, orderNumber: draft.number })
        problems.add(found)
        if (found.blocks) draft.isKeptOut = true
      }
      for (const draft of drafts.values()) {
        for (const row of draft.rows) draftByRow.set(row, draft)
        for (const [code, field] of untold(draft)) report(draft, code, field, draft.rows[0]!)
        const tooMuch = largerThanAnOrder(draft)
        if (tooMuch) report(draft, tooMuch.code, tooMuch.field, draft.rows[0]!, tooMuch.value)
        const difference = settlePieces(draft)
        if (difference) report(draft, 'AMOUNTS_DO_NOT_ADD_UP', 'piecesInOrder', draft.rows[0]!, difference)
      }
      /** The order stays out, or the amount does; what it seems to be worth must not be shown as if it were so. */
      const doubt = (draft: OrderDraft, code: RowProblem['code'], field: Field, row: number, amount: Rupiah) => {
        const cell = placeOf(row, draft.layout.columns.get(field)?.letter)
        if (!doubted.has(cell)) report(draft, code, field, row, formatNumber(amount))
        doubted.add(cell)
        if (field === 'price' || field === 'listPrice') draft.lines = []
        if (isOrderMoney(field)) draft.statement.money[field] = null
      }
      for (const draft of drafts.values()) {
        if (draft.isKeptOut) continue
        const { money, buyerPayment } = draft.statement
        const amounts = { lines: draft.lines, money, buyerPayment: buyerPayment ?? 0 }
        for (const { field, line, amount } of lostInOrder(amounts, (field) => first.table.needed.includes(field)))
          doubt(draft, 'THOUSANDS_LOST', field, draft.rows[line] ?? draft.rows[0]!, amount)
      }
      for (const { row, field, amount, why } of cells.doubtfulCells(isCsv)) {
        const draft = draftByRow.get(row)
        if (!draft) continue
        doubt(draft, why === 'comma' ? 'NOT_AN_AMOUNT' : 'THOUSANDS_LOST', field, row, amount)
      }
      return {
        drafts: [...drafts.values()],
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

const SUM = /^(grand ?total|sub ?total|total|jumlah|sum)\b|\s/i

/** A line of sums or remarks below the orders. */
function isNoOrder(cells: RowReader<Field>): boolean {
  return SUM.test(cells.written('number')) && cells.isBlank('status') && cells.isBlank('productName')
}

const isOrderMoney = (field: Field): field is OrderMoneyField => Object.hasOwn(ORDER_MONEY, field)

/** What none of the rows of an order told; an order that is out already has its reason. */
function untold({ statement, isKeptOut }: OrderDraft): [RowProblem['code'], Field][] {
  const missing: [RowProblem['code'], Field][] = []
  if (isKeptOut) return missing
  if (statement.status === '') missing.push(['STATUS_MISSING', 'status'])
  if (statement.buyerPayment === null) missing.push(['NOT_AN_AMOUNT', 'buyerPayment'])
  return missing
}

/** Each line may be sound and all of them together still more than an order can be. */
function largerThanAnOrder({ lines }: OrderDraft): { code: RowProblem['code']; field: Field; value: string } | null {
  const pieces = piecesOf(lines)
  if (pieces > MOST_PIECES_IN_ORDER) return { code: 'NOT_A_QUANTITY', field: 'pieces', value: formatNumber(pieces) }
  const value = lines.reduce((sum, { listPrice, pieces }) => sum + listPrice * pieces, 0)
  return value > LARGEST_AMOUNT ? { code: 'NOT_AN_AMOUNT', field: 'price', value: formatNumber(value) } : null
}

/** Holds the pieces of the lines against the number the order states; an order pasted twice is taken once. */
function settlePieces(draft: OrderDraft): string | null {
  const stated = draft.statement.piecesInOrder
  const counted = piecesOf(draft.lines)
  if (stated === null || stated === 0 || draft.isKeptOut || stated === counted) return null
  draft.lines = withoutRepetition(draft.lines, stated) ?? draft.lines
  return `${formatNumber(stated)} ≠ ${formatNumber(counted)}`
}
