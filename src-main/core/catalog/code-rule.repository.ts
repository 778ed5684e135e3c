import { sql } from 'kysely'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { type CodeVerdict, codeVerdicts } from './code-rule.ts'
import { codeKey } from './codes.ts'
import { skusWithCodes } from './products.repository.ts'

/** What the codes of these listings say about them, by listing id; a listing without a code is absent. */
export async function verdictsOfCodes(
  reader: Reader,
  listingIds: readonly string[],
): Promise<Map<string, CodeVerdict>> {
  if (listingIds.length === 0) return new Map()
  const carried = await reader
    .with('code', (cte) =>
      cte
        .selectFrom('listing_alias')
        .select(['shop_id', sql<string>`lower(trim(sku))`.as('code')])
        .distinct()
        .where('listing_id', 'in', valuesIn(listingIds))
        .where('sku', '<>', ''),
    )
    .selectFrom('code')
    .innerJoin('listing_alias as a', (join) =>
      join.onRef('a.shop_id', '=', 'code.shop_id').on(sql<boolean>`lower(trim(a.sku)) = code.code`),
    )
    .leftJoin('listing_stock as s', 's.listing_id', 'a.listing_id')
    .select(['a.shop_id', 'code.code', 'a.listing_id', 'a.variation_name', 's.state_there'])
    .where('a.sku', '<>', '')
    .execute()
  const skus = await skusWithCodes(reader, [...new Set(carried.map(({ code }) => code))])
  const asked = new Set(listingIds)
  const verdicts = new Map<string, CodeVerdict>()
  for (const aliases of Map.groupBy(carried, ({ shop_id, code }) => `${shop_id}\u0000${code}`).values()) {
    const carriers = [...Map.groupBy(aliases, ({ listing_id }) => listing_id)].map(([listingId, names]) => ({
      listingId,
      variationNames: names.map(({ variation_name }) => variation_name),
      isGone: names[0]!.state_there === 'gone',
    }))
    const sku = skus.get(codeKey(aliases[0]!.code)) ?? null
    const told = (among: typeof carriers, of: (carrier: (typeof carriers)[number]) => boolean) => {
      const said = codeVerdicts(sku, among)
      for (const { listingId } of among.filter((each) => of(each) && asked.has(each.listingId)))
        verdicts.set(listingId, both(verdicts.get(listingId), said.get(listingId)!))
    }
    // what is no longer at the channel takes no code from what is
    told(
      carriers.filter(({ isGone }) => !isGone),
      () => true,
    )
    if (carriers.some(({ isGone }) => isGone)) told(carriers, ({ isGone }) => isGone)
  }
  return verdicts
}

/** A listing may have had two codes: it is certain only when they do not name two things. */
function both(a: CodeVerdict | undefined, b: CodeVerdict): CodeVerdict {
  if (!a) return b
  const isOther = a.match !== null && b.match !== null && a.match.variantId !== b.match.variantId
  return {
    match: a.match ?? b.match,
    isCertain: (a.isCertain || b.isCertain) && !isOther,
    isShared: a.isShared || b.isShared,
    isOfOneVariation: a.isOfOneVariation && b.isOfOneVariation,
  }
}
