import { createRouterClient } from '@orpc/server'
import type { Defect } from '../../src-shared/kernel/defect.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { MOST_PIECES_IN_BUNDLE } from '../../src-shared/kernel/limits.ts'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'

/** A shop that a window talks to: faults are written down and travel with a code, everything else is an answer or a refusal. */
export async function aShopUnderAttack() {
  const { core, doors, client: owner, clock } = await aCore()
  const defects: Defect[] = []
  const client = createRouterClient(core.router, { context: { noteDefect: (defect) => void defects.push(defect) } })
  const product = aProduct({ variants: ['A', 'B', 'C'].map((size) => aVariant({ sku: `KMJ-${size}`, size })) })
  await owner.catalog.products.save(product)
  const bundle = aProduct({
    name: 'Paket',
    variants: [
      aVariant({ sku: 'PAKET', components: [{ variantId: product.variants[0]!.id, pieces: MOST_PIECES_IN_BUNDLE }] }),
    ],
  })
  await owner.catalog.products.save(bundle)
  const shopId = newId()
  await owner.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna' })
  const skus = [product.variants[0]!.id, product.variants[1]!.id, bundle.variants[0]!.id]
  return { core, doors, clock, client, defects, skus, shopId }
}

export type ShopUnderAttack = Awaited<ReturnType<typeof aShopUnderAttack>>
