import type { ParcelItem } from '../../../src-shared/fulfilment/fulfilment.ts'
import { codeKey } from '../catalog/codes.ts'

/**
 * The item of a parcel that a code names: the SKU's own, else the one on whose row the code is printed, be it the channel's.
 * Listings of one family often share a code: several rows that carry it name none, for a guess would be a colour.
 */
export function itemByPrintedCode(
  items: readonly ParcelItem[],
  code: string,
  variantId: string | null,
): ParcelItem | 'several' | null {
  const own = variantId === null ? undefined : items.find(({ key }) => key === variantId)
  if (own) return own
  const printed = items.filter(({ sku }) => sku.trim() !== '' && codeKey(sku) === codeKey(code))
  return printed.length > 1 ? 'several' : (printed[0] ?? null)
}
