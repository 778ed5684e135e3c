import type { Product, ProductDraft, ProductRow, Variant } from '../../../src-shared/catalog/catalog.ts'
import type { OpeningLine } from '../../../src-shared/inventory/inventory.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { RoomNeeds } from '../room-needs.ts'
import {
  categories,
  type ProductFilter,
  type ProductHead,
  productCount,
  productPage,
} from './catalog-search.repository.ts'
import { variantsOfProducts } from './catalog-views.repository.ts'
import { codeKey } from './codes.ts'
import { type RuleFacts, requireSound } from './product-rules.ts'
import {
  archiveProduct,
  codeOwners,
  releaseCodes,
  saveProduct,
  storedProducts,
  variantsElsewhere,
  variantsInsideBundles,
  variantsWithHistory,
  variantsWithStock,
} from './products.repository.ts'
import {
  arranged,
  isNothing,
  type ProductChange,
  productChange,
  type StoredProduct,
  sameComponents,
} from './stored-product.ts'

/** The inventory room's step: what stood on the shelves when the books began. */
export type FillOpenings = (
  tx: Tx,
  lines: readonly OpeningLine[],
  isMeant: boolean | undefined,
) => Promise<{ documentsCosted: number }>

export interface ProductToSave extends ProductDraft {
  openings: readonly OpeningLine[]
  isMeant?: boolean | undefined
}

export type SettleOrdersStillHere = (tx: Tx, variantIds: readonly string[], since: Instant) => Promise<number>

export const createProducts = ({
  read,
  write,
  now,
  settleOrdersStillHere,
  fillOpenings,
}: Pick<RoomNeeds, 'read' | 'write' | 'now'> & {
  settleOrdersStillHere: SettleOrdersStillHere
  fillOpenings: FillOpenings
}) => ({
  async list(filter: ProductFilter) {
    const [{ heads, nextCursor }, total, names] = await Promise.all([
      productPage(read, filter),
      productCount(read, filter),
      categories(read),
    ])
    const variants = await variantsOfProducts(
      read,
      heads.map(({ id }) => id),
    )
    return {
      rows: heads.map((head) => productRow(head, variants.get(head.id) ?? [])),
      nextCursor,
      total,
      categories: names,
    }
  },

  get: (id: string) => productById(read, id),

  /** @throws PRODUCT_NOT_FOUND of an opening of goods that are not the product's; and whatever Stok Awal refuses. */
  save: ({ openings, isMeant, ...draft }: ProductToSave): Promise<Product & { documentsCosted: number }> =>
    write(['catalog', 'inventory', 'orders', 'ledger', 'reports'], async (tx) => {
      const before = (await storedProducts(tx, [draft.id])).get(draft.id) ?? null
      const wanted = arranged(draft)
      const change = productChange(before, wanted)
      if (!isNothing(change)) {
        requireSound(wanted, before, change, await ruleFacts(tx, wanted, before, change))
        await releaseCodes(
          tx,
          change.changed.map(({ id }) => id),
        )
        await saveProduct(tx, wanted, change, now())
        const recomposed = change.changed.filter(
          (variant) => !sameComponents(variant, before!.variants.find(({ id }) => id === variant.id)!),
        )
        if (recomposed.length > 0)
          await settleOrdersStillHere(
            tx,
            recomposed.map(({ id }) => id),
            now(),
          )
      }
      const own = new Set(wanted.variants.map(({ id }) => id))
      for (const { variantId } of openings)
        if (!own.has(variantId)) throw new DomainError('PRODUCT_NOT_FOUND', { id: variantId })
      const { documentsCosted } =
        openings.length > 0 ? await fillOpenings(tx, openings, isMeant) : { documentsCosted: 0 }
      return { ...(await productById(tx, draft.id)), documentsCosted }
    }),

  archive: (id: string, archived: boolean) =>
    write(['catalog', 'inventory'], async (tx) => {
      const known = await archiveProduct(tx, id, archived ? now() : null, now())
      if (!known) throw new DomainError('PRODUCT_NOT_FOUND', { id })
      return { id }
    }),
})

async function productById(reader: Reader, id: string): Promise<Product> {
  const product = (await storedProducts(reader, [id])).get(id)
  if (!product) throw new DomainError('PRODUCT_NOT_FOUND', { id })
  const variants = (await variantsOfProducts(reader, [id])).get(id) ?? []
  return { ...product, variants: variants.map(({ value: _, ...variant }) => variant) }
}

function productRow(head: ProductHead, variants: readonly (Variant & { value: number })[]): ProductRow {
  const prices = variants.map(({ price }) => price)
  const sum = (pick: (variant: Variant & { value: number }) => number) =>
    variants.reduce((total, variant) => total + pick(variant), 0)
  return {
    id: head.id,
    name: head.name,
    category: head.category,
    photoId: head.photo_id,
    archived: head.archived_at !== null,
    skus: variants.length,
    lowestPrice: prices.length === 0 ? 0 : Math.min(...prices),
    highestPrice: prices.length === 0 ? 0 : Math.max(...prices),
    onHand: sum(({ onHand }) => Math.max(0, onHand)),
    gone: sum(({ onHand }) => Math.max(0, -onHand)),
    available: sum(({ available }) => available),
    value: sum(({ value }) => value),
  }
}

async function ruleFacts(
  tx: Tx,
  wanted: ProductDraft,
  before: StoredProduct | null,
  change: ProductChange,
): Promise<RuleFacts> {
  const touched = [...change.added, ...change.changed]
  const bundleIds = wanted.variants.filter(({ components }) => components.length > 0).map(({ id }) => id)
  const componentIds = wanted.variants.flatMap(({ components }) => components.map(({ variantId }) => variantId))
  return {
    codeOwners: await codeOwners(tx, codesToClaim(touched, before)),
    elsewhere: await variantsElsewhere(
      tx,
      wanted.id,
      change.added.map(({ id }) => id),
    ),
    withHistory: await variantsWithHistory(
      tx,
      wanted.id,
      change.removed.map(({ id }) => id),
    ),
    withStock: await variantsWithStock(tx, bundleIds),
    components: await variantsElsewhere(tx, wanted.id, componentIds),
    insideBundles: await variantsInsideBundles(tx, wanted.id, bundleIds),
  }
}

/** Codes that are new to the product; the ones it had are its own already. */
function codesToClaim(touched: ProductChange['added'], before: StoredProduct | null): string[] {
  const codesOf = (variants: readonly { sku: string; barcode: string | null }[]) =>
    variants.flatMap(({ sku, barcode }) => (barcode === null ? [sku] : [sku, barcode]))
  const had = new Set(codesOf(before?.variants ?? []).map(codeKey))
  return codesOf(touched).filter((code) => !had.has(codeKey(code)))
}
