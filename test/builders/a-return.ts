import { newId } from '../../src-shared/kernel/ids.ts'
import type { ReturnCondition } from '../../src-shared/orders/return.ts'
import type { InspectionDraft } from '../../src-shared/returns/return.ts'
import { aPackingDesk, type Sku } from './a-packing-desk.ts'
import { openingStock } from './books.ts'

/** A packing desk whose shelves are filled by hand, and someone who opens parcels that came back. */
export async function aReturnsDesk(stock: Partial<Record<Sku, [pieces: number, unitCost: number]>> = {}) {
  const desk = await aPackingDesk({ pieces: 0 })
  for (const [sku, [pieces, unitCost]] of Object.entries(stock))
    await openingStock(desk.doors, desk.ids[sku as Sku], pieces, unitCost)
  const { client, ids } = desk
  return {
    ...desk,
    /** Cek Kondisi: so many pieces of a SKU in this condition. */
    inspect: (
      orderId: string,
      found: [sku: Sku, pieces: number, condition: ReturnCondition][],
      more: Partial<InspectionDraft> = {},
    ) =>
      client.returns.inspect({
        orderId,
        lines: found.map(([sku, pieces, condition]) => ({ id: newId(), variantId: ids[sku], pieces, condition })),
        note: '',
        refund: null,
        ...more,
      }),
    waiting: async () => (await client.returns.list({ tab: 'waiting' })).rows,
  }
}
