import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react'
import type { Column } from './columns.ts'
import { EVERYTHING, type Selection, toggled, withRange } from './selection.ts'
import { movedRow } from './table-keys.ts'

const INNER = 'button,a[href],input:not([type="checkbox"]),select,textarea'

interface Needs<Row> {
  scroller: RefObject<HTMLElement | null>
  rows: readonly Row[]
  rowId: (row: Row) => string
  columns: readonly Column<Row>[]
  walksCells: boolean
  /** Rows that PgDn moves by. */
  page: number
  selection: Selection | undefined
  onSelect: ((selection: Selection) => void) | undefined
  onOpen: ((row: Row, columnId: string | null) => void) | undefined
  onCursor: ((row: Row, columnId: string | null) => void) | undefined
  openId: string | null
}

/** The cursor of a grid: where it stands, what keys and clicks do to it, and when focus must follow. */
export function useTableKeys<Row>(needs: Needs<Row>) {
  const { scroller, rows, rowId, columns, walksCells, selection, onSelect, onOpen, openId } = needs
  const [cursor, setCursor] = useState<{ id: string; index: number } | null>(null)
  const [columnId, setColumnId] = useState<string | null>(null)
  const anchor = useRef(0)
  const focusNext = useRef(false)

  const index = placeOf(cursor, rows, rowId)
  const column = columns.some((each) => each.id === columnId) ? columnId : (columns[0]?.id ?? null)

  const place = (next: number, nextColumn = column) => {
    const row = rows[next]
    if (!row) return
    focusNext.current = true
    setCursor({ id: rowId(row), index: next })
    setColumnId(nextColumn)
    needs.onCursor?.(row, walksCells ? nextColumn : null)
  }

  const moveSideways = (event: KeyboardEvent, step: 1 | -1) => {
    if (walksCells) {
      const from = columns.findIndex((each) => each.id === column)
      place(index, columns[Math.max(0, Math.min(columns.length - 1, from + step))]?.id ?? column)
      return
    }
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    if (!row) return
    const stops = [row, ...row.querySelectorAll<HTMLElement>(INNER)]
    const from = stops.indexOf(document.activeElement as HTMLElement)
    stops[Math.max(0, Math.min(stops.length - 1, from + step))]?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (!target.closest('[data-row]') || target.matches('input:not([type="checkbox"]),select,textarea')) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const next = isPlain ? movedRow(event.key, index, rows.length, needs.page) : null
    if (next !== null) {
      event.preventDefault()
      if (event.shiftKey && selection && onSelect) {
        onSelect(withRange(selection, rows.map(rowId), anchor.current, next))
      } else {
        anchor.current = next
      }
      place(next)
      return
    }
    const row = rows[index]
    if (!row) return
    const isInner = target.matches(INNER)
    if (isPlain && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault()
      moveSideways(event, event.key === 'ArrowRight' ? 1 : -1)
    } else if (event.key === ' ' && !isInner && selection && onSelect) {
      event.preventDefault()
      anchor.current = index
      onSelect(toggled(selection, rowId(row)))
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && onSelect) {
      event.preventDefault()
      onSelect(EVERYTHING)
    } else if (event.key === 'Enter' && isPlain && !isInner && onOpen && (walksCells || rowId(row) !== openId)) {
      event.preventDefault()
      onOpen(row, walksCells ? column : null)
    }
  }

  const onClick = (event: MouseEvent) => {
    const target = event.target as Element
    const id = target.closest<HTMLElement>('[data-row]')?.dataset.row
    const clicked = rows.findIndex((row) => rowId(row) === id)
    const row = rows[clicked]
    if (!row) return
    const clickedColumn = target.closest<HTMLElement>('[data-column]')?.dataset.column ?? column
    if (target.closest('input,select,textarea')) {
      anchor.current = clicked
      return
    }
    const isInner = target.closest(INNER) !== null
    if (event.shiftKey && selection && onSelect) {
      onSelect(withRange(selection, rows.map(rowId), anchor.current, clicked))
    } else {
      anchor.current = clicked
      if ((event.ctrlKey || event.metaKey) && selection && onSelect) onSelect(toggled(selection, rowId(row)))
      else if (!isInner) onOpen?.(row, walksCells ? clickedColumn : null)
    }
    place(clicked, clickedColumn)
    if (isInner) focusNext.current = false
  }

  /** A key pressed while nothing in the table had the focus: the first arrow only shows where the cursor stands. */
  const enter = (key: string) => {
    const row = rows[index]
    if (!row) return
    const isFirstArrow = cursor === null && (key === 'ArrowDown' || key === 'ArrowUp')
    place(isFirstArrow ? index : (movedRow(key, index, rows.length, needs.page) ?? index))
    if (key === 'Enter') onOpen?.(row, walksCells ? column : null)
    else if (key === ' ' && selection) onSelect?.(toggled(selection, rowId(row)))
    else if (key === 'a') onSelect?.(EVERYTHING)
  }

  return {
    index,
    column,
    enter,
    onKeyDown,
    onClick,
    /** Focus that arrives by Tab or from a panel stays with the cursor. */
    onFocus: (event: FocusEvent) => {
      const id = event.target.closest<HTMLElement>('[data-row]')?.dataset.row
      if (id !== undefined && cursor === null) anchor.current = index
    },
    get mustFocus() {
      return focusNext.current
    },
    focus: () => {
      focusNext.current = false
      const row = scroller.current?.querySelector<HTMLElement>('[data-cursor]')
      const stop = walksCells ? row?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]') : row
      stop?.focus({ preventScroll: true })
    },
  }
}

/** The cursor follows its row when the list is sorted or refreshed; when the row is gone it stays at its height. */
function placeOf<Row>(
  cursor: { id: string; index: number } | null,
  rows: readonly Row[],
  rowId: (row: Row) => string,
): number {
  if (!cursor) return 0
  const here = rows[cursor.index]
  if (here && rowId(here) === cursor.id) return cursor.index
  const moved = rows.findIndex((row) => rowId(row) === cursor.id)
  return moved >= 0 ? moved : Math.max(0, Math.min(cursor.index, rows.length - 1))
}
