import { createHash } from 'node:crypto'
import type { ListedGoods } from '../frame/goods.ts'
import { type Book, nextId, type Product } from './book.ts'
import { CATEGORY_OF_GOODS, categoryOf } from './categories.ts'

/** Everything an app may ask a seller for. */
export const SCOPES = [
  'seller.authorization.info',
  'seller.shop.info',
  'seller.product.basic',
  'seller.product.write',
  'seller.order.info',
  'seller.order.ext_ref.write',
  'seller.delivery.status.write',
  'seller.promotion.info',
  'seller.fulfillment.basic',
  'seller.fulfillment.package.write',
  'seller.logistics',
  'seller.return_refund.basic',
  'seller.finance.info',
  'seller.affiliate_collaboration.read',
  'seller.customer_service',
] as const
export type Scope = (typeof SCOPES)[number]

/** Text that looks random and is the same for one seed. */
export const secretOf = (seed: number, what: string, length: number) =>
  createHash('sha512').update(`tiktok/${seed}/${what}`).digest('base64url').replaceAll(/[-_]/g, 'x').slice(0, length)

const MAIN_PICTURE = { width: 800, height: 800, useCase: 'MAIN_IMAGE' }

/** The shop as it stands on its first day: what is on sale, where it lies, and the app that may ask for it. */
export function openedBook(seed: number, goods: readonly ListedGoods[], url: string, now: number): Book {
  const book: Book = {
    counter: 0,
    app: {
      key: secretOf(seed, 'app key', 12).toLowerCase(),
      secret: createHash('sha256').update(`tiktok/${seed}/app secret`).digest('hex').slice(0, 40),
      serviceId: String(7_300_000_000_000_000_000n + BigInt(seed) * 9_973n),
      name: 'Lumbung',
      redirectUrl: null,
      scopes: [...SCOPES],
    },
    shop: { id: '', cipher: `ROW_${secretOf(seed, 'cipher', 28)}`, code: '', name: 'Batik Ratna', openId: '' },
    warehouses: [],
    authCodes: {},
    grants: {},
    refreshTokens: {},
    authorizedUntil: null,
    images: {},
    brands: [
      { id: '7082427311584347905', name: 'Batik Ratna' },
      { id: '7082427311584347906', name: 'Batik Pesisir' },
      { id: '7082427311584347907', name: 'Canting Jepara', isAuthorized: false },
      { id: '7082427311584347908', name: 'Sepatu Juara', isAuthorized: false, isFirstRank: true },
    ],
    products: {},
    orders: {},
    packages: {},
    cancellations: {},
    returns: {},
    transactions: [],
    statements: {},
    withdrawals: [],
    balance: 0,
    webhooks: {},
    pushUrl: null,
    documents: {},
    answered: {},
    trackingNumbers: {},
  }
  book.shop.id = nextId(book, 'shop')
  book.shop.openId = nextId(book, 'user')
  book.shop.code = `IDLC${secretOf(seed, 'code', 6).toUpperCase()}`
  const warehouse = (name: string, type: 'SALES_WAREHOUSE' | 'RETURN_WAREHOUSE') =>
    book.warehouses.push({ id: nextId(book, 'warehouse'), entityId: nextId(book, 'warehouse'), name, type })
  warehouse('Gudang Jepara', 'SALES_WAREHOUSE')
  warehouse('Retur Jepara', 'RETURN_WAREHOUSE')
  for (const [index, listed] of goods.entries()) {
    const product = productOf(book, listed, seed, url, now - 30 * 86_400 + index)
    book.products[product.id] = product
  }
  return book
}

function productOf(book: Book, goods: ListedGoods, seed: number, url: string, at: number): Product {
  const id = nextId(book, 'product')
  const imageUri = `tos-sandbox-i-o3syd03w52/${secretOf(seed, goods.code, 24)}`
  book.images[imageUri] = { url: `${url}/images/${encodeURIComponent(imageUri)}`, ...MAIN_PICTURE }
  const categoryId = CATEGORY_OF_GOODS[goods.category] ?? '601226'
  const attribute = categoryOf(categoryId)?.attributes.find(({ name }) => name === goods.variation)
  return {
    id,
    title: titleOf(goods.name),
    description: `<p>${goods.description}</p>`,
    categoryId,
    brandId: null,
    imageUris: [imageUri],
    attributes: [{ id: '100392', values: [{ id: '1003921', name: 'Katun' }] }],
    weight: { value: String(goods.weightGrams), unit: 'GRAM' },
    dimensions: { length: '30', width: '25', height: '3', unit: 'CENTIMETER' },
    minimumOrder: 1,
    isCodAllowed: true,
    externalId: null,
    skus: goods.variants.map((variant) => ({
      id: nextId(book, 'sku'),
      sellerSku: variant.sku,
      price: variant.price,
      available: variant.stock,
      committed: 0,
      attributes: goods.variation
        ? [
            {
              id: attribute?.id ?? nextId(book, 'attribute'),
              name: goods.variation,
              valueId: attribute?.values.find(({ name }) => name === variant.option)?.id ?? nextId(book, 'attribute'),
              valueName: variant.option,
              imageUri: null,
            },
          ]
        : [],
      externalId: null,
      isDeactivated: false,
      share: variant.share,
    })),
    status: 'ACTIVATE',
    audit: 'APPROVED',
    failedReasons: [],
    underReview: null,
    draft: null,
    platforms: ['TIKTOK_SHOP', 'TOKOPEDIA'],
    createdAt: at,
    updatedAt: at,
    isInPromotion: false,
    share: goods.share,
  }
}

/** Titles in Indonesia have 25 letters at least. */
const titleOf = (name: string) =>
  (name.length >= 25 ? name : `${name} batik asli Jepara untuk sehari-hari`).slice(0, 255)
