import type { OrderFile, OrderInFile } from '../../../../../src-shared/channels/channel-file.ts'
import { businessDay, type Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { FileKind } from '../file-kind.ts'
import { headingSheets } from '../reading/heading-sheets.ts'
import type { Layout } from '../reading/recognise.ts'
import type { ItemLine } from './item-line.ts'
import type { OrderList, OrderStatement } from './order-list.ts'
import { readOrderList } from './read-order-list.ts'

/** An order list as a kind of file: whichever channel it is of, it is recognised, read and shown alike. */
export const orderKind = <Field extends string, Statement extends OrderStatement, Line extends ItemLine>(
  list: OrderList<Field, Statement, Line>,
): FileKind<OrderFile> => ({
  kind: list.kind,
  recognise(head) {
    const found = headingSheets(head, list.table)
    // a sheet of something else may share many headings; one that has them all counts before it
    const whole = found.filter(({ layout }) => layout.missing.length === 0)
    const [first] = whole.length > 0 ? whole : found
    if (!first) return null
    const isOneList = whole.length > 1 && whole.every(({ layout }) => isLaidOutAs(layout, first.layout))
    return {
      missing: first.layout.missing,
      known: first.layout.columns.size,
      rivals: (whole.length > 0 ? whole : found).map(({ sheet }) => sheet.name),
      read: async (book) => (await readOrderList(list, [first], book))!,
      ...(isOneList ? { readOn: (book) => readOrderList(list, whole, book) } : {}),
    }
  },
  ...orderListShown,
})

/** The same columns in the same places: a list that was cut where a sheet was full. */
export const isLaidOutAs = <Field extends string>(a: Layout<Field>, b: Layout<Field>): boolean =>
  a.width === b.width && [...b.columns].every(([field, { index }]) => a.columns.get(field)?.index === index)

/** How an order list is shown, whatever it was recognised by. */
export const orderListShown: Pick<FileKind<OrderFile>, 'isEmpty' | 'preview'> = {
  isEmpty: ({ totals, keptOut }) => totals.rows + keptOut.rows === 0,
  preview: ({ orders, ...said }, zone) => ({ about: 'orders', ...said, ...daysOf(orders, zone) }),
}

/** The first and the last day on which an order of the file was placed. */
function daysOf(orders: readonly OrderInFile[], zone: Zone): { from: string | null; to: string | null } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { snapshot } of orders) {
    if (snapshot.placedAt === null) continue
    first = Math.min(first, snapshot.placedAt)
    last = Math.max(last, snapshot.placedAt)
  }
  return first > last ? { from: null, to: null } : { from: businessDay(first, zone), to: businessDay(last, zone) }
}
