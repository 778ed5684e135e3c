import { OrderColumn } from '../../src-shared/orders/orders.ts'
import type { Sort } from '../design/table/columns.ts'
import type { ListTab, OrderAddress } from './order-address.ts'

/** What waits for shipping counts down; everything else is told by the day it was placed. */
const countsDown = (tab: ListTab | null) => tab === 'to_ship' || tab === 'awaiting_pickup'

/** What a list shows until somebody chooses otherwise. A search is by a resi more often than not. */
const usualColumns = (tab: ListTab | null): OrderColumn[] => [
  countsDown(tab) ? 'deadline' : 'placed',
  'number',
  'goods',
  // what is over is read by its money, and who bought it a press away
  ...(tab === 'completed' ? [] : (['buyer'] as const)),
  'pieces',
  ...(tab === 'completed' ? [] : (['courier'] as const)),
  ...(tab === null ? (['tracking'] as const) : []),
  'grossSales',
  ...(tab === 'completed' ? (['fees', 'received'] as const) : []),
  'profit',
  'state',
]

/** Columns that somebody added to the usual ones of a list, or took away; remembered by this laptop. */
export interface ChosenColumns {
  added: readonly OrderColumn[]
  removed: readonly OrderColumn[]
}
export const AS_USUAL: ChosenColumns = { added: [], removed: [] }

/** A row is known by its number, and by nothing else so surely. */
const ALWAYS: ReadonlySet<OrderColumn> = new Set(['number'])
export const CHOOSABLE = OrderColumn.options.filter((column) => !ALWAYS.has(column))

export const columnsShown = (tab: ListTab | null, { added, removed }: ChosenColumns): OrderColumn[] =>
  OrderColumn.options.filter(
    (column) =>
      ALWAYS.has(column) || added.includes(column) || (usualColumns(tab).includes(column) && !removed.includes(column)),
  )

/** The choice after one column was put in or taken out. */
export function withColumn(chosen: ChosenColumns, column: OrderColumn, isShown: boolean): ChosenColumns {
  const without = (columns: readonly OrderColumn[]) => columns.filter((each) => each !== column)
  return isShown
    ? { added: [...without(chosen.added), column], removed: without(chosen.removed) }
    : { added: without(chosen.added), removed: [...without(chosen.removed), column] }
}

/**
 * How the rows stand: to ship by deadline, the others newest first, or as a head was pressed. Hits of a search stand newest
 * first as they come, by nothing that could be turned. Waiting parcels stand by the day they were placed.
 */
export function sortOf({ tab, sort, isReversed, query, day }: OrderAddress): Sort | undefined {
  if (query !== '') return undefined
  if (sort === 'value') return { columnId: 'grossSales', isDescending: !isReversed }
  return tab === 'to_ship' && sort === null && !day
    ? { columnId: 'deadline', isDescending: isReversed }
    : { columnId: 'placed', isDescending: !isReversed }
}

/** What a pressed head asks for. */
export function sortAsked(
  { tab }: OrderAddress,
  { columnId, isDescending }: Sort,
): Pick<OrderAddress, 'sort' | 'isReversed'> {
  if (columnId === 'grossSales') return { sort: 'value', isReversed: !isDescending }
  if (columnId === 'deadline') return { sort: null, isReversed: isDescending }
  return { sort: tab === 'to_ship' ? 'placed' : null, isReversed: !isDescending }
}
