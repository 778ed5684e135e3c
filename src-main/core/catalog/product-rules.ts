import type { ProductDraft } from '../../../src-shared/catalog/catalog.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { codeKey } from './codes.ts'
import type { ProductChange, StoredProduct } from './stored-product.ts'

/** An SKU that has a code in the shop, and the product people know it by. */
export interface CodeOwner {
  variantId: string
  sku: string
  barcode: string | null
  productName: string
}

/** What must be known of the rest of the shop to judge a draft. */
export interface RuleFacts {
  /** Owners of any code the draft uses, in whatever product. */
  codeOwners: readonly CodeOwner[]
  /** SKUs that other products hold, by id: a draft cannot take them over. */
  elsewhere: ReadonlyMap<string, CodeOwner>
  /** Variants with stock, orders, purchases, listings or a bundle that needs them. */
  withHistory: ReadonlySet<string>
  /** Variants that ever had stock of their own. */
  withStock: ReadonlySet<string>
  /** The components named, as they stand in other products. */
  components: ReadonlyMap<string, { sku: string; isBundle: boolean }>
  /** Variants that bundles of other products are made of. */
  insideBundles: ReadonlySet<string>
}

/**
 * Refuses a draft that would break the catalog.
 * @throws SKU_TAKEN, BARCODE_TAKEN, VARIANT_HAS_HISTORY, BUNDLE_HAS_STOCK, BUNDLE_IN_BUNDLE, PRODUCT_NOT_FOUND
 */
export function requireSound(
  wanted: ProductDraft,
  before: StoredProduct | null,
  change: ProductChange,
  facts: RuleFacts,
): void {
  const drafted = new Set<string>()
  for (const { id, sku } of wanted.variants) {
    const other = facts.elsewhere.get(id)
    if (other) throw new DomainError('SKU_TAKEN', { sku: other.sku, product: other.productName })
    if (drafted.has(id)) throw new DomainError('SKU_TAKEN', { sku, product: wanted.name })
    drafted.add(id)
  }
  requireFreeCodes(wanted, facts.codeOwners)
  for (const { id, sku } of change.removed)
    if (facts.withHistory.has(id)) throw new DomainError('VARIANT_HAS_HISTORY', { sku })
  requireSoundBundles(wanted, before, facts)
}

/** SKUs and barcodes share one space, so that a scan never means two goods; an SKU may be its own barcode. */
function requireFreeCodes(wanted: ProductDraft, owners: readonly CodeOwner[]): void {
  const drafted = new Set(wanted.variants.map(({ id }) => id))
  const ownerByCode = new Map<string, { variantId: string; productName: string }>()
  for (const owner of owners) {
    if (drafted.has(owner.variantId)) continue
    for (const code of [owner.sku, owner.barcode]) if (code !== null) ownerByCode.set(codeKey(code), owner)
  }
  const claim = (variantId: string, code: string): string | null => {
    const owner = ownerByCode.get(codeKey(code))
    if (owner && owner.variantId !== variantId) return owner.productName
    ownerByCode.set(codeKey(code), { variantId, productName: wanted.name })
    return null
  }
  for (const { id, sku } of wanted.variants) {
    const product = claim(id, sku)
    if (product !== null) throw new DomainError('SKU_TAKEN', { sku, product })
  }
  for (const { id, barcode } of wanted.variants) {
    const product = barcode === null ? null : claim(id, barcode)
    if (product !== null) throw new DomainError('BARCODE_TAKEN', { barcode, product })
  }
}

function requireSoundBundles(wanted: ProductDraft, before: StoredProduct | null, facts: RuleFacts): void {
  const drafted = new Map(wanted.variants.map((variant) => [variant.id, variant]))
  const wasBundle = new Set(before?.variants.filter(({ components }) => components.length > 0).map(({ id }) => id))
  for (const { id, sku, components } of wanted.variants) {
    if (components.length === 0) continue
    if (!wasBundle.has(id) && facts.withStock.has(id)) throw new DomainError('BUNDLE_HAS_STOCK', { sku })
    if (facts.insideBundles.has(id)) throw new DomainError('BUNDLE_IN_BUNDLE', { sku })
    for (const { variantId } of components) {
      const inDraft = drafted.get(variantId)
      const component = inDraft
        ? { sku: inDraft.sku, isBundle: inDraft.components.length > 0 }
        : facts.components.get(variantId)
      if (!component) throw new DomainError('PRODUCT_NOT_FOUND', { id: variantId })
      if (component.isBundle) throw new DomainError('BUNDLE_IN_BUNDLE', { sku: component.sku })
    }
  }
}
