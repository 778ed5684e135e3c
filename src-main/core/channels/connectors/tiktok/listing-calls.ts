import { z } from 'zod'
import type { RefusedModel, ShopAtChannel } from '../connector.ts'
import { ChannelTrouble } from '../trouble.ts'
import type { ShopCalls } from './shop-calls.ts'
import { Errors } from './wire.ts'

/* Source: Partner Center, product 202309 and 202502 (2026-11). Every SKU has an id of its own, also where there is only one. */

const Stock = z.object({ warehouse_id: z.string(), quantity: z.number().int() })
const Product = z.object({
  skus: z.array(z.object({ id: z.string(), inventory: z.array(Stock).nullish() })).nullish(),
})
type Product = z.infer<typeof Product>
const LOCKED_BY_PROMOTION = new Set([12052393, 12019045, 12052038])

export function listingCalls({ get, post }: ShopCalls): Pick<ShopAtChannel, 'setStock' | 'setPrice'> {
  const detail = async (id: string): Promise<Product> =>
    Product.parse((await get(`/product/202309/products/${id}`)).data)

  return {
    async setStock(itemId, models) {
      const product = await detail(itemId)
      const refused: RefusedModel[] = []
      const skus = models.flatMap(({ modelId, pieces }) => {
        const sku = product.skus?.find(({ id }) => id === modelId)
        if (!sku?.inventory?.length) {
          refused.push({
            modelId,
            code: sku ? 'NO_WAREHOUSE' : 'NO_SUCH_MODEL',
            message: 'the channel has no stock of it',
          })
          return []
        }
        return [{ id: modelId, inventory: spread(sku.inventory, pieces) }]
      })
      if (skus.length === 0) return refused
      const { data } = await post(`/product/202309/products/${itemId}/inventory/update`, { skus }, { isReading: false })
      return [
        ...refused,
        ...refusedModels(
          data,
          skus.map(({ id }) => id),
        ),
      ]
    },

    async setPrice(itemId, models) {
      const skus = models.map(({ modelId, price }) => ({
        id: modelId,
        price: { amount: String(price), currency: 'IDR' },
      }))
      try {
        const { data } = await post(`/product/202309/products/${itemId}/prices/update`, { skus }, { isReading: false })
        return refusedModels(
          data,
          skus.map(({ id }) => id),
        )
      } catch (problem) {
        if (!(problem instanceof ChannelTrouble) || !LOCKED_BY_PROMOTION.has(Number(problem.trouble.code)))
          throw problem
        const { code, message } = problem.trouble
        return models.map(({ modelId }) => ({ modelId, code, message }))
      }
    },
  }
}

/**
 * So many pieces over all the warehouses, which must all be named. What lies elsewhere stays there as far as it can; the first
 * warehouse takes the difference.
 */
function spread(inventory: readonly z.infer<typeof Stock>[], pieces: number) {
  let left = pieces
  const others = inventory.slice(1).map(({ warehouse_id, quantity }) => {
    const kept = Math.min(quantity, left)
    left -= kept
    return { warehouse_id, quantity: kept }
  })
  return [{ warehouse_id: inventory[0]!.warehouse_id, quantity: left }, ...others]
}

/** Rows that were refused while the others were taken; one that names no SKU is of all that were sent. */
function refusedModels(data: unknown, sent: readonly string[]): RefusedModel[] {
  const { errors } = Errors.parse(data ?? {})
  return (errors ?? []).flatMap(({ code, message, detail }) => {
    const named = detail?.sku_id
    return (typeof named === 'string' && named !== '' ? [named] : sent).map((modelId) => ({
      modelId,
      code: String(code),
      message,
    }))
  })
}
