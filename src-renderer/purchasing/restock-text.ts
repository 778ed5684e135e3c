import { wholeName } from '../../src-shared/catalog/goods-name.ts'
import type { ShoppingListDraft } from '../../src-shared/fulfilment/shopping-list.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { Restock, RestockRow } from '../../src-shared/purchasing/restock.ts'
import type { restockWords } from '../../src-shared/purchasing/restock.words.ts'
import { rupiahText } from '../design/fields/rupiah-entry.ts'
import { emptyReceipt, type ReceiveForm } from './receive-form.ts'

/** A row of the list with the pieces the person wants of it; rows of which none is wanted are left out. */
export type Wanted = RestockRow & { pieces: number }

export type WantedOf = (group: Restock['suppliers'][number]) => Wanted[]

/** The order as one sends it to a supplier: plain lines, no prices, for these are what is asked. */
export function whatsAppText(
  w: (typeof restockWords)['id'],
  supplier: string,
  shop: string,
  rows: readonly Wanted[],
): string {
  const lines = rows.map(({ goodsName, pieces, unit }, index) =>
    w.line(String(index + 1), wholeName(goodsName), formatNumber(pieces), unit),
  )
  const all = rows.reduce((sum, { pieces }) => sum + pieces, 0)
  return [w.hello(supplier, shop), ...lines, w.pieces(formatNumber(all)), w.please].join('\n')
}

/** A chat opens with this many letters written; longer orders are pasted. Links may be cut beyond some 2,000 signs. */
export const MOST_IN_LINK = 1_200

/** The list as it is drawn on paper; suppliers of whom nothing is wanted are left out. */
export const sheetOfList = (plan: string, groups: Restock['suppliers'], wantedOf: WantedOf): ShoppingListDraft => ({
  plan,
  suppliers: groups.flatMap((group) => {
    const lines = wantedOf(group).map(({ variantId, pieces, price }) => ({ variantId, pieces, price }))
    return lines.length === 0 ? [] : [{ name: group.supplier?.name ?? '', phone: group.supplier?.phone ?? '', lines }]
  }),
})

/** Terima Barang as it will be filled in when these goods come. */
export const receiptOfList = (day: string, supplierName: string, rows: readonly Wanted[]): ReceiveForm => ({
  ...emptyReceipt(day),
  supplierName,
  lines: rows.map(({ variantId, sku, label, goodsName, pieces, price }) => ({
    id: newId(),
    variantId,
    sku,
    label,
    goodsName,
    quantity: String(pieces),
    price: price === null ? '' : rupiahText(price),
    averageCost: price,
  })),
})
