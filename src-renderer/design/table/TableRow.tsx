// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of plain boxes; rows placed by transform cannot be a <table>, and one stop holds the focus
import { IconClock } from '@tabler/icons-react'
import { type CSSProperties, memo } from 'react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { isUnreadable } from '../../../src-shared/kernel/unreadable.ts'
import { DefectBoundary } from '../DefectBoundary.tsx'
import { useWords } from '../language.tsx'
import { toneFill, toneText } from '../theme.ts'
import { type Column, isRight } from './columns.ts'
import classes from './DataTable.module.css'
import { TableCell } from './TableCell.tsx'
import { TableCheckbox } from './TableCheckbox.tsx'
import { UnreadableCell } from './UnreadableCell.tsx'

export interface TableRowProps<Row extends object> {
  id: string
  row: Row
  /** What the row is called when its checkbox is read out. */
  name: string
  /** Position in the whole result, from 1, the head row counted. */
  ariaRowIndex: number
  columns: readonly Column<Row>[]
  template: string
  height: number
  /** Distance from the top of the body; absent when rows simply follow each other. */
  top?: number
  isCursor: boolean
  /** The column the cursor stands in, when cells rather than rows are walked. */
  cursorColumn: string | null
  isOpen: boolean
  /** Null when rows cannot be chosen. */
  isChosen: boolean | null
  isStale: boolean
  onToggle: (id: string) => void
}

function TableRowPlain<Row extends object>(props: TableRowProps<Row>) {
  const { id, row, columns, template, height, top, isCursor, cursorColumn, isOpen, isChosen, isStale } = props
  const w = useWords(partsWords)
  const place: CSSProperties =
    top === undefined ? { height } : { height, position: 'absolute', insetInline: 0, transform: `translateY(${top}px)` }
  const walksCells = cursorColumn !== null
  return (
    <div
      role="row"
      className={classes.row}
      style={{ ...place, gridTemplateColumns: template }}
      data-row={id}
      data-cursor={isCursor || undefined}
      data-open={isOpen || undefined}
      data-chosen={isChosen || undefined}
      aria-rowindex={props.ariaRowIndex}
      aria-selected={isChosen ?? undefined}
      tabIndex={walksCells ? undefined : isCursor ? 0 : -1}
    >
      {isChosen !== null && (
        // biome-ignore lint/a11y/useFocusableInteractive: Space on the row is the keyboard's way
        <div role="gridcell" className={classes.check}>
          <TableCheckbox
            label={w.selectRow(props.name)}
            isChecked={isChosen}
            tabIndex={-1}
            onToggle={() => props.onToggle(id)}
          />
        </div>
      )}
      {isUnreadable(row) ? (
        <UnreadableCell name={props.name} />
      ) : (
        <DefectBoundary resetKey={id} frame={() => <UnreadableCell name={props.name} />}>
          {columns.map((column, index) => {
            const fill = column.fill?.(row)
            const isHere = isCursor && cursorColumn === column.id
            return (
              <div
                key={column.id}
                role="gridcell"
                className={classes.cell}
                data-column={column.id}
                data-kind={column.kind}
                data-right={isRight(column) || undefined}
                data-strong={column.isStrong || undefined}
                data-quiet={column.isQuiet || undefined}
                data-ruled={column.isRuled || undefined}
                style={fill && { background: toneFill(fill), color: toneText(fill) }}
                tabIndex={walksCells ? (isHere ? 0 : -1) : undefined}
              >
                {index === 0 && isStale && (
                  <IconClock size={12} className={classes.stale} role="img" aria-label={w.beingSaved} />
                )}
                <TableCell column={column} row={row} />
              </div>
            )
          })}
        </DefectBoundary>
      )}
    </div>
  )
}

/** One row; drawn again only when something about it has changed. */
export const TableRow = memo(TableRowPlain) as typeof TableRowPlain
