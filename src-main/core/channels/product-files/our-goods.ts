import type { ProductFileRow } from '../../../../src-shared/channels/product-file.ts'
import type { GoodsAtChannel } from '../../../../src-shared/channels/product-files.contract.ts'
import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import { variantsByIds } from '../../catalog/catalog-views.repository.ts'
import { codeVerdicts } from '../../catalog/code-rule.ts'
import { codeKey } from '../../catalog/codes.ts'
import { knownListings } from '../../catalog/known-listings.repository.ts'
import { idsKey, nameKey } from '../../catalog/listing-names.ts'
import { skusWithCodes } from '../../catalog/products.repository.ts'
import { nameOfListing } from '../../catalog/variation-name.ts'
import type { Reader } from '../../database/open.ts'
import { wantedOfGoods } from '../stock-out/wanted-stock.ts'

/**
 * Which of our SKUs the rows of a product file are: those that are mapped in the shop, by the channel's own ids or by name, then those
 * whose code names one thing for certain, by the very rule that maps orders.
 */
export async function withOurGoods(
  reader: Reader,
  shopId: string,
  rows: readonly ProductFileRow[],
  now: Instant,
): Promise<GoodsAtChannel[]> {
  const goods = rows.map((row) => ({ ...row, itemId: row.productId }))
  const known = await knownListings(reader, shopId, goods)
  const byId = new Map(known.listings.map((listing) => [listing.id, listing]))
  const byIds = new Map(known.listings.flatMap((each) => (each.ids === null ? [] : [[each.ids, each] as const])))
  const listingOf = goods.map(
    (each) => byIds.get(idsKey(each)!) ?? byId.get(known.idByName.get(nameKey(each)) ?? '') ?? null,
  )
  const mapped = listingOf.map((listing) => listing?.variantId ?? null)
  const byCode = Map.groupBy(
    rows.filter(({ sku }, at) => sku !== '' && mapped[at] === null),
    ({ sku }) => codeKey(sku),
  )
  const skus = await skusWithCodes(reader, [...byCode.keys()])
  const certain = new Map<number, string>()
  for (const [code, carriers] of byCode) {
    const verdicts = codeVerdicts(
      skus.get(code) ?? null,
      carriers.map(({ row, variationName }) => ({ listingId: String(row), variationNames: [variationName] })),
    )
    for (const [row, { match, isCertain }] of verdicts)
      if (match && isCertain) certain.set(Number(row), match.variantId)
  }
  const variantIds = rows.map(({ row }, at) => mapped[at] ?? certain.get(row) ?? null)
  const ours = new Map(
    (await variantsByIds(reader, [...new Set(variantIds.filter((id) => id !== null))])).map((each) => [each.id, each]),
  )
  const shown = await wantedOfGoods(
    reader,
    variantIds.flatMap((variantId, at) => {
      const variant = ours.get(variantId ?? '')
      const listingId = listingOf[at]?.id ?? ''
      return variant
        ? [{ shopId, listingId, variantId: variant.id, productId: variant.productId, itemId: '', modelId: '' }]
        : []
    }),
    now,
  )
  const shownOf = new Map(shown.map((each) => [`${each.listingId}/${each.variantId}`, each]))
  return rows.map((row, at) => {
    const variant = ours.get(variantIds[at] ?? '')
    const wanted = variant && shownOf.get(`${listingOf[at]?.id ?? ''}/${variant.id}`)
    return {
      ...row,
      goodsName: nameOfListing(row.productName, row.variationName),
      ours: variant
        ? {
            variantId: variant.id,
            sku: variant.sku,
            goodsName: variant.goodsName,
            price: variant.price,
            shown: wanted?.rule.isTold ? wanted.desired.pieces : null,
          }
        : null,
    }
  })
}
