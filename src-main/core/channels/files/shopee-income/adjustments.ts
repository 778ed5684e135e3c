import type { SettlementStatement } from '../../../../../src-shared/settlements/settlement-file.ts'
import type { SheetRow } from '../../../spreadsheet/sheet.ts'
import type { ReportDays } from '../reading/days.ts'
import { headingTexts } from '../reading/heading-names.ts'
import { type Column, orderNumberOf, rowCells, textOf } from '../reading/report-cells.ts'
import { JOINING_WAYS, joinedHeadings } from '../reading/two-row-headings.ts'
import { bareName } from './names.ts'

/** The heading row of what the channel set right after or beside the orders. */
export interface AdjustmentLayout {
  createdOn: Column | null
  type: Column
  reason: Column | null
  amount: Column
  orderNumber: Column | null
  releasedOn: Column | null
}

const is = (pattern: RegExp) => (heading: string) => pattern.test(bareName(heading))
const TYPE = is(/^(tipe penyesuaian|jenis penyesuaian|adjustment (type|scenario))/)
const AMOUNT = is(/^(biaya penyesuaian|jumlah penyesuaian|adjustment (amount|fee))/)
const CREATED_ON = is(/^(tanggal penyesuaian|adjustment (creat|complet|date))/)
const REASON = is(/^(alasan penyesuaian|adjustment (reason|remark))/)
const ORDER_NUMBER = is(
  /^(no\. pesanan terhubung|no\. pesanan terkait|(linked|related|connected) order|no\. pesanan$|order id$)/,
)
const RELEASED_ON = is(/^(tanggal dana dilepaskan|payout completed date)/)

export function adjustmentLayout(row: SheetRow): AdjustmentLayout | null {
  const columns = headingTexts(row).map((name, index) => ({ index, name }))
  const find = (matches: (heading: string) => boolean) => columns.find(({ name }) => matches(name)) ?? null
  const [type, amount] = [find(TYPE), find(AMOUNT)]
  if (!type || !amount) return null
  return {
    type,
    amount,
    createdOn: find(CREATED_ON),
    reason: find(REASON),
    orderNumber: find(ORDER_NUMBER),
    releasedOn: find(RELEASED_ON),
  }
}

/** The same where the names are split over two rows, whichever way they come together. */
export function adjustmentLayoutOnTwoRows(upper: SheetRow | undefined, lower: SheetRow): AdjustmentLayout | null {
  if (!upper) return null
  const rows = JOINING_WAYS.map((way) => joinedHeadings(upper, lower, way) ?? lower)
  return rows.reduce<AdjustmentLayout | null>((found, row) => found ?? adjustmentLayout(row), null)
}

/**
 * One adjustment; null for a row that is none. Shopee gives it no number, so its day, kind and amount tell it apart from others
 * of its order. The day of release beside it is the order's own: the adjustment moved money on the day it was made, or later.
 */
export function readAdjustment(row: SheetRow, layout: AdjustmentLayout, days: ReportDays) {
  const type = textOf(row, layout.type)
  const orderNumber = orderNumberOf(row, layout.orderNumber)
  const cells = rowCells(row, orderNumber, '', days)
  const { amount, style } = cells.amount(layout.amount)
  if (type === '' && orderNumber === '') return null
  if (amount === null && !cells.isBlocked()) cells.report('NOT_AN_AMOUNT', layout.amount)
  const createdOn = cells.day(layout.createdOn)
  const ofOrder = cells.day(layout.releasedOn)
  const releasedOn =
    [createdOn, ofOrder]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  if (releasedOn === null && !cells.isBlocked())
    cells.report('NOT_RELEASED', layout.createdOn ?? layout.releasedOn ?? layout.type, '')
  if (amount === null || releasedOn === null || cells.isBlocked())
    return { style, amount, problems: cells.problems, settlement: null }
  const name = type.split('|')[0]!.trim() || 'Penyesuaian'
  const reason = textOf(row, layout.reason)
  const settlement: SettlementStatement = {
    kind: 'adjustment',
    orderNumber,
    reference: `${createdOn ?? releasedOn} ${name} ${amount}`,
    releasedOn,
    released: amount,
    lines: amount === 0 ? [] : [{ name, amount }],
    description: [type, reason].filter((text) => text !== '').join(': '),
  }
  return { style, amount, problems: cells.problems, settlement }
}
