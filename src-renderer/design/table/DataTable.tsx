// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of plain boxes; rows placed by transform cannot be a <table>, and one stop holds the focus
// biome-ignore-all lint/a11y/useFocusableInteractive: an ARIA grid of plain boxes; rows placed by transform cannot be a <table>, and one stop holds the focus
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { isUnreadable } from '../../../src-shared/kernel/unreadable.ts'
import { GoodsNames } from '../goods/GoodsNames.tsx'
import { standingShortcuts } from '../hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../hotkeys/useHotkey.ts'
import { useWords } from '../language.tsx'
import { useLateTrue } from '../useLateTrue.ts'
import { type Column, gridTemplate, nextSort, type Sort } from './columns.ts'
import classes from './DataTable.module.css'
import { InsideGrid } from './inside-grid.ts'
import { SkeletonRows } from './SkeletonRows.tsx'
import { chosenCount, EVERYTHING, isChosen, NOTHING, type Selection, toggled } from './selection.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { TableTotals, type TotalsRow } from './TableTotals.tsx'
import { tableItems } from './table-items.ts'
import { useSortedRows } from './useSortedRows.ts'
import { useTableHotkeys } from './useTableHotkeys.ts'
import { useTableKeys } from './useTableKeys.ts'

export interface DataTableProps<Row extends object> {
  /** Read out as the name of the grid. */
  label: string
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** What a row is called when its checkbox is read out; the first code or text column otherwise. */
  rowName?: (row: Row) => string
  columns: readonly Column<Row>[]
  /** Rows in the whole filter, of which `rows` are those loaded so far. Default: all are loaded. */
  total?: number
  /** True while the first rows are on their way: after 400 ms skeleton rows appear. */
  isLoading?: boolean
  /** Asks for the next page when the end comes near; pass it only while there is one. */
  onEndReached?: () => void
  /** 34 px rows, or 40 px with a photo. */
  density?: 'normal' | 'photo'
  /** With `onSort` the rows come sorted from outside; without it the table sorts what it has. */
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** Rows can be chosen when both are given. */
  selection?: Selection
  onSelect?: (selection: Selection) => void
  /** Enter or click on a row; with `walksCells` the column is named too. */
  onOpen?: (row: Row, columnId: string | null) => void
  /** The row shown in the side panel. Enter on it is left to the panel's main key. */
  openId?: string | null
  /** The row under the cursor, for panels that follow it. */
  onCursor?: (row: Row, columnId: string | null) => void
  /** Arrows walk cells instead of rows: the stock matrix. */
  walksCells?: boolean
  /** Heading rows in soga between groups. */
  groupOf?: (row: Row) => string
  totals?: TotalsRow
  /** Clock icon: stale, or being saved. */
  isStale?: (row: Row) => boolean
  /** Floats above the totals, usually a BulkBar while rows are chosen. */
  bulkBar?: ReactNode
  /** Shown instead of rows when there are none: an EmptyState. */
  empty?: ReactNode
  /** `fill` scrolls inside its parent (default); `fit` is as tall as its rows, for short tables in cards. */
  size?: 'fill' | 'fit'
}

const HEAD_HEIGHT = 30
const GROUP_HEIGHT = 26
const TOTALS_HEIGHT = 36
const BULK_BAR_HEIGHT = 64
const PAGE_AHEAD = 15

/**
 * The one table of Lumbung: sticky head and totals, rows drawn only where one looks, all keys of a list.
 * A WAI-ARIA grid with one tab stop: Up/Down, PgUp/PgDn, Home/End move; Right and Left visit figures inside a row;
 * Space chooses, Shift with arrows a range, Ctrl+A all in the filter; Enter opens; Esc lets go.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const {
    rowId,
    density = 'normal',
    size = 'fill',
    selection,
    onSelect,
    totals,
    openId = null,
    walksCells = false,
  } = props
  const w = useWords(partsWords)
  const scroller = useRef<HTMLDivElement>(null)
  const measured = useElementSize()
  const attach = useMergedRef(scroller, measured.ref)

  const [ownSort, setOwnSort] = useState<Sort | null>(null)
  const sort = props.sort ?? ownSort
  const { rows, columns } = useSortedRows({
    rows: props.rows,
    columns: props.columns,
    rowId,
    sort,
    isSortedOutside: Boolean(props.onSort),
    width: measured.width,
  })
  const canChoose = Boolean(selection && onSelect)
  const names = useMemo(() => namesInView(rows, columns), [rows, columns])
  const template = useMemo(() => gridTemplate(columns, canChoose), [columns, canChoose])
  const items = useMemo(() => tableItems(rows, rowId, props.groupOf), [rows, rowId, props.groupOf])
  const total = props.total ?? rows.length
  const rowHeight = density === 'photo' ? 40 : 34
  const foot = (totals ? TOTALS_HEIGHT : 0) + (props.bulkBar ? BULK_BAR_HEIGHT : 0)

  const cursor = useTableKeys({
    scroller,
    rows,
    rowId,
    columns,
    walksCells,
    page: Math.max(1, Math.floor((measured.height - HEAD_HEIGHT - foot) / rowHeight) - 1),
    selection,
    onSelect,
    onOpen: props.onOpen,
    onCursor: props.onCursor,
    openId,
  })

  useTableHotkeys({
    isOn: rows.length > 0 && (size === 'fill' || canChoose || props.onOpen !== undefined),
    canChoose,
    // while a row is open beside the list, Enter from outside is its panel's, and never another row's
    canOpen: props.onOpen !== undefined && openId === null,
    canGoInside: walksCells || columns.some((column) => column.kind === 'money' && column.onOpen !== undefined),
    enter: cursor.enter,
  })

  const itemOfRow = useMemo(() => {
    const positions: number[] = []
    items.forEach((item, index) => {
      if (item.kind === 'row') positions[item.rowIndex] = index
    })
    return positions
  }, [items])
  const cursorItem = itemOfRow[cursor.index]
  const virtualizer = useVirtualizer({
    count: items.length,
    enabled: size === 'fill',
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'group' ? GROUP_HEIGHT : rowHeight),
    getItemKey: (index) => items[index]?.key ?? index,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: foot,
    overscan: 8,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      if (cursorItem === undefined || shown.includes(cursorItem)) return shown
      return [...shown, cursorItem].sort((a, b) => a - b)
    },
  })
  // Row heights change with density and grouping; the virtualizer keeps sizes until told.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measure when the inputs of estimateSize change
  useLayoutEffect(() => virtualizer.measure(), [rowHeight, items])

  const scrollTo = virtualizer.scrollToIndex
  useLayoutEffect(() => {
    if (!cursor.mustFocus || cursorItem === undefined) return
    if (size === 'fill') scrollTo(cursorItem, { align: 'auto' })
    cursor.focus()
  })

  const virtualItems = virtualizer.getVirtualItems()
  const lastShown = virtualItems.at(-1)?.index ?? 0
  const { onEndReached } = props
  useEffect(() => {
    if (onEndReached && size === 'fill' && items.length > 0 && lastShown >= items.length - PAGE_AHEAD) onEndReached()
  }, [onEndReached, size, lastShown, items.length])

  const count = selection ? chosenCount(selection, total) : 0
  const clear = () => onSelect?.(NOTHING)
  useHotkey(standingShortcuts.back, clear, { label: w.clearSelection, enabled: count > 0 && openId === null })

  const selectionNow = useRef(selection)
  useLayoutEffect(() => {
    selectionNow.current = selection
  })
  const toggle = useCallback(
    (id: string) => selectionNow.current && onSelect?.(toggled(selectionNow.current, id)),
    [onSelect],
  )
  const chooseSort = (column: Column<Row>) => {
    const next = nextSort(sort, column)
    if (props.onSort) props.onSort(next)
    else setOwnSort(next)
  }
  const named = props.rowName ?? firstName(columns)
  const nameOf = (row: Row): string => (isUnreadable(row) ? whateverName(row, named) : named(row))
  const isWaiting = useLateTrue(Boolean(props.isLoading) && rows.length === 0)

  const drawn =
    size === 'fit'
      ? items.map((item) => ({ item, top: undefined }))
      : virtualItems.flatMap(({ index, start }) => {
          const item = items[index]
          return item ? [{ item, top: start - HEAD_HEIGHT }] : []
        })
  const visible = visibleRows(measured.height - HEAD_HEIGHT - (totals ? TOTALS_HEIGHT : 0), rowHeight, rows.length)
  return (
    <GoodsNames products={names}>
      <InsideGrid value={true}>
        <div className={classes.frame} data-size={size}>
          <div
            ref={attach}
            role="grid"
            className={classes.scroller}
            aria-label={props.label}
            aria-rowcount={total + 1 + (items.length - rows.length) + (totals ? 1 : 0)}
            aria-multiselectable={canChoose || undefined}
            aria-busy={props.isLoading || undefined}
            onKeyDown={cursor.onKeyDown}
            onFocus={cursor.onFocus}
          >
            <div role="rowgroup" className="table-head">
              <InsideGrid value={false}>
                <TableHead
                  columns={columns}
                  template={template}
                  sort={sort}
                  onSort={chooseSort}
                  chosen={canChoose ? (count === 0 ? 'none' : count === total ? 'all' : 'some') : null}
                  onChooseAll={() => onSelect?.(count === total ? NOTHING : EVERYTHING)}
                />
              </InsideGrid>
            </div>
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled by the grid */}
            <div
              role="rowgroup"
              className="placed-rows"
              style={size === 'fill' ? { height: virtualizer.getTotalSize() } : undefined}
              onClick={cursor.onClick}
            >
              {drawn.map(({ item, top }) =>
                item.kind === 'group' ? (
                  <div
                    key={item.key}
                    role="row"
                    className={classes.group}
                    style={
                      top === undefined
                        ? undefined
                        : { position: 'absolute', insetInline: 0, transform: `translateY(${top}px)` }
                    }
                  >
                    <div role="gridcell" aria-colspan={columns.length + (canChoose ? 1 : 0)}>
                      {item.label}
                    </div>
                  </div>
                ) : (
                  <TableRow
                    key={item.key}
                    id={item.key}
                    row={item.row}
                    name={nameOf(item.row)}
                    ariaRowIndex={(itemOfRow[item.rowIndex] ?? item.rowIndex) + 2}
                    columns={columns}
                    template={template}
                    height={rowHeight}
                    top={top}
                    isCursor={item.rowIndex === cursor.index}
                    cursorColumn={walksCells ? cursor.column : null}
                    isOpen={item.key === openId}
                    isChosen={canChoose && selection ? isChosen(selection, item.key) : null}
                    isStale={!isUnreadable(item.row) && (props.isStale?.(item.row) ?? false)}
                    onToggle={toggle}
                  />
                ),
              )}
            </div>
            {isWaiting && (
              <SkeletonRows columns={columns} template={template} height={rowHeight} hasCheck={canChoose} />
            )}
            {totals && rows.length > 0 && (
              <TableTotals
                totals={totals}
                columns={columns}
                template={template}
                hasCheck={canChoose}
                ariaRowIndex={total + 2 + (items.length - rows.length)}
                note={size === 'fill' && visible < total ? w.visibleOf(formatNumber(visible)) : ''}
              />
            )}
          </div>
          <span className="hanya-terdengar" role="status">
            {isWaiting && w.tableLoading}
          </span>
          {rows.length === 0 && !props.isLoading && props.empty && <div className={classes.empty}>{props.empty}</div>}
          {props.bulkBar && (
            <InsideGrid value={false}>
              <div className={classes.bulk} style={{ bottom: (totals ? TOTALS_HEIGHT : 0) + 8 }}>
                {props.bulkBar}
              </div>
            </InsideGrid>
          )}
        </div>
      </InsideGrid>
    </GoodsNames>
  )
}

const visibleRows = (height: number, rowHeight: number, loaded: number) =>
  Math.max(0, Math.min(loaded, Math.floor(height / rowHeight)))

/** What is named in the rows, goods or accounts; of a row that cannot be read nothing. */
function namesInView<Row extends object>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  const naming = columns.flatMap((column) => {
    const { product } = column
    if (product) return [(row: Row) => [product(row)]]
    return column.kind === 'names' ? [column.value] : []
  })
  return naming.flatMap((names) => rows.flatMap((row) => (isUnreadable(row) ? [] : names(row))))
}

function firstName<Row>(columns: readonly Column<Row>[]): (row: Row) => string {
  const naming = columns.find((column) => column.kind === 'code') ?? columns.find((column) => column.kind === 'text')
  return (row) => (naming?.value ? String(naming.value(row) ?? '') : '')
}

/** Of a row that cannot be read, its name may be what is damaged. */
function whateverName<Row>(row: Row, named: (row: Row) => string): string {
  try {
    return named(row) ?? ''
  } catch {
    return ''
  }
}
