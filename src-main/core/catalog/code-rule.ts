import { optionKey } from '../../../src-shared/catalog/goods-name.ts'
import { optionsDisagree } from './option-words.ts'
import type { KnownSku } from './suggest-sku.ts'
import { parseVariationName } from './variation-name.ts'

/** A listing of a shop that carries a code, with the variation names it has had. */
export interface Carrier {
  listingId: string
  variationNames: readonly string[]
}

/** What a channel's code says about a listing that carries it. */
export interface CodeVerdict {
  /** Our SKU with that very code, as SKU or as barcode; null when there is none that could be meant. */
  match: KnownSku | null
  /** True when the code names this one thing and may map it without asking. */
  isCertain: boolean
  /** Other listings of the same shop carry it too. */
  isShared: boolean
  /** All that carry it in the shop are of one size, colour and motif: the seller did not give it to a whole family. */
  isOfOneVariation: boolean
}

/**
 * The one rule by which a channel's code maps a listing by itself: only when it names one thing. Carriers whose size or
 * colour contradicts the SKU are something else; of those that remain there must be exactly one in the shop. Sellers who
 * give one code to all variations are thus always asked, and so is whoever comes second.
 * @param carriers every listing of one shop with this code.
 */
export function codeVerdicts(sku: KnownSku | null, carriers: readonly Carrier[]): Map<string, CodeVerdict> {
  const canBe = (carrier: Carrier) => sku !== null && !contradicts(sku, carrier)
  const possible = carriers.filter(canBe)
  const variations = new Set(
    carriers.map(({ variationNames }) => optionKey(parseVariationName(variationNames[0] ?? ''))),
  )
  return new Map(
    carriers.map((carrier) => [
      carrier.listingId,
      {
        match: canBe(carrier) ? sku : null,
        isCertain: canBe(carrier) && possible.length === 1,
        isShared: carriers.length > 1,
        isOfOneVariation: variations.size === 1,
      },
    ]),
  )
}

const contradicts = (sku: KnownSku, { variationNames }: Carrier) =>
  variationNames.some((name) => optionsDisagree(sku, parseVariationName(name)))
