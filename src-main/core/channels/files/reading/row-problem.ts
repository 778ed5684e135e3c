import type { RowProblem, RowProblemCode } from '../../../../../src-shared/channels/channel-file.ts'
import type { Layout } from './recognise.ts'

/** Remarks on an order that is taken in all the same. */
const REMARKS: ReadonlySet<RowProblemCode> = new Set([
  'STATUS_UNKNOWN',
  'AMOUNTS_DO_NOT_ADD_UP',
  'BALANCE_BREAKS',
  'ROW_TWICE',
])

/** A problem as people are told of it, naming the column as the file does. It blocks only where an effect needs the value. */
export function rowProblem<Field extends string>(
  { columns, table }: Layout<Field>,
  code: RowProblemCode,
  field: Field,
  at: { row: number; value: string; orderNumber: string; isNeeded?: boolean | undefined },
): RowProblem {
  const column = columns.get(field)
  const { isNeeded = table.needed.includes(field) } = at
  return {
    code,
    row: at.row,
    column: column?.heading ?? table.headings[field][0],
    columnLetter: column?.letter ?? '',
    orderNumber: at.orderNumber,
    value: at.value.slice(0, 80).toWellFormed(),
    blocks: isNeeded && !REMARKS.has(code),
  }
}
