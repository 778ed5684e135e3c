import type { OrderFile, RowProblem } from '../../../../../src-shared/channels/channel-file.ts'
import type { Instant, Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { Channel, OrderSnapshot } from '../../../../../src-shared/orders/order.ts'
import type { ColumnTable } from '../reading/column-table.ts'
import type { Layout } from '../reading/recognise.ts'
import type { RowReader } from '../reading/row-reader.ts'
import type { ItemLine } from './item-line.ts'

/** What every channel says of an order as a whole, on each of its rows. Blank is null or empty: it says nothing. */
export interface OrderStatement {
  status: string
  trackingNumber: string
}

/** An order while its rows are still coming in. */
export interface OrderDraft<Field extends string, Statement extends OrderStatement, Line extends ItemLine = ItemLine> {
  number: string
  /** Of its first row. */
  layout: Layout<Field>
  /** Midnight of the day its number begins with, for files without a column that tells when it was placed. */
  numberedOn: Instant | null
  rows: number[]
  isKeptOut: boolean
  statement: Statement
  lines: Line[]
  /** Of the lines, which begin in another place of the file: rows of other orders stand between. */
  againAt: number[]
}

/** Something that only all rows of an order together show. */
export interface OrderFinding<Field> {
  code: RowProblem['code']
  field: Field
  value?: string
}

/** An amount that seems a thousandth of what was written. */
export interface LostAmount<Field> {
  field: Field
  /** Place among the lines; the first for an amount of the order. */
  line: number
  amount: Rupiah
}

/** How one kind of order list is read: its columns, and what they mean. Gathering rows into orders is the same for all. */
export interface OrderList<Field extends string, Statement extends OrderStatement, Line extends ItemLine = ItemLine> {
  kind: OrderFile['kind']
  channel: Channel
  table: ColumnTable<Field>
  /** Columns of the item itself. Rows that fill nothing else continue the order above them. */
  itemFields: ReadonlySet<Field>
  /** The columns of the price and of the pieces, and the channel's word for what an order is. */
  fields: { price: Field; pieces: Field; productName: Field; status: Field }
  /** A row between the headings and the orders that explains the columns. */
  isNote?(cells: RowReader<Field>): boolean
  /** Columns that the worth of a line is worked out from. */
  worth: readonly Field[]
  /** Holds the moments of an order against the day in its number and against one another, so that the file shows how it writes dates. */
  holdDays?(cells: RowReader<Field>, numberedOn: Instant | null): void
  /** What one row says of its order. */
  readStatement(cells: RowReader<Field>): Statement
  /** Reads the item of a row; null when it cannot be counted on, with the reasons reported. `waybill` is that of its parcel. */
  readLine(cells: RowReader<Field>, waybill: string): Line | null
  /** Columns in which a later row says something else about the same order. */
  contradictions(first: Statement, later: Statement): Field[]
  /** The first statement with what only a later row tells filled in. */
  completed(first: Statement, later: Statement): Statement
  /** What none of the rows of an order told. */
  untold(statement: Statement): OrderFinding<Field>[]
  /** Holds what the order states of itself against its lines; may mend what repetition explains. */
  settled(draft: OrderDraft<Field, Statement, Line>): OrderFinding<Field>[]
  lostAmounts(draft: OrderDraft<Field, Statement, Line>): LostAmount<Field>[]
  /** What the buyer paid in all; null where the list does not tell. */
  paidInAll(statement: Statement): Rupiah | null
  /** An amount of the order as a whole that is not to be shown. */
  forget(statement: Statement, field: Field): void
  dayOfNumber(number: string, zone: Zone): Instant | null
  /** The latest moment an order tells of. */
  latestMoment(draft: OrderDraft<Field, Statement, Line>): Instant
  /** The order as the file states it, in words that were true at some moment of `asOf`. */
  snapshotOf(draft: OrderDraft<Field, Statement, Line>, asOf: Pick<OrderSnapshot, 'atLeast' | 'atMost'>): OrderSnapshot
  /** The status as it is counted: without a date that some carry. */
  statusLabel(rawStatus: string): string
  report(layout: Layout<Field>, snapshots: readonly OrderSnapshot[]): OrderFile['report']
}
