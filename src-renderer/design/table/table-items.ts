import { isUnreadable } from '../../../src-shared/kernel/unreadable.ts'

/** What stands below each other in the body: rows, and headings where the group changes. */
export type TableItem<Row> =
  | { kind: 'group'; key: string; label: string }
  | { kind: 'row'; key: string; row: Row; rowIndex: number }

/** Puts a heading before the first row of each group; rows must already stand together. */
export function tableItems<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  groupOf?: (row: Row) => string,
): TableItem<Row>[] {
  let group: string | undefined
  return rows.flatMap((row, rowIndex): TableItem<Row>[] => {
    const item: TableItem<Row> = { kind: 'row', key: rowId(row), row, rowIndex }
    const label = isUnreadable(row) ? group : groupOf?.(row)
    if (label === undefined || label === group) return [item]
    group = label
    return [{ kind: 'group', key: `group/${label}`, label }, item]
  })
}
