import type { OpeningStockRow } from '../../src-shared/inventory/inventory.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'

/** A line of the sheet: a product of several SKUs above them, or one SKU; `at` is its place among the SKUs. */
export type SheetItem =
  | { kind: 'product'; productId: Id; name: string; count: number }
  | { kind: 'row'; row: OpeningStockRow; at: number; isAlone: boolean }

export function sheetItems(rows: readonly OpeningStockRow[]): SheetItem[] {
  const families = Map.groupBy(
    rows.map((row, at) => ({ row, at })),
    ({ row }) => row.productId,
  )
  return [...families].flatMap(([productId, members]): SheetItem[] => {
    const isAlone = members.length === 1
    const items = members.map(({ row, at }): SheetItem => ({ kind: 'row', row, at, isAlone }))
    const name = members[0]?.row.goodsName.product ?? ''
    return isAlone ? items : [{ kind: 'product', productId, name, count: members.length }, ...items]
  })
}
