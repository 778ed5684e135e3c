import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { isUnreadable } from '../../../src-shared/kernel/unreadable.ts'
import type { Column, Sort } from './columns.ts'

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})

/** Indonesian, case-insensitive, digits as numbers: `M2` before `M10`. */
const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' })

export const compareCells = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))

/**
 * The columns that fit a width, and the rows in order. With `isSortedOutside` (the core sorts, lists by page) rows keep
 * the order they came in; otherwise they are sorted here.
 */
export function useSortedRows<Row extends object>(needs: {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  sort: Sort | null
  isSortedOutside: boolean
  width: number
}): { rows: readonly Row[]; columns: readonly Column<Row>[] } {
  const { rows, columns, rowId, sort, isSortedOutside, width } = needs
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => (isUnreadable(row) ? undefined : (column.value?.(row) ?? undefined)),
        enableSorting: column.isSortable ?? false,
        sortUndefined: 'last' as const,
        sortFn: (a: { getValue: (id: string) => unknown }, b: { getValue: (id: string) => unknown }, id: string) =>
          compareCells(a.getValue(id), b.getValue(id)),
      })),
    [columns],
  )
  const columnVisibility = useMemo(
    () =>
      Object.fromEntries(
        columns.map(({ id, hideBelow }) => [id, hideBelow === undefined || width === 0 || width >= hideBelow]),
      ),
    [columns, width],
  )
  const sorting = useMemo(() => (sort ? [{ id: sort.columnId, desc: sort.isDescending }] : []), [sort])
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    getRowId: rowId,
    state: { sorting, columnVisibility },
    manualSorting: isSortedOutside,
  })
  const visibleIds = table.getVisibleLeafColumns().map((column) => column.id)
  const shownKey = visibleIds.join(' ')
  const shown = useMemo(() => {
    const ids = new Set(shownKey.split(' '))
    return columns.filter((column) => ids.has(column.id))
  }, [columns, shownKey])
  const model = table.getRowModel().rows
  return { rows: useMemo(() => model.map((row) => row.original), [model]), columns: shown }
}
