import { orderStateWords } from '../../../src-shared/app/parts.words.ts'
import {
  type BusinessDay,
  businessDay,
  formatClock,
  type Instant,
  type Language,
  type Zone,
} from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { afterFees, type ListedOrder, type OrderColumn } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import type { Table } from '../spreadsheet/writing/table.ts'

/** A list of orders as a sheet: numbers as numbers, order numbers and resi as text, days and moments so that they sort. */

type Cell = string | number | null
/** An order of a list with what its goods cost, which the list has no room for; null where some of it is not known. */
export type OrderWithProfit = ListedOrder & { costOfGoods: Rupiah | null }
export type OrderInSheet = OrderWithProfit & {
  /** On which days its channel released money of it or took some back, and what these came to: what a balance report tells of it. */
  releasedOn: readonly BusinessDay[]
  released: Rupiah | null
}

interface SheetColumn {
  heading: string
  width: number
  cell: (order: OrderInSheet) => Cell
}

const moment = (at: Instant | null, zone: Zone): Cell =>
  at === null ? null : `${businessDay(at, zone)} ${formatClock(at, zone).replace('.', ':')}`

function columnsOf(column: OrderColumn, language: Language, zone: Zone): SheetColumn[] {
  const w = ordersWords[language]
  const states = orderStateWords[language]
  const text = (heading: string, width: number, cell: SheetColumn['cell']): SheetColumn[] => [{ heading, width, cell }]
  switch (column) {
    case 'placed':
      return text(w.placedAt, 17, ({ placedAt }) => moment(placedAt, zone))
    case 'deadline':
      return text(w.shipBy, 17, ({ shipBy }) => moment(shipBy, zone))
    case 'number':
      return [...text(w.number, 22, ({ number }) => number), ...text(w.shop, 22, ({ shopName }) => shopName)]
    case 'goods':
      return text(w.goods, 48, ({ goods, moreLines }) =>
        moreLines > 0 ? `${goods} ${w.moreLines(String(moreLines))}` : goods,
      )
    case 'buyer':
      return text(w.buyer, 24, ({ buyer }) => buyer)
    case 'pieces':
      return text(w.pieces, 8, ({ pieces }) => pieces)
    case 'courier':
      return text(w.courier, 20, ({ courier }) => courier)
    case 'tracking':
      return text(w.tracking, 22, ({ trackingNumber }) => trackingNumber)
    case 'grossSales':
      return [
        ...text(w.grossSales, 14, ({ grossSales }) => grossSales),
        ...text(w.sellerCuts, 14, ({ sellerCuts }) => sellerCuts),
      ]
    case 'fees':
      return [
        ...text(w.keptByChannel, 14, ({ channelFees, expectedFees }) =>
          channelFees === null && expectedFees === null ? null : (channelFees ?? 0) + (expectedFees ?? 0),
        ),
        ...text(w.feesRemark, 18, ({ expectedFees }) => (expectedFees === null ? '' : w.estimate)),
      ]
    case 'received':
      return [
        ...text(w.received, 14, ({ received }) => received),
        ...text(w.releasedOn, 17, ({ releasedOn }) => releasedOn.join(', ')),
        ...text(w.releasedAmount, 17, ({ released }) => released),
        ...text(w.receivedRemark, 14, ({ received, isFinal }) => (received !== null && !isFinal ? w.notFinal : '')),
      ]
    case 'profit':
      return [
        ...text(w.costOfGoods, 14, ({ costOfGoods }) => costOfGoods),
        ...text(w.profitColumn, 14, ({ profit, expectedFees }) => afterFees(profit, expectedFees)),
        ...text(w.profitRemark, 18, ({ costIncomplete, isEstimate, expectedFees, profit }) =>
          costIncomplete ? w.costMissing : profit !== null && (isEstimate || expectedFees !== null) ? w.estimate : '',
        ),
      ]
    case 'state':
      return text(w.status, 20, ({ state }) => states[state])
  }
}

export function ordersTable(
  orders: readonly OrderInSheet[],
  columns: readonly OrderColumn[],
  { language, zone }: { language: Language; zone: Zone },
): Table {
  const shown = columns.flatMap((column) => columnsOf(column, language, zone))
  return {
    name: ordersWords[language].sheetName,
    columns: shown.map(({ heading, width }) => ({ heading, width })),
    rows: orders.map((order) => shown.map(({ cell }) => cell(order))),
  }
}
