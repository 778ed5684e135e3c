import { z } from 'zod'
import { ATTRIBUTES, brandsOf, CATEGORIES, CATEGORY_OF, isLeaf } from './categories.ts'
import { Id, Int, queryInt, queryInts, queryText, read } from './parameters.ts'
import { itemOf } from './product-calls.ts'
import type { Shopee } from './state.ts'
import { type Payload, Refused, wrongParameter } from './wire.ts'

/* What Shopee proposes while a listing is written. Source: v2.product pages (2026-08). */

const NAMED = z.object({ item_name: queryText().optional(), product_cover_image: queryText().optional() })

/** Categories whose words are in the name; nothing fits, nothing is proposed. */
export function categoryRecommend(_: Shopee, query: unknown): Payload {
  const { item_name } = read(NAMED, query, 'product.')
  if (!item_name) throw new Refused('product.error_param', 'invalid field ItemName: value must  Not Null')
  return { response: { category_id: categoriesIn(item_name) } }
}

function categoriesIn(name: string): number[] {
  const words = name.toLowerCase()
  const ofWord = Object.entries(CATEGORY_OF).flatMap(([word, id]) => (words.includes(word.toLowerCase()) ? [id] : []))
  const ofName = CATEGORIES.flatMap(({ id, name: own }) =>
    isLeaf(id) && words.includes(own.toLowerCase()) ? [id] : [],
  )
  return [...new Set([...ofWord, ...ofName])].slice(0, 3)
}

const FOR_ITEM = z.object({
  item_name: queryText().pipe(z.string().min(1)),
  category_id: queryInt(),
  cover_image_id: queryText().optional(),
})

/** Of every attribute the choice that the name says. */
export function recommendAttribute(_: Shopee, query: unknown): Payload {
  const { item_name, category_id } = read(FOR_ITEM, query, 'product.')
  checkLeaf(category_id)
  const words = item_name.toLowerCase()
  return {
    response: {
      attribute_list: ATTRIBUTES.flatMap(({ id, values }) => {
        const said = values.filter(({ name, english }) =>
          [name, english].some((word) => words.includes(word.toLowerCase())),
        )
        return said.length > 0
          ? [{ attribute_id: id, attribute_value_list: said.map((value) => ({ value_id: value.id })) }]
          : []
      }),
    },
  }
}

const VALUES = z.object({
  attribute_id: Id,
  value_name: z.string().optional(),
  cursor: Int.min(0),
  limit: Int.min(1).max(100),
})

export function searchAttributeValues(_: Shopee, body: unknown): Payload {
  const { attribute_id, value_name = '', cursor, limit } = read(VALUES, body, 'product.')
  const attribute = ATTRIBUTES.find(({ id }) => id === attribute_id)
  if (!attribute) throw wrongParameter(`Invalid attribute_id ${attribute_id}`, 'product.')
  const found = attribute.values.filter(({ name, english }) =>
    [name, english].some((word) => word.toLowerCase().includes(value_name.toLowerCase())),
  )
  const end = cursor + limit
  return {
    response: {
      value_list: found.slice(cursor, end).map(({ id, name }) => ({ value_id: id, value_name: name })),
      page_info: { cursor: Math.min(end, found.length), has_next: end < found.length },
    },
  }
}

const OF_CATEGORY = z.object({ category_id: queryInt() })

/** Variations with names of their own are all there are: nothing is standardised here. */
export function variationTree(_: Shopee, query: unknown): Payload {
  checkLeaf(read(OF_CATEGORY, query, 'product.').category_id)
  return { flat: { data: { standardise_variation_list: [] } } }
}

const VIOLATIONS = z.object({ item_id_list: queryInts(50) })

export function itemViolations(shopee: Shopee, query: unknown): Payload {
  const { item_id_list } = read(VIOLATIONS, query, 'product.')
  return {
    response: {
      item_list: item_id_list.map((item_id) => {
        if (!shopee.state.items.has(item_id))
          return { item_id, fail_error: 'product.error_item_not_found', fail_message: 'Product not found' }
        const { name, status } = itemOf(shopee, item_id)
        return {
          item_id,
          item_name: name,
          item_status: status,
          deboost: false,
          item_status_details: [],
          deboost_details: [],
        }
      }),
    },
  }
}

const BRAND = z.object({
  original_brand_name: z.string().trim().min(1).max(254),
  category_list: z.array(Id).min(1).max(50),
  product_image: z.object({ image_id_list: z.array(z.string()).min(1).max(9) }),
  brand_region: z.string().min(1),
})

/** Shopee looks at a brand before anyone may sell under it. */
export function registerBrand({ state }: Shopee, body: unknown): Payload {
  const asked = read(BRAND, body, 'product.')
  for (const id of asked.category_list) checkLeaf(id)
  const strange = asked.product_image.image_id_list.find((id) => !state.images.has(id))
  if (strange !== undefined) throw wrongParameter(`Invalid image_id ${strange}`, 'product.')
  const name = asked.original_brand_name
  if (brandsOf(state).some((brand) => brand.name.toLowerCase() === name.toLowerCase()))
    throw new Refused('product.error_param', 'The brand already exists.')
  const brand = { id: Math.max(...brandsOf(state).map(({ id }) => id)) + 1, name, isPending: true }
  state.ownBrands = [...(state.ownBrands ?? []), brand]
  return { response: { brand_id: brand.id, original_brand_name: name } }
}

/** Nobody has written about the goods. */
export const comments = (): Payload => ({ response: { item_comment_list: [], more: false, next_cursor: '' } })

function checkLeaf(id: number) {
  if (!isLeaf(id)) throw new Refused('product.error_invalid_category', `Invalid category ID ${id}`)
}
