import type { ProductFileKind, ProductFileRow } from '../../../../../src-shared/channels/product-file.ts'
import { readAmount } from '../../../spreadsheet/money/amounts.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import { readCount } from '../reading/counts.ts'
import { isRounded } from '../reading/rounded.ts'

/** The columns of a product file by the keys that stand in its first row; people see other words below them. */
interface Keys {
  productId: string
  productName: string
  modelId: string
  variationName: string
  parentSku: string | null
  sku: string
  price: string
  stock: string
  weight: string | null
}

const SHOPEE: Keys = {
  productId: 'et_title_product_id',
  productName: 'et_title_product_name',
  modelId: 'et_title_variation_id',
  variationName: 'et_title_variation_name',
  parentSku: 'et_title_parent_sku',
  sku: 'et_title_variation_sku',
  price: 'et_title_variation_price',
  stock: 'et_title_variation_stock',
  weight: 'et_title_product_weight',
}
const TIKTOK: Keys = {
  productId: 'product_id',
  productName: 'product_name',
  modelId: 'sku_id',
  variationName: 'variation_value',
  parentSku: null,
  sku: 'seller_sku',
  price: 'price',
  stock: 'quantity',
  weight: null,
}
const WAREHOUSE = /^(warehouse_quantity\/|et_title_variation_stock[._/])/

/** Where the columns of a product file stand, from 0. */
export interface ProductLayout {
  channel: 'shopee' | 'tiktok'
  kind: ProductFileKind
  columns: Partial<Record<keyof Keys, number>>
  /** Columns of stock, one a warehouse. */
  warehouses: number[]
}

const textsOf = ({ cells }: SheetRow): string[] => cells.map((cell) => String(contentOf(cell) ?? '').trim())

function keysOf(row: SheetRow): { channel: ProductLayout['channel']; keys: Keys } | null {
  const texts = textsOf(row)
  if (texts.includes(SHOPEE.productId)) return { channel: 'shopee', keys: SHOPEE }
  return texts.includes(TIKTOK.productId) && texts.includes(TIKTOK.modelId) ? { channel: 'tiktok', keys: TIKTOK } : null
}

/** The layout when the first row of a sheet is one of keys; the second says which of the product files it is. */
export function productLayout([first, second]: readonly SheetRow[]): ProductLayout | null {
  const found = first && keysOf(first)
  if (!found) return null
  const texts = textsOf(first)
  const columns: ProductLayout['columns'] = {}
  for (const [name, key] of Object.entries(found.keys) as [keyof Keys, string | null][]) {
    const at = key === null ? -1 : texts.indexOf(key)
    if (at >= 0) columns[name] = at
  }
  const warehouses = texts.flatMap((text, at) => (text === found.keys.stock || WAREHOUSE.test(text) ? [at] : []))
  return {
    channel: found.channel,
    kind: kindOf(second ? textsOf(second) : [], columns, warehouses),
    columns,
    warehouses,
  }
}

function kindOf(
  second: readonly string[],
  columns: ProductLayout['columns'],
  warehouses: readonly number[],
): ProductFileKind {
  const told = second.join(' ').toLowerCase()
  if (/basic_info|basic_information/.test(told)) return 'basics'
  if (/shipping_info|shipping_information|logistics/.test(told)) return 'shipping'
  if (/media_info|media_information/.test(told)) return 'media'
  return columns.price !== undefined || warehouses.length > 0 ? 'sales' : 'basics'
}

interface ReadProductRow extends ProductFileRow {
  isPriceUnreadable: boolean
  isStockUnreadable: boolean
  /** The column whose long number a spreadsheet program rounded: the row names no goods any more. */
  roundedId: 'productId' | 'modelId' | null
}

/** One variation; null of rows above the goods. `known` fills down what stands on the first row of a product alone. */
export function readProductRow(
  { number, cells }: SheetRow,
  { columns, warehouses }: ProductLayout,
  known: Map<string, Pick<ProductFileRow, 'productName' | 'parentSku'>>,
): ReadProductRow | null {
  const text = (name: keyof Keys) => String(contentOf(cells[columns[name] ?? -1]) ?? '').trim()
  const isLost = (name: keyof Keys) => isRounded(contentOf(cells[columns[name] ?? -1]), text(name))
  const productId = text('productId')
  // keys, marks and explanations above the goods have words there
  if (!/^\d{4,25}$/.test(productId) && !isLost('productId')) return null
  const above = known.get(productId)
  const productName = text('productName') || (above?.productName ?? '')
  const parentSku = text('parentSku') || (above?.parentSku ?? '')
  known.set(productId, { productName, parentSku })
  const price = columns.price === undefined ? null : readAmount(contentOf(cells[columns.price]))
  const stocks = warehouses.map((at) => readCount(contentOf(cells[at])))
  const isStockSound = stocks.every((stock) => stock !== undefined)
  const modelId = text('modelId')
  return {
    row: number,
    productId,
    modelId: /^[1-9]\d*$/.test(modelId) ? modelId : '',
    productName: productName.slice(0, 300).toWellFormed(),
    variationName: text('variationName').slice(0, 300).toWellFormed(),
    sku: text('sku').slice(0, 100).toWellFormed(),
    parentSku: parentSku.slice(0, 100).toWellFormed(),
    price: price?.amount ?? null,
    stock:
      isStockSound && stocks.some((stock) => stock !== null)
        ? stocks.reduce<number>((sum, stock) => sum + (stock ?? 0), 0)
        : null,
    isPriceUnreadable: price !== null && price.amount === null && price.style !== 'nothing',
    isStockUnreadable: !isStockSound,
    roundedId: isLost('productId') ? 'productId' : modelId !== '' && isLost('modelId') ? 'modelId' : null,
  }
}
