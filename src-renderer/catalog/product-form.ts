import type { Product, ProductDraft, Unit, Variant } from '../../src-shared/catalog/catalog.ts'
import { type GoodsName, nameOfProduct } from '../../src-shared/catalog/goods-name.ts'
import { type Id, newId } from '../../src-shared/kernel/ids.ts'
import { readPieces } from '../../src-shared/kernel/written-pieces.ts'
import { readRupiah, rupiahText } from '../design/fields/rupiah-entry.ts'

/** One SKU while it is being filled in; numbers stand as typed. */
export interface VariantText {
  id: Id
  motif: string
  colour: string
  size: string
  sku: string
  barcode: string
  shelf: string
  price: string
  reorderPoint: string
  safetyStock: string
  /** What this screen does not change goes back as it came. */
  rest: Pick<Variant, 'unit' | 'weightGrams' | 'components' | 'averageCost'>
}

/** A product while it is being filled in. The id is made when it opens, so saving twice is saving once. */
export interface ProductForm {
  id: Id
  name: string
  category: string
  description: string
  photoId: Id | null
  /** Null while its SKUs are counted in different units. */
  unit: Unit | null
  isBundle: boolean
  variants: readonly VariantText[]
  components: readonly { variantId: Id; goodsName: GoodsName; pieces: number | null }[]
}

export const emptyProduct = (): ProductForm => ({
  id: newId(),
  name: '',
  category: '',
  description: '',
  photoId: null,
  unit: 'pcs',
  isBundle: false,
  variants: [],
  components: [],
})

const piecesOrNone = (pieces: number) => (pieces === 0 ? '' : String(pieces))

/** A stored product as a form; `names` are those of the components of a bundle. */
export function formOf(product: Product, names: ReadonlyMap<Id, GoodsName>): ProductForm {
  const { id, name, category, description, photoId, variants } = product
  const components = variants.length === 1 ? (variants[0]?.components ?? []) : []
  const units = new Set(variants.map(({ unit }) => unit))
  return {
    id,
    name,
    category,
    description,
    photoId,
    unit: units.size === 1 ? ([...units][0] ?? null) : null,
    isBundle: components.length > 0,
    variants: variants.map(
      ({ id, motif, colour, size, sku, barcode, shelf, price, reorderPoint, safetyStock, ...rest }) => ({
        id,
        motif,
        colour,
        size,
        sku,
        barcode: barcode ?? '',
        shelf,
        price: rupiahText(price),
        reorderPoint: piecesOrNone(reorderPoint),
        safetyStock: piecesOrNone(safetyStock),
        rest: {
          unit: rest.unit,
          weightGrams: rest.weightGrams,
          components: rest.components,
          averageCost: rest.averageCost,
        },
      }),
    ),
    components: components.map(({ variantId, pieces }) => ({
      variantId,
      pieces,
      goodsName: names.get(variantId) ?? nameOfProduct(variantId),
    })),
  }
}

/** The SKUs a form holds: a bundle is one, the others wait in case it is none after all. */
export const rowsOf = ({ variants, isBundle }: ProductForm): readonly VariantText[] =>
  isBundle ? variants.slice(0, 1) : variants

export const optionName = ({ motif, colour, size }: Pick<VariantText, 'motif' | 'colour' | 'size'>): string =>
  [motif, colour, size].filter(Boolean).join(', ')

/** The product as the core takes it. */
export function asProduct(form: ProductForm): ProductDraft {
  const { id, name, category, description, photoId, isBundle } = form
  const components = form.components.map(({ variantId, pieces }) => ({ variantId, pieces: pieces ?? 1 }))
  const amount = (typed: string) => {
    const read = readRupiah(typed)
    return read.kind === 'amount' ? read.amount : 0
  }
  return {
    id,
    name: name.trim(),
    category: category.trim(),
    description: description.trim(),
    photoId,
    variants: rowsOf(form).map((row) => ({
      id: row.id,
      sku: row.sku.trim(),
      barcode: row.barcode.trim() || null,
      motif: row.motif,
      colour: row.colour,
      size: row.size,
      shelf: row.shelf.trim(),
      price: amount(row.price),
      reorderPoint: readPieces(row.reorderPoint) ?? 0,
      safetyStock: readPieces(row.safetyStock) ?? 0,
      weightGrams: row.rest.weightGrams,
      unit: form.unit ?? row.rest.unit,
      components: isBundle ? components : form.variants.length === 1 ? [] : row.rest.components,
    })),
  }
}
