import { formatNumber, type Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import { asInOnePlace, type ItemLine } from './item-line.ts'
import type { OrderDraft, OrderFinding, OrderStatement } from './order-list.ts'

/**
 * Takes the lines of an order that stands in the file several times once, and holds them against what the order states that they
 * come to. An order that was paid for as often as it stands there is as large as that.
 */
export function takenOnce<Field extends string, Line extends ItemLine>(
  draft: OrderDraft<Field, OrderStatement, Line>,
  stated: Rupiah,
  owed: (lines: readonly Line[]) => Rupiah,
): OrderFinding<Field>[] {
  const all = draft.lines
  if (owed(all) === stated) return []
  const once = asInOnePlace(all, draft.againAt) ?? ofEqualRows(all)
  const isRepeated = once !== null && (draft.againAt.length > 0 ? stated < owed(all) : owed(once) === stated)
  if (isRepeated) draft.lines = once
  const { table } = draft.layout
  const twice: OrderFinding<Field>[] = isRepeated ? [{ code: 'ROW_TWICE', field: table.identity, value: '' }] : []
  const counted = owed(draft.lines)
  if (counted === stated) return twice
  const value = `${formatNumber(stated)} ≠ ${formatNumber(counted)}`
  return [...twice, { code: 'AMOUNTS_DO_NOT_ADD_UP', field: 'buyerPayment' as Field, value }]
}

/** Each row once, where some are the very same. */
function ofEqualRows<Line extends ItemLine>(lines: readonly Line[]): Line[] | null {
  const once = [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()]
  return once.length < lines.length ? once : null
}
