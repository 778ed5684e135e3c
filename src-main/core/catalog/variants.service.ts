import type { Variant } from '../../../src-shared/catalog/catalog.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { searchVariants } from './catalog.repository.ts'
import { variantIdByCode, variantsByIds } from './catalog-views.repository.ts'
import { codeOwners, setBarcode } from './products.repository.ts'

export const createVariants = ({ read, write, now }: Pick<RoomNeeds, 'read' | 'write' | 'now'>) => ({
  search: ({ query, limit, bundles }: { query: string; limit: number; bundles: boolean }): Promise<Variant[]> =>
    searchVariants(read, query, limit, bundles),

  async byCode(code: string): Promise<Variant | null> {
    const id = code.trim() === '' ? null : await variantIdByCode(read, code.trim())
    return id === null ? null : ((await variantsByIds(read, [id]))[0] ?? null)
  },

  pairBarcode: (variantId: string, barcode: string): Promise<Variant> =>
    write(['catalog', 'inventory'], async (tx) => {
      const [variant] = await variantsByIds(tx, [variantId])
      if (!variant) throw new DomainError('PRODUCT_NOT_FOUND', { id: variantId })
      if (variant.barcode === barcode) return variant
      const other = (await codeOwners(tx, [barcode])).find((owner) => owner.variantId !== variantId)
      if (other) throw new DomainError('BARCODE_TAKEN', { barcode, product: other.productName })
      await setBarcode(tx, variantId, barcode, now())
      return { ...variant, barcode }
    }),
})
