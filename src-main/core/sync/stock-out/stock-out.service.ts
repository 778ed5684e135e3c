import { wholeName } from '../../../../src-shared/catalog/goods-name.ts'
import type {
  ChannelMark,
  ListingAtShop,
  ListingStock,
  ListingStockState,
  MarkState,
  RuleRehearsal,
  RuleSubject,
  StockOutShop,
  StockRule,
} from '../../../../src-shared/channels/stock-out.ts'
import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { variantsByIds } from '../../catalog/catalog-views.repository.ts'
import { compareSizes } from '../../catalog/size-order.ts'
import { shops } from '../../channels/shops.repository.ts'
import { rehearseRule } from '../../channels/stock-out/rule-rehearsal.ts'
import { isSoldThere, ruleFinder, saveRule, stockRules } from '../../channels/stock-out/stock-rules.repository.ts'
import {
  beginLock,
  endLock,
  type MappedListing,
  mappedListings,
  openLocks,
} from '../../channels/stock-out/stock-terms.repository.ts'
import { type WantedStock, wantedOfGoods, wantedStock } from '../../channels/stock-out/wanted-stock.ts'
import type { Doors, Reader } from '../../database/open.ts'
import { connectionOf, connections, type StoredConnection } from '../connections.repository.ts'
import type { Engine } from '../engine.ts'
import { makeDue, streamsOf } from '../streams.repository.ts'
import {
  epochOf,
  forgetRefusals,
  listingStock,
  type StoredListingStock,
  saveStockOut,
  stockOutOf,
  unmappedThere,
} from './listing-stock.repository.ts'
import { isDue } from './pushing.ts'

interface StockOutNeeds extends Pick<Doors, 'read' | 'write'> {
  now: () => Instant
  engine: Pick<Engine, 'begins'>
}

export const createStockOut = ({ read, write, now, engine }: StockOutNeeds) => ({
  async shops(): Promise<StockOutShop[]> {
    const standing: StockOutShop[] = []
    for (const connection of await connections(read)) {
      if (connection.endedAt !== null) continue
      const { shopId, shopName, channel } = connection
      const states = (await listingsOfShop(read, shopId, now())).map(({ state }) => state)
      const times = (...some: ListingStockState[]) => states.filter((state) => some.includes(state)).length
      const { comparedAt, isReady, state } = await standingOf(read, connection)
      standing.push({
        shopId,
        shopName,
        channel,
        state,
        comparedAt,
        isReady,
        listings: states.length,
        differing: times('waits', 'under way'),
        refused: times('refused', 'locked'),
        notTold: times('not told'),
        unmapped: await unmappedThere(read, shopId),
      })
    }
    return standing
  },

  async list({ shopId, show }: { shopId: string; show: 'differing' | 'refused' | 'all' }): Promise<ListingStock[]> {
    const listings = (await listingsOfShop(read, shopId, now())).filter(
      ({ state }) =>
        show === 'all' ||
        (show === 'refused' ? state === 'refused' || state === 'locked' : state === 'waits' || state === 'under way'),
    )
    return (await named(read, listings)).sort(asOnTheShelf)
  },

  async marks(productIds: readonly string[]): Promise<ChannelMark[]> {
    const listings = await mappedListings(read, { productIds })
    if (listings.length === 0) return []
    const shopOf = await shopsThatTell(read)
    const stated = new Map(
      (await statedListings(read, listings.filter(isOfConnected(shopOf)), now())).map((each) => [each.listingId, each]),
    )
    return listings.flatMap(({ listingId, shopId, productId, variantId }) => {
      const shop = shopOf.get(shopId)
      if (!shop) return []
      const state = stated.get(listingId)?.state
      const { shopName, channel } = shop
      return [{ shopId, shopName, channel, productId, variantId, state: markOf(state, shop.isOn) }]
    })
  },

  async ofVariant(variantId: string): Promise<ListingAtShop[]> {
    const listings = await mappedListings(read, { variantIds: [variantId] })
    const shopOf = await shopsThatTell(read)
    const stocks = new Map(
      (await named(read, await statedListings(read, listings.filter(isOfConnected(shopOf)), now()))).map((each) => [
        each.listingId,
        each,
      ]),
    )
    return listings.flatMap(({ listingId, shopId, itemId, modelId }) => {
      const shop = shopOf.get(shopId)
      if (!shop) return []
      const { shopName, channel, isOn } = shop
      const stock = stocks.get(listingId) ?? null
      return [{ shopId, shopName, channel, listingId, itemId, modelId, isTold: isOn, stock }]
    })
  },

  /** @throws NOT_CONNECTED, STOCK_NOT_COMPARED, DIFFERENCES_CHANGED */
  async turn(input: { shopId: string; to: 'on'; comparedAt: Instant } | { shopId: string; to: 'off' }) {
    const { shopId } = input
    const answer = await write(['sync', 'channels'], async (tx) => {
      const connection = await connected(tx, shopId)
      const kept = await stockOutOf(tx, shopId)
      if (input.to === 'on') {
        const { comparedAt, isReady } = await standingOf(tx, connection)
        if (!isReady || comparedAt === null) throw new DomainError('STOCK_NOT_COMPARED', { shop: connection.shopName })
        if (comparedAt !== input.comparedAt) throw new DomainError('DIFFERENCES_CHANGED', { shop: connection.shopName })
      }
      await saveStockOut(tx, shopId, { ...kept, isOn: input.to === 'on', epoch: (await epochOf(tx)).epoch })
      await makeDue(tx, shopId, ['stock'], now())
      return { shopId }
    })
    if (input.to === 'on') void engine.begins(shopId)
    return answer
  },

  async ruleOf({ shopId }: { shopId: string }) {
    return ruleFinder(await stockRules(read))(shopId, '', '')
  },

  /** @throws SHOP_NOT_FOUND, RULE_OF_NOTHING */
  async saveRule({ shopId, about, rule }: { shopId: string; about: RuleSubject; rule: StockRule | null }) {
    return write(['sync', 'channels'], async (tx) => {
      const shop = await requireShop(tx, shopId)
      if (!(await isSoldThere(tx, shopId, about))) throw new DomainError('RULE_OF_NOTHING', { shop: shop.name })
      await saveRule(tx, shopId, about, rule, now())
      return { shopId }
    })
  },

  /** @throws SHOP_NOT_FOUND, RULE_OF_NOTHING */
  async lock(asked: { id: string; shopId: string; variantId: string; pieces: number }) {
    return write(['sync', 'channels'], async (tx) => {
      const shop = await requireShop(tx, asked.shopId)
      if (!(await sellsVariant(tx, asked.shopId, asked.variantId)))
        throw new DomainError('RULE_OF_NOTHING', { shop: shop.name })
      await beginLock(tx, asked, now())
      return { id: asked.id }
    })
  },

  async unlock({ id }: { id: string }) {
    return write(['sync', 'channels'], async (tx) => {
      await endLock(tx, id, now())
      return { id }
    })
  },

  /** @throws SHOP_NOT_FOUND */
  async rehearse(asked: { shopId: string; rule: StockRule; unawareMs: number }): Promise<RuleRehearsal> {
    await requireShop(read, asked.shopId)
    return rehearseRule(read, asked, now())
  },

  /** @throws NOT_CONNECTED */
  async retry(shopId: string) {
    const answer = await write(['sync', 'channels'], async (tx) => {
      await connected(tx, shopId)
      const listings = await wantedStock(tx, { shopIds: [shopId] }, now())
      await forgetRefusals(
        tx,
        listings.map(({ listingId }) => listingId),
      )
      await makeDue(tx, shopId, ['stock'], now())
      return { shopId }
    })
    void engine.begins(shopId)
    return answer
  },
})

/** Whether a shop's stock goes out, and whether what is known of its channel is good enough to be looked at. */
async function standingOf(
  reader: Reader,
  { shopId, connectedAt }: StoredConnection,
): Promise<Pick<StockOutShop, 'state' | 'comparedAt' | 'isReady'>> {
  const { isOn, epoch, comparedAt } = await stockOutOf(reader, shopId)
  const current = await epochOf(reader)
  const begin = Math.max(connectedAt, current.since)
  const orders = (await streamsOf(reader, shopId)).find(({ stream }) => stream === 'orders')
  return {
    state: !isOn ? 'off' : epoch === current.epoch ? 'on' : 'restored',
    comparedAt: comparedAt !== null && comparedAt >= begin ? comparedAt : null,
    isReady: orders?.succeededAt != null && orders.succeededAt >= begin,
  }
}

interface StatedListing extends WantedStock {
  stored: StoredListingStock | undefined
  state: ListingStockState
}

const listingsOfShop = async (reader: Reader, shopId: string, now: Instant): Promise<StatedListing[]> =>
  statedListings(reader, await mappedListings(reader, { shopIds: [shopId] }), now)

async function statedListings(
  reader: Reader,
  listings: readonly MappedListing[],
  now: Instant,
): Promise<StatedListing[]> {
  const wanted = await wantedOfGoods(reader, listings, now)
  const stored = await listingStock(
    reader,
    wanted.map(({ listingId }) => listingId),
  )
  return wanted.map((each) => {
    const known = stored.get(each.listingId)
    return { ...each, stored: known, state: stateOf(each, known) }
  })
}

/** Each with the goods it is of, its price, and what is held for a live session of its shop. */
async function named(reader: Reader, listings: readonly StatedListing[]): Promise<ListingStock[]> {
  const variants = new Map(
    (await variantsByIds(reader, [...new Set(listings.map(({ variantId }) => variantId))])).map((each) => [
      each.id,
      each,
    ]),
  )
  const locks = await openLocks(reader)
  return listings.flatMap(({ stored, state, ...wanted }) => {
    const variant = variants.get(wanted.variantId)
    if (!variant) return []
    const { listingId, shopId, variantId, productId, terms, rule, ruleOf, desired } = wanted
    const lock = locks.find((each) => each.shopId === shopId && each.variantId === variantId)
    return [
      {
        ...{ listingId, variantId, productId, terms, rule, ruleOf, desired, state },
        sku: variant.sku,
        goodsName: variant.goodsName,
        there: stored?.there ?? null,
        thereAt: stored?.thereAt ?? null,
        reason: state === 'locked' ? (stored?.lockedBy ?? '') : reasonOf(stored),
        liveLock: lock ? { id: lock.id, pieces: lock.pieces, left: lock.left } : null,
        price: variant.price,
        priceThere: stored?.priceThere ?? null,
      },
    ]
  })
}

interface TellingShop {
  shopName: string
  channel: ChannelMark['channel']
  isConnected: boolean
  /** Whether its channel is told what differs. */
  isOn: boolean
}

/** Every shop, connected or not. */
async function shopsThatTell(reader: Reader): Promise<Map<string, TellingShop>> {
  const connected = new Map(
    (await connections(reader)).filter(({ endedAt }) => endedAt === null).map((each) => [each.shopId, each]),
  )
  const telling = new Map<string, TellingShop>()
  for (const { id, name, channel } of await shops(reader)) {
    const connection = connected.get(id)
    const isOn = connection !== undefined && (await standingOf(reader, connection)).state === 'on'
    telling.set(id, { shopName: name, channel, isConnected: connection !== undefined, isOn })
  }
  return telling
}

const isOfConnected =
  (shopOf: ReadonlyMap<string, TellingShop>) =>
  ({ shopId }: MappedListing): boolean =>
    shopOf.get(shopId)?.isConnected === true

/** Where nothing is told, what differs is nobody's failure. */
function markOf(state: ListingStockState | undefined, isOn: boolean): MarkState {
  switch (state) {
    case 'refused':
    case 'locked':
    case 'not on sale':
      return 'trouble'
    case 'same':
      return 'fine'
    case 'waits':
    case 'under way':
      return isOn ? 'waits' : 'unknown'
    default:
      return 'unknown'
  }
}

function stateOf(wanted: WantedStock, stored: StoredListingStock | undefined): ListingStockState {
  if (!wanted.rule.isTold) return 'not told'
  if (!stored || wanted.itemId === '') return 'not seen'
  if (stored.stateThere === 'gone' || stored.stateThere === 'refused') return 'not on sale'
  if (stored.sent !== null) return 'under way'
  if (stored.there === wanted.desired.pieces) return 'same'
  if (stored.lockedBy !== '') return 'locked'
  if (stored.refused === wanted.desired.pieces) return 'refused'
  return isDue(wanted, stored) ? 'waits' : 'not seen'
}

const reasonOf = (stored: StoredListingStock | undefined): string => {
  if (!stored?.trouble) return ''
  const { code, message } = stored.trouble
  return message === '' || message === code ? code : `${message} (${code})`
}

/** @throws NOT_CONNECTED */
async function connected(reader: Reader, shopId: string): Promise<StoredConnection> {
  const connection = await connectionOf(reader, shopId)
  if (!connection || connection.endedAt !== null) throw new DomainError('NOT_CONNECTED', { shopId })
  return connection
}

const sellsVariant = async (reader: Reader, shopId: string, variantId: string): Promise<boolean> =>
  (await mappedListings(reader, { variantIds: [variantId] })).some((each) => each.shopId === shopId)

/** @throws SHOP_NOT_FOUND */
async function requireShop(reader: Reader, shopId: string) {
  const shop = (await shops(reader)).find(({ id }) => id === shopId)
  if (!shop) throw new DomainError('SHOP_NOT_FOUND', { shopId })
  return shop
}

/** Goods by name, and of each the sizes as a shop hangs them. */
function asOnTheShelf(one: ListingStock, other: ListingStock): number {
  const name = ({ goodsName: { size: _, ...goods } }: ListingStock) => wholeName({ ...goods, size: '' })
  return (
    name(one).localeCompare(name(other), 'id', { numeric: true }) ||
    compareSizes(one.goodsName.size, other.goodsName.size) ||
    one.sku.localeCompare(other.sku, 'id', { numeric: true })
  )
}
