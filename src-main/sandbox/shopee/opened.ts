import type { ListedGoods } from '../frame/goods.ts'
import type { Ground } from '../frame/world.ts'
import { ATTRIBUTES, CATEGORY_OF } from './categories.ts'
import { COURIERS } from './couriers.ts'
import type { Item, State } from './state.ts'

const HEX = '0123456789abcdef'
const DAY = 86_400

/** The smallest picture there is, for listings that were there from the start. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A shop that has been on Shopee for a while and sells what the practice shop sells; nothing of it was bought here yet. */
export function openedState({ dice, time, goods }: Ground): State {
  const opened = time.seconds() - 60 * DAY
  const state: State = {
    app: { partnerId: dice.between(2_000_000, 2_009_999), partnerKey: dice.text(64, HEX), name: 'Aplikasi toko' },
    shop: {
      shopId: dice.between(600_000_000, 600_999_999),
      name: 'Batik Ratna Jepara',
      mainAccountId: dice.between(900_000, 999_999),
      authTime: 0,
      expireTime: 0,
      isLinked: false,
      isBanned: false,
    },
    consents: [],
    accessTokens: [],
    refreshTokens: [],
    items: new Map(),
    images: new Map(),
    orders: new Map(),
    returns: new Map(),
    wallet: [],
    balance: 0,
    push: { url: null, on: new Set([3, 4, 15, 29, 30]), lost: [] },
    dailyLimitUntil: 0,
    last: {
      item: dice.between(25_000_000_000, 25_999_999_999),
      model: dice.between(120_000_000_000, 129_999_999_999),
      line: 40_000_000_000,
      package: 166_300_791_210_000,
      wallet: 500_000,
      push: 0,
      image: 0,
      request: 0,
      dispute: 0,
    },
  }
  for (const each of goods) {
    const imageId = addImage(state, 'image/png', DOT)
    const item = listed(state, each, imageId, opened)
    state.items.set(item.itemId, item)
  }
  return state
}

export function addImage(state: State, type: string, bytes: Buffer): string {
  const id = `id-11134207-${(++state.last.image).toString(36).padStart(8, '0')}`
  state.images.set(id, { type, bytes })
  return id
}

function listed(state: State, goods: ListedGoods, imageId: string, opened: number): Item {
  const isVaried = goods.variants.length > 1
  const [material] = ATTRIBUTES
  return {
    itemId: ++state.last.item,
    status: 'NORMAL',
    name: goods.name,
    description: goods.description,
    sku: isVaried ? goods.code : goods.variants[0]!.sku,
    categoryId: CATEGORY_OF[goods.category]!,
    brand: { id: 0, name: 'NoBrand' },
    attributes: [{ attributeId: material!.id, values: [{ valueId: 1001, name: 'Katun', unit: '' }] }],
    imageIds: [imageId],
    weightKg: goods.weightGrams / 1000,
    dimension: { length: 30, width: 22, height: 3 },
    logisticIds: COURIERS.map(({ channelId }) => channelId),
    isDangerous: 0,
    condition: 'NEW',
    daysToShip: 2,
    isPreOrder: false,
    createTime: opened,
    updateTime: opened,
    tiers: isVaried
      ? [{ name: goods.variation, options: goods.variants.map(({ option }) => ({ option, imageId: null })) }]
      : [],
    models: goods.variants.map((variant, index) => ({
      modelId: isVaried ? ++state.last.model : 0,
      tierIndex: isVaried ? [index] : [],
      sku: variant.sku,
      originalPrice: variant.price,
      price: variant.price,
      stock: variant.stock,
      reserved: 0,
      isInPromotion: false,
      weightKg: null,
    })),
    share: goods.share,
  }
}
