// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of plain boxes; rows placed by transform cannot be a <table>, and one stop holds the focus
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { useWords } from '../language.tsx'
import { type Column, isRight, type Sort } from './columns.ts'
import classes from './DataTable.module.css'
import { TableCheckbox } from './TableCheckbox.tsx'

export interface TableHeadProps<Row> {
  columns: readonly Column<Row>[]
  template: string
  sort: Sort | null
  onSort: (column: Column<Row>) => void
  /** Null when rows cannot be chosen. */
  chosen: 'none' | 'some' | 'all' | null
  onChooseAll: () => void
}

/** The sticky head row: labels, sort buttons, "Pilih Semua". */
export function TableHead<Row>({ columns, template, sort, onSort, chosen, onChooseAll }: TableHeadProps<Row>) {
  const w = useWords(partsWords)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take focus, the row itself does not
    <div role="row" aria-rowindex={1} className={classes.headRow} style={{ gridTemplateColumns: template }}>
      {chosen !== null && (
        // biome-ignore lint/a11y/useFocusableInteractive: the checkbox inside takes focus
        <div role="columnheader" className={classes.check}>
          <TableCheckbox
            label={w.selectAll}
            isChecked={chosen === 'all'}
            isMixed={chosen === 'some'}
            onToggle={onChooseAll}
          />
        </div>
      )}
      {columns.map((column) => {
        const isSorted = sort?.columnId === column.id
        const direction = sort?.isDescending ? 'descending' : 'ascending'
        const SortIcon = sort?.isDescending ? IconChevronDown : IconChevronUp
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the sort button inside takes focus
          <div
            key={column.id}
            role="columnheader"
            className={classes.head}
            data-kind={column.kind}
            data-right={isRight(column) || undefined}
            data-ruled={column.isRuled || undefined}
            aria-sort={isSorted ? direction : column.isSortable ? 'none' : undefined}
          >
            {column.isSortable ? (
              <button
                type="button"
                className={classes.sort}
                title={w.sortBy(column.head)}
                onClick={() => onSort(column)}
              >
                {column.head}
                {isSorted && <SortIcon size={14} aria-hidden />}
              </button>
            ) : (
              column.head
            )}
          </div>
        )
      })}
    </div>
  )
}
