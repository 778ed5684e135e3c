// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of plain boxes; rows placed by transform cannot be a <table>, and one stop holds the focus
import { Box, Flex } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Column, isRight } from './columns.ts'
import classes from './DataTable.module.css'

/** The sums of the whole filter, not of the rows in view. */
export interface TotalsRow {
  /** `64 pesanan`. */
  label: string
  /** By column id; columns before the first one carry the label. */
  cells: Readonly<Record<string, ReactNode>>
  /** A cell that is said of another column's sum, by column id: it stands only where that one does. */
  speaksOf?: Readonly<Record<string, string>>
  /** Double rule below: nothing comes after. Default true. */
  isFinal?: boolean
}

export interface TableTotalsProps<Row> {
  totals: TotalsRow
  columns: readonly Column<Row>[]
  template: string
  hasCheck: boolean
  ariaRowIndex: number
  /** `(14 tampak, gulir untuk lainnya)`, or empty. */
  note: string
}

export function TableTotals<Row>({ totals, columns, template, hasCheck, ariaRowIndex, note }: TableTotalsProps<Row>) {
  const firstSum = columns.findIndex((column) => totals.cells[column.id] !== undefined)
  const isAlone = (id: string) => {
    const of = totals.speaksOf?.[id]
    return of !== undefined && !columns.some((column) => column.id === of)
  }
  const labelColumns = firstSum === -1 ? columns.length : Math.max(1, firstSum)
  return (
    <Box role="rowgroup" mt="auto" className="table-foot">
      {/* biome-ignore lint/a11y/useFocusableInteractive: totals are read, not walked */}
      <div
        role="row"
        aria-rowindex={ariaRowIndex}
        className={classes.totals}
        data-final={totals.isFinal !== false || undefined}
        style={{ gridTemplateColumns: template }}
      >
        <Flex
          role="rowheader"
          gap={5}
          align="center"
          miw={0}
          pr={12}
          pl={hasCheck ? 40 : 18}
          className="nowrap"
          aria-colspan={labelColumns + (hasCheck ? 1 : 0)}
          style={{ gridColumn: `1 / span ${labelColumns + (hasCheck ? 1 : 0)}` }}
        >
          {totals.label}{' '}
          {note && (
            <Box component="span" fw={400} className="cut quiet">
              {note}
            </Box>
          )}
        </Flex>
        {columns.slice(labelColumns).map((column) => (
          // biome-ignore lint/a11y/useFocusableInteractive: totals are read, not walked
          <div
            key={column.id}
            role="gridcell"
            className={classes.cell}
            data-kind={column.kind}
            data-right={isRight(column) || undefined}
          >
            {isAlone(column.id) ? null : totals.cells[column.id]}
          </div>
        ))}
      </div>
    </Box>
  )
}
