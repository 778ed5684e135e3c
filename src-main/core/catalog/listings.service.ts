import type { ListingRow } from '../../../src-shared/catalog/catalog.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { breathe, type Reader } from '../database/open.ts'
import type { RoomNeeds } from '../room-needs.ts'
import type { LongWork } from '../work/long-work.ts'
import { variantLabels } from './catalog-views.repository.ts'
import { verdictsOfCodes } from './code-rule.repository.ts'
import {
  type ListingFilter,
  latestPrices,
  listingCounts,
  listingPage,
  listingsByIds,
  salesOfListings,
} from './listings.repository.ts'
import { createMappingWork, type Mapped, type Mapping, type OrdersOfListings } from './mapping-work.ts'
import { pricesAtChannel } from './prices-at-channel.repository.ts'
import { allCodeOwners, saveProduct, skusOnSale, storedProducts } from './products.repository.ts'
import { productsFromListings } from './products-from-listings.ts'
import { productChange } from './stored-product.ts'
import { skuSuggester } from './suggest-sku.ts'
import { toldOfListings } from './told-listings.repository.ts'
import { unmappedListings } from './unmapped-listings.repository.ts'
import { nameOfListing } from './variation-name.ts'

export const createListings = (
  needs: Pick<RoomNeeds, 'read' | 'write' | 'now'> & { ordersOfListings: OrdersOfListings; work: LongWork },
) => {
  const { read, now } = needs
  const mapping = createMappingWork(needs)

  return {
    async list(filter: ListingFilter) {
      const [page, counts] = await Promise.all([listingPage(read, filter), listingCounts(read, filter.query)])
      const sales = await salesOfListings(
        read,
        page.rows.map(({ id }) => id),
      )
      const labels = await variantLabels(
        read,
        page.rows.flatMap(({ variant_id }) => variant_id ?? []),
      )
      const suggest = page.rows.some(({ variant_id }) => variant_id === null)
        ? skuSuggester(await skusOnSale(read))
        : () => []
      const verdicts = await verdictsOfCodes(
        read,
        page.rows.flatMap(({ id, variant_id }) => (variant_id === null ? [id] : [])),
      )
      const rows = page.rows.map((row): ListingRow => {
        const listing = { sku: row.sku, productName: row.product_name, variationName: row.variation_name }
        const ours = row.variant_id === null ? undefined : labels.get(row.variant_id)
        return {
          id: row.id,
          shopId: row.shop_id,
          shopName: row.shop_name,
          channel: row.channel as ListingRow['channel'],
          ...listing,
          goodsName: nameOfListing(row.product_name, row.variation_name),
          variant: ours ? { id: row.variant_id!, sku: ours.sku, label: ours.label, goodsName: ours.goodsName } : null,
          firstSeenAt: row.first_seen_at,
          orders: sales.get(row.id)?.orders ?? 0,
          pieces: sales.get(row.id)?.pieces ?? 0,
          suggestions: ours ? [] : suggest(listing, verdicts.get(row.id)),
        }
      })
      return { rows, nextCursor: page.nextCursor, ...counts }
    },

    async map(mappings: readonly Mapping[]): Promise<Mapped> {
      const wanted = new Map(mappings.map(({ listingId, variantId }) => [listingId, variantId]))
      const foreseen = await listingsByIds(read, [...wanted.keys()])
      return mapping(
        foreseen.map(listingName).slice(0, 1).join(''),
        foreseen.filter(({ id, variantId }) => variantId !== wanted.get(id)).map(({ id }) => id),
        async (tx) => {
          const listings = await listingsByIds(tx, [...wanted.keys()])
          const known = new Set(listings.map(({ id }) => id))
          for (const id of wanted.keys()) if (!known.has(id)) throw new DomainError('PRODUCT_NOT_FOUND', { id })
          const differing = listings
            .map(({ id, variantId }) => ({ listingId: id, variantId: wanted.get(id)!, was: variantId }))
            .filter(({ variantId, was }) => variantId !== was)
          const chosen = differing.flatMap(({ variantId }) => variantId ?? [])
          const onSale = new Set((await skusOnSale(tx, chosen)).map(({ variantId }) => variantId))
          for (const id of chosen) if (!onSale.has(id)) throw new DomainError('PRODUCT_NOT_FOUND', { id })
          return { mappings: differing, answer: {} }
        },
        {},
      )
    },

    async mapCertain(): Promise<Mapped> {
      const certain = async (reader: Reader) => {
        const verdicts = await verdictsOfCodes(
          reader,
          (await unmappedListings(reader)).map(({ id }) => id),
        )
        return [...verdicts].flatMap(([listingId, { match, isCertain }]) =>
          isCertain ? [{ listingId, variantId: match!.variantId, was: null }] : [],
        )
      }
      return mapping(
        '',
        (await certain(read)).map(({ listingId }) => listingId),
        async (tx) => ({ mappings: await certain(tx), answer: {} }),
        {},
      )
    },

    createProducts: (listingIds: readonly string[]) =>
      mapping(
        '',
        listingIds,
        async (tx) => {
          const listings = (await listingsByIds(tx, listingIds)).filter(({ variantId }) => variantId === null)
          const prices = await latestPrices(
            tx,
            listings.map(({ id }) => id),
          )
          const atChannel = await pricesAtChannel(
            tx,
            listings.map(({ id }) => id),
          )
          const told = await toldOfListings(
            tx,
            listings.map(({ id }) => id),
          )
          const verdicts = await verdictsOfCodes(
            tx,
            listings.map(({ id }) => id),
          )
          const before = await storedProducts(tx)
          const made = productsFromListings({
            listings: listings.map((listing) => ({
              ...listing,
              price:
                prices.get(listing.id)?.price ?? atChannel.get(listing.id)?.price ?? told.get(listing.id)?.price ?? 0,
              weightGrams: prices.get(listing.id)?.weightGrams ?? atChannel.get(listing.id)?.weightGrams ?? 0,
              verdict: verdicts.get(listing.id) ?? null,
            })),
            products: [...before.values()].filter(({ archived }) => !archived),
            codes: await allCodeOwners(tx),
            newId: () => newId(now()),
          })
          for (const [index, draft] of made.drafts.entries()) {
            const stored = before.get(draft.id) ?? null
            await saveProduct(tx, draft, productChange(stored, draft), now())
            if (index % 50 === 49) await breathe()
          }
          return {
            mappings: made.mappings.map((each) => ({ ...each, was: null })),
            answer: { products: made.products, variants: made.variants },
          }
        },
        { products: 0, variants: 0 },
      ),
  }
}

const listingName = ({ productName, variationName }: { productName: string; variationName: string }): string =>
  [productName, variationName].filter(Boolean).join(', ')
