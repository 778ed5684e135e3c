import type { ReactNode } from 'react'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { MoneyStyle } from '../money.ts'
import type { Tone } from '../theme.ts'

interface ColumnBase<Row> {
  id: string
  head: string
  /** Fixed px, or a share of what is left with the least it may have. Money needs 112 px for Rp999.999.999. */
  width: number | { share: number; least: number }
  /** Draws the cell instead of the plain value. */
  cell?: (row: Row) => ReactNode
  /** Of a column of goods: the product's name, so that words which most rows share give way first (`GoodsNames`). */
  product?: (row: Row) => string
  isSortable?: boolean
  /** Left out while the table is narrower than this many px, so that nothing scrolls sideways. */
  hideBelow?: number
  /** A vertical rule at the left: the stock matrix only. */
  isRuled?: boolean
  /** Soft fill of one cell: "Kurang 3", "Habis". */
  fill?: (row: Row) => Tone | undefined
  isStrong?: boolean
  /** Secondary ink. */
  isQuiet?: boolean
}

/** What a column shows decides alignment and format: text and status left, numbers, money and dates right. */
export type Column<Row> = ColumnBase<Row> &
  (
    | { kind: 'text'; value: (row: Row) => string }
    /** Names of accounts or wallets, by whole words; with a sign `between` them all of them. */
    | { kind: 'names'; value: (row: Row) => readonly string[]; between?: string }
    | { kind: 'code'; value: (row: Row) => string }
    | { kind: 'file'; value: (row: Row) => string }
    | {
        kind: 'money'
        value: (row: Row) => Rupiah | null
        style?: MoneyStyle
        isBadWhenNegative?: boolean
        /** Opens the rows behind the amount. */
        onOpen?: (row: Row) => void
      }
    | { kind: 'number'; value: (row: Row) => number | null }
    | { kind: 'date'; value: (row: Row) => BusinessDay | null }
    | { kind: 'status'; value?: (row: Row) => string; cell: (row: Row) => ReactNode }
  )

export interface Sort {
  columnId: string
  isDescending: boolean
}

export const isRight = (column: { kind: Column<never>['kind'] }): boolean =>
  column.kind === 'money' || column.kind === 'number' || column.kind === 'date'

/** CSS grid columns of every row, so that head, rows and totals line up without measuring. */
export function gridTemplate(columns: readonly { width: ColumnBase<never>['width'] }[], hasSelection: boolean): string {
  const widths = columns.map(({ width }) =>
    typeof width === 'number' ? `${width}px` : `minmax(${width.least}px, ${width.share}fr)`,
  )
  return [...(hasSelection ? ['36px'] : []), ...widths].join(' ')
}

/** The first press on a head sorts the way people mean it: the biggest amount, the newest day, the first letter. */
export function nextSort(sort: Sort | null, column: { id: string; kind: Column<never>['kind'] }): Sort {
  if (sort?.columnId === column.id) return { columnId: column.id, isDescending: !sort.isDescending }
  return { columnId: column.id, isDescending: isRight(column) }
}
