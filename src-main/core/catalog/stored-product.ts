import type { ProductDraft, VariantDraft } from '../../../src-shared/catalog/catalog.ts'
import { inSizeOrder } from './size-order.ts'

/** A product as it stands in the catalog: the draft it was last saved from. */
export interface StoredProduct extends ProductDraft {
  archived: boolean
}

/** The draft as it is kept: a component named twice counts together, variants stand in the order of their sizes. */
export const arranged = (draft: ProductDraft): ProductDraft => ({
  ...draft,
  variants: inSizeOrder(draft.variants.map((variant) => ({ ...variant, components: summed(variant.components) }))),
})

function summed(components: VariantDraft['components']): VariantDraft['components'] {
  const pieces = new Map<string, number>()
  for (const component of components)
    pieces.set(component.variantId, (pieces.get(component.variantId) ?? 0) + component.pieces)
  return [...pieces]
    .map(([variantId, pieces]) => ({ variantId, pieces }))
    .sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
}

export interface ProductChange {
  /** The product's own fields, when they changed or it is new. */
  product: boolean
  added: VariantDraft[]
  changed: VariantDraft[]
  removed: VariantDraft[]
  /** Variants whose place among the others moved. */
  moved: boolean
}

/** What saving would change; nothing at all when the same draft is saved again. */
export function productChange(before: StoredProduct | null, wanted: ProductDraft): ProductChange {
  const stored = new Map(before?.variants.map((variant) => [variant.id, variant]))
  const kept = new Set(wanted.variants.map(({ id }) => id))
  const order = (variants: readonly VariantDraft[]) => variants.map(({ id }) => id).join()
  return {
    product:
      before === null ||
      before.name !== wanted.name ||
      before.category !== wanted.category ||
      before.description !== wanted.description ||
      before.photoId !== wanted.photoId,
    added: wanted.variants.filter(({ id }) => !stored.has(id)),
    changed: wanted.variants.filter(
      (variant) => stored.has(variant.id) && !sameVariant(stored.get(variant.id)!, variant),
    ),
    removed: before?.variants.filter(({ id }) => !kept.has(id)) ?? [],
    moved: before !== null && order(before.variants) !== order(wanted.variants),
  }
}

export const isNothing = ({ product, added, changed, removed, moved }: ProductChange): boolean =>
  !product && !moved && added.length + changed.length + removed.length === 0

const FIELDS = [
  'sku',
  'barcode',
  'motif',
  'colour',
  'size',
  'unit',
  'shelf',
  'price',
  'weightGrams',
  'reorderPoint',
  'safetyStock',
  'ownPhotoId',
] as const satisfies (keyof VariantDraft)[]

export const sameVariant = (a: VariantDraft, b: VariantDraft): boolean =>
  FIELDS.every((field) => a[field] === b[field]) && sameComponents(a, b)

export const sameComponents = (a: VariantDraft, b: VariantDraft): boolean =>
  a.components.length === b.components.length &&
  a.components.every(({ variantId, pieces }) =>
    b.components.some((other) => other.variantId === variantId && other.pieces === pieces),
  )
