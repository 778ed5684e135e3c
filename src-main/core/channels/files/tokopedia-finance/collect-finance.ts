import {
  type BusinessDay,
  businessDay,
  type Instant,
  type Zone,
} from '../../../../../src-shared/kernel/business-day.ts'
import { formatNumber, type Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { SettlementLine, SettlementStatement } from '../../../../../src-shared/settlements/settlement-file.ts'
import type { SheetRow } from '../../../spreadsheet/sheet.ts'
import type { ProblemList } from '../reading/problem-list.ts'
import type { Layout } from '../reading/recognise.ts'
import { createRepeatedRows } from '../reading/repeated-rows.ts'
import { rowProblem } from '../reading/row-problem.ts'
import { createRowReader } from '../reading/row-reader.ts'
import { daysOfInvoice, invoiceDay } from '../tokopedia-sales/invoice-day.ts'
import { COLUMNS, type Field } from './columns.ts'

type Money = Record<'goods' | 'subsidy' | 'voucher' | 'takenOff', Rupiah>
const NOTHING: Money = { goods: 0, subsidy: 0, voucher: 0, takenOff: 0 }

/** An invoice while its rows are still coming in. */
interface Invoice {
  releasedOn: BusinessDay | null
  isCancelled: boolean
  isKeptOut: boolean
  rows: number
  money: Money
  fees: Map<string, Rupiah>
  /** The product of the row above, by all that its rows have in common, and the fees that it named. */
  product: string
  named: Set<string>
}

/**
 * Gathers the rows of a finance report into one release per invoice. Each product stands on as many rows as it has fees, so its
 * price counts with the first of them; a fee that is named again begins another product of the same name and price.
 */
export function collectFinance(layout: Layout<Field>, zone: Zone, problems: ProblemList) {
  const cells = createRowReader(COLUMNS, zone)
  const invoices = new Map<string, Invoice>()
  const invoiceByRow = new Map<number, string>()
  const repeated = createRepeatedRows()
  let isRepeating = false

  const invoiceOf = (number: string): Invoice => {
    const known = invoices.get(number)
    if (known) return known
    const made = {
      releasedOn: null,
      isCancelled: false,
      isKeptOut: false,
      rows: 0,
      money: NOTHING,
      fees: new Map<string, Rupiah>(),
      product: '',
      named: new Set<string>(),
    }
    invoices.set(number, made)
    return made
  }

  return {
    add(row: SheetRow) {
      cells.start(row, layout)
      const number = cells.identifier('number')
      if (number === '' && cells.isBlank('productName')) return
      // an invoice is numbered on its first row alone: a row numbered once more is the same download again
      const isAgain = repeated.see(row) && (isRepeating || !cells.isBlank('sequence'))
      isRepeating = isAgain
      if (isAgain) {
        cells.report('ROW_TWICE', 'number')
        problems.add(...cells.problems())
        return
      }
      if (number === '' || number.length > 40) cells.report('ORDER_NUMBER_MISSING', 'number')
      const completed = cells.moment('completedOn')
      const isCancelled = !cells.isBlank('cancelledOn') || /^dibatalkan/i.test(cells.written('status'))
      const money = Object.fromEntries(
        (['goods', 'subsidy', 'voucher', 'takenOff'] as const).map((field) => [field, cells.amount(field) ?? 0]),
      ) as Money
      const fee = cells.amount('fee') ?? 0
      const feeName = cells.sharedText('feeName')
      if (fee !== 0 && feeName === '') cells.report('PRODUCT_NAME_MISSING', 'feeName')
      if (cells.isBlank('goods')) cells.report('NOT_AN_AMOUNT', 'goods')
      reportDifference(money, fee)
      const found = cells.problems()
      problems.add(...found)
      holdDays(invoiceDay(number, zone))
      const invoice = invoiceOf(number)
      invoice.rows++
      invoiceByRow.set(row.number, number)
      invoice.isCancelled ||= isCancelled
      invoice.isKeptOut ||= found.some(({ blocks }) => blocks)
      if (completed !== null) invoice.releasedOn ??= businessDay(completed, zone)
      const product = JSON.stringify([cells.written('productName'), cells.written('pieces'), money])
      if (product !== invoice.product || invoice.named.has(feeName)) {
        invoice.money = plus(invoice.money, money)
        invoice.named = new Set()
      }
      invoice.product = product
      invoice.named.add(feeName)
      if (fee !== 0) invoice.fees.set(feeName, (invoice.fees.get(feeName) ?? 0) + fee)
    },

    finish() {
      const settlements: SettlementStatement[] = []
      const keptOut = { rows: 0, released: 0 }
      let rows = 0
      for (const { row, field, value } of cells.doubtfulMoments()) {
        const orderNumber = invoiceByRow.get(row) ?? ''
        problems.add(rowProblem(layout, 'DAY_OR_MONTH', field, { row, value, orderNumber, isNeeded: true }))
        invoiceOf(orderNumber).isKeptOut = true
      }
      for (const [number, invoice] of invoices) {
        const lines = linesOf(invoice)
        const released = lines.reduce((sum, { amount }) => sum + amount, 0)
        if (invoice.isKeptOut) {
          keptOut.rows += invoice.rows
          keptOut.released += invoice.isCancelled ? 0 : released
          continue
        }
        rows += invoice.rows
        // what was cancelled, or has not been received, brings no money
        if (invoice.isCancelled || invoice.releasedOn === null) continue
        const { releasedOn } = invoice
        settlements.push({
          kind: 'order',
          orderNumber: number,
          reference: '',
          releasedOn,
          released,
          lines,
          description: '',
        })
      }
      return { settlements, keptOut, rows }
    },
  }

  /** An invoice is paid within days of the one in its number, and nothing of it comes before it. */
  function holdDays(numberedOn: Instant | null): void {
    if (numberedOn === null) return
    const { paid, done } = daysOfInvoice(numberedOn)
    cells.holdDay('paidAt', paid)
    for (const field of ['completedOn', 'cancelledOn'] as const) cells.holdDay(field, done)
  }

  /** `((Harga Jual + Subsidi − Kupon) − Pengurangan) × Persentase`, as the report itself says above its headings. */
  function reportDifference({ goods, subsidy, voucher, takenOff }: Money, fee: Rupiah): void {
    const written = cells.written('feePercent').replace(',', '.').replace('%', '')
    const percent = written === '' ? Number.NaN : Number(written)
    if (!Number.isFinite(percent)) return
    const expected = ((goods + subsidy - voucher - takenOff) * percent) / 100
    if (Math.abs(expected - fee) <= 1) return
    cells.report('AMOUNTS_DO_NOT_ADD_UP', 'fee', `${formatNumber(fee)} ≠ ${formatNumber(Math.round(expected))}`)
  }

  function linesOf({ money, fees }: Invoice): SettlementLine[] {
    const named = (field: Field) => layout.columns.get(field)?.heading ?? COLUMNS.headings[field][0]
    const lines: SettlementLine[] = [
      { name: named('goods'), amount: money.goods },
      { name: named('subsidy'), amount: money.subsidy },
      { name: named('voucher'), amount: -money.voucher },
      { name: named('takenOff'), amount: -money.takenOff },
      ...[...fees].map(([name, amount]) => ({ name, amount: -amount, of: named('fee') })),
    ]
    return lines.filter(({ amount }) => amount !== 0)
  }
}

const plus = (a: Money, b: Money): Money => ({
  goods: a.goods + b.goods,
  subsidy: a.subsidy + b.subsidy,
  voucher: a.voucher + b.voucher,
  takenOff: a.takenOff + b.takenOff,
})
