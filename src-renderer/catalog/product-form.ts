import type { Product, ProductDraft, Unit, Variant } from '../../src-shared/catalog/catalog.ts'
import { type GoodsName, nameOfProduct } from '../../src-shared/catalog/goods-name.ts'
import type { MissingCostRow, OpeningLine } from '../../src-shared/inventory/inventory.ts'
import { readOpeningCost, readOpeningPieces } from '../../src-shared/inventory/opening-cells.ts'
import { type Id, newId } from '../../src-shared/kernel/ids.ts'
import type { Rupiah } from '../../src-shared/kernel/rupiah.ts'
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
  ownPhotoId: Id | null
  /** Stok Awal: pieces, and what one of them cost, as an amount or a share of the price. */
  openingPieces: string
  openingCost: string
  /** What this screen does not change goes back as it came. */
  rest: Pick<Variant, 'unit' | 'weightGrams' | 'components' | 'averageCost'>
  stands: WhatStands
}

/** What the books know of a SKU while its product is being changed. */
export interface WhatStands {
  onHand: number
  opening: Pick<OpeningLine, 'pieces' | 'unitCost'>
  /** Sold pieces that left without cost, and what can tell it; null where none did. */
  missing: Pick<MissingCostRow, 'pieces' | 'costComesWith'> | null
}

export const NOTHING_STANDS: WhatStands = { onHand: 0, opening: { pieces: null, unitCost: null }, missing: null }

/** Beside a stored product: what was counted when the books began, and which costs are missing, by SKU. */
export interface StockOfProduct {
  openings: ReadonlyMap<Id, WhatStands['opening']>
  missing: ReadonlyMap<Id, MissingCostRow>
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
export function formOf(
  product: Product,
  names: ReadonlyMap<Id, GoodsName>,
  { openings, missing }: StockOfProduct,
): ProductForm {
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
      ({ id, motif, colour, size, sku, barcode, shelf, price, reorderPoint, safetyStock, ownPhotoId, ...rest }) => ({
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
        ownPhotoId,
        ...openingText(openings.get(id) ?? NOTHING_STANDS.opening),
        rest: {
          unit: rest.unit,
          weightGrams: rest.weightGrams,
          components: rest.components,
          averageCost: rest.averageCost,
        },
        stands: {
          onHand: rest.onHand,
          opening: standing(openings.get(id)),
          missing: missing.get(id) ?? null,
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

/** The picture of one SKU is that of all sizes of its motif and colour; null takes it off them. */
export const withPhoto = (variants: readonly VariantText[], of: VariantText, photoId: Id | null): VariantText[] =>
  variants.map((row) => {
    const isAlike = of.motif + of.colour !== '' && row.motif === of.motif && row.colour === of.colour
    return isAlike || row.id === of.id ? { ...row, ownPhotoId: photoId } : row
  })

/** The SKUs a form holds: a bundle is one, the others wait in case it is none after all. */
export const rowsOf = ({ variants, isBundle }: ProductForm): readonly VariantText[] =>
  isBundle ? variants.slice(0, 1) : variants

export const optionName = ({ motif, colour, size }: Pick<VariantText, 'motif' | 'colour' | 'size'>): string =>
  [motif, colour, size].filter(Boolean).join(', ')

const standing = (opening: WhatStands['opening'] | undefined): WhatStands['opening'] =>
  opening ? { pieces: opening.pieces, unitCost: opening.unitCost } : NOTHING_STANDS.opening

export const openingText = ({ pieces, unitCost }: WhatStands['opening']) => ({
  openingPieces: pieces === null ? '' : String(pieces),
  openingCost: rupiahText(unitCost),
})

/** What the two fields of Stok Awal say; a cell that cannot be read says what stands. */
export function openingOf(row: VariantText): WhatStands['opening'] {
  const pieces = readOpeningPieces(row.openingPieces)
  const cost = readOpeningCost(row.openingCost, priceOf(row))
  return {
    pieces: 'value' in pieces ? pieces.value : row.stands.opening.pieces,
    unitCost: 'value' in cost ? cost.value : row.stands.opening.unitCost,
  }
}

/** Zero while none can be read. */
export function priceOf({ price }: Pick<VariantText, 'price'>): Rupiah {
  const read = readRupiah(price)
  return read.kind === 'amount' ? read.amount : 0
}

/** Stok Awal as it shall be, of the SKUs where it changes. A cost alone is of pieces sold already, so none are on the shelf. */
export const openingLines = (form: ProductForm): OpeningLine[] =>
  form.isBundle
    ? []
    : form.variants.flatMap((row) => {
        const { pieces, unitCost } = openingOf(row)
        const counted = pieces ?? (unitCost === null ? null : 0)
        const { opening } = row.stands
        return counted === opening.pieces && unitCost === opening.unitCost
          ? []
          : [{ variantId: row.id, pieces: counted, unitCost }]
      })

/** What stood in Stok Awal where the form changes it, for taking a save back. */
export const openingsBefore = (form: ProductForm): OpeningLine[] => {
  const changed = new Set(openingLines(form).map(({ variantId }) => variantId))
  return form.variants.flatMap(({ id, stands }) => (changed.has(id) ? [{ variantId: id, ...stands.opening }] : []))
}

/** The product as the core takes it. */
export function asProduct(form: ProductForm): ProductDraft {
  const { id, name, category, description, photoId, isBundle } = form
  const components = form.components.map(({ variantId, pieces }) => ({ variantId, pieces: pieces ?? 1 }))
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
      price: priceOf(row),
      reorderPoint: readPieces(row.reorderPoint) ?? 0,
      safetyStock: readPieces(row.safetyStock) ?? 0,
      ownPhotoId: row.ownPhotoId,
      weightGrams: row.rest.weightGrams,
      unit: form.unit ?? row.rest.unit,
      components: isBundle ? components : form.variants.length === 1 ? [] : row.rest.components,
    })),
  }
}
