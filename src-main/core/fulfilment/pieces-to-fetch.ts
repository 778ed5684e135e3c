import type { ParcelItem } from '../../../src-shared/fulfilment/fulfilment.ts'

export interface PickRow extends Omit<ParcelItem, 'key' | 'scanned'> {
  /** Null for goods without an SKU: nobody knows how many there are. */
  onHand: number | null
  orderNumbers: string[]
}

const natural = new Intl.Collator('id', { numeric: true, sensitivity: 'base' })

/** Shelves as one walks along them, `B-2` before `B-11`, goods without a shelf last; on a shelf by SKU. */
export const byShelf = (a: { shelf: string; sku: string }, b: { shelf: string; sku: string }): number =>
  Number(a.shelf.trim() === '') - Number(b.shelf.trim() === '') ||
  natural.compare(a.shelf, b.shelf) ||
  natural.compare(a.sku, b.sku)

/** What to fetch for these parcels: one row for each SKU, with the orders it is for. */
export function pickRows(
  parcels: readonly { orderNumber: string; items: readonly ParcelItem[] }[],
  onHand: ReadonlyMap<string, number>,
): PickRow[] {
  const rows = new Map<string, PickRow>()
  for (const { orderNumber, items } of parcels)
    for (const { key, scanned: _, ...item } of items) {
      const row = rows.get(key)
      if (row) {
        row.pieces += item.pieces
        row.orderNumbers.push(orderNumber)
      } else {
        const stock = item.variantId === null ? null : (onHand.get(item.variantId) ?? 0)
        rows.set(key, { ...item, onHand: stock, orderNumbers: [orderNumber] })
      }
    }
  return [...rows.values()].sort(byShelf)
}
