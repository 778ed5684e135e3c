import { z } from 'zod'
import type { ListingAtChannel, Page, RefusedModel, ShopAtChannel } from '../connector.ts'
import { ChannelTrouble } from '../trouble.ts'
import { amountOf } from './amount.ts'
import { nextOf } from './order-calls.ts'
import type { ShopCalls } from './shop-calls.ts'
import { Errors } from './wire.ts'

/* Source: Partner Center, product 202309 and 202502 (2026-11). Every SKU has an id of its own, also where there is only one. */

/** Each product is asked for by itself, since only its detail names the variations. */
const PAGE_SIZE = '20'

const Stock = z.object({ warehouse_id: z.string(), quantity: z.number().int() })
const Sku = z.object({
  id: z.string(),
  seller_sku: z.string().nullish(),
  price: z.object({ tax_exclusive_price: z.string().nullish(), sale_price: z.string().nullish() }).nullish(),
  inventory: z.array(Stock).nullish(),
  sales_attributes: z.array(z.object({ value_name: z.string().nullish() })).nullish(),
  status_info: z.object({ status: z.string().nullish() }).nullish(),
})
const Product = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string().nullish(),
  product_status: z.string().nullish(),
  skus: z.array(Sku).nullish(),
})
type Product = z.infer<typeof Product>
const Found = z.object({ products: z.array(Product).nullish(), next_page_token: z.string().nullish() })
const Inventory = z.object({
  inventory: z
    .array(
      z.object({
        skus: z.array(
          z.object({
            id: z.string(),
            total_available_quantity: z.number().int(),
            total_committed_quantity: z.number().int(),
          }),
        ),
      }),
    )
    .nullish(),
})
type Levels = Map<string, { available: number; committed: number }>

const STATES: Record<string, ListingAtChannel['state']> = {
  ACTIVATE: 'live',
  DRAFT: 'hidden',
  PENDING: 'hidden',
  SELLER_DEACTIVATED: 'hidden',
  FAILED: 'refused',
  PLATFORM_DEACTIVATED: 'refused',
  FREEZE: 'refused',
  DELETED: 'gone',
}
/** Their detail is not told any more. */
const WITHOUT_DETAIL = new Set(['FREEZE', 'DELETED'])
const LOCKED_BY_PROMOTION = new Set([12052393, 12019045, 12052038])

const statusOf = ({ status, product_status }: Product) => product_status ?? status ?? ''

function listingsOf(product: Product, levels: Levels): ListingAtChannel[] {
  const isOne = (product.skus ?? []).length === 1
  return (product.skus ?? []).map((sku) => {
    const level = levels.get(sku.id)
    const written = sku.price?.tax_exclusive_price ?? sku.price?.sale_price
    const quantities = sku.inventory?.map(({ quantity }) => quantity)
    const state = STATES[statusOf(product)] ?? 'hidden'
    return {
      itemId: product.id,
      modelId: sku.id,
      productName: product.title,
      variationName:
        isOne && !sku.sales_attributes?.length
          ? ''
          : (sku.sales_attributes ?? []).map(({ value_name }) => value_name ?? '').join(', '),
      sku: sku.seller_sku ?? '',
      parentSku: '',
      state: state === 'live' && sku.status_info?.status?.includes('DEACTIVATED') ? 'hidden' : state,
      stock: level?.available ?? quantities?.reduce((sum, each) => sum + each, 0) ?? null,
      reserved: level?.committed ?? null,
      price: written ? amountOf(written) : null,
      lockedBy: '',
    }
  })
}

export function listingCalls({
  get,
  post,
}: ShopCalls): Pick<ShopAtChannel, 'listings' | 'listingsOf' | 'setStock' | 'setPrice'> {
  const detail = async (id: string): Promise<Product> =>
    Product.parse((await get(`/product/202309/products/${id}`)).data)

  const levelsOf = async (ids: readonly string[]): Promise<Levels> => {
    if (ids.length === 0) return new Map()
    const { data } = await post('/product/202309/inventory/search', { product_ids: ids }, { isReading: true })
    const skus = (Inventory.parse(data).inventory ?? []).flatMap((each) => each.skus)
    return new Map(
      skus.map((sku) => [sku.id, { available: sku.total_available_quantity, committed: sku.total_committed_quantity }]),
    )
  }

  return {
    async listings(cursor): Promise<Page<ListingAtChannel>> {
      const query = { page_size: PAGE_SIZE, ...(cursor === null ? {} : { page_token: cursor }) }
      const { data } = await post('/product/202502/products/search', { status: 'ALL' }, { query, isReading: true })
      const { products, next_page_token } = Found.parse(data)
      const found = products ?? []
      const told = found.filter((product) => !WITHOUT_DETAIL.has(statusOf(product)))
      const levels = await levelsOf(told.map(({ id }) => id))
      const items: ListingAtChannel[] = []
      for (const product of found)
        items.push(
          ...listingsOf(told.includes(product) ? { ...product, ...(await detail(product.id)) } : product, levels),
        )
      return { items, next: nextOf(next_page_token) }
    },

    async listingsOf(ids) {
      const levels = await levelsOf(ids)
      const items: ListingAtChannel[] = []
      for (const id of ids) items.push(...listingsOf(await detail(id), levels))
      return items
    },

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
