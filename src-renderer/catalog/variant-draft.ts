import type { Product, ProductDraft, Variant } from '../../src-shared/catalog/catalog.ts'
import { type Id, newId } from '../../src-shared/kernel/ids.ts'
import { readPieces } from '../design/fields/pieces-entry.ts'
import { readRupiah, rupiahText } from '../design/fields/rupiah-entry.ts'

/** Most SKUs one product may have. */
export const MOST_VARIANTS = 400

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
  /** What this screen does not change goes back as it came. */
  rest: Pick<Variant, 'unit' | 'weightGrams' | 'safetyStock'>
}

/** A product while it is being filled in. The id is made when it opens, so saving twice is saving once. */
export interface ProductForm {
  id: Id
  name: string
  category: string
  description: string
  photoId: Id | null
  isBundle: boolean
  variants: readonly VariantText[]
  components: readonly { variantId: Id; label: string; pieces: number | null }[]
}

export const emptyProduct = (): ProductForm => ({
  id: newId(),
  name: '',
  category: '',
  description: '',
  photoId: null,
  isBundle: false,
  variants: [],
  components: [],
})

const NOTHING_ELSE = { unit: 'pcs', weightGrams: 0, safetyStock: 0 } as const

/** A stored product as a form; `labels` names the components of a bundle. */
export function formOf(product: Product, labels: ReadonlyMap<Id, string>): ProductForm {
  const { id, name, category, description, photoId, variants } = product
  const components = variants.length === 1 ? (variants[0]?.components ?? []) : []
  return {
    id,
    name,
    category,
    description,
    photoId,
    isBundle: components.length > 0,
    variants: variants.map(({ id, motif, colour, size, sku, barcode, shelf, price, reorderPoint, ...rest }) => ({
      id,
      motif,
      colour,
      size,
      sku,
      barcode: barcode ?? '',
      shelf,
      price: rupiahText(price),
      reorderPoint: reorderPoint === 0 ? '' : String(reorderPoint),
      rest: { unit: rest.unit, weightGrams: rest.weightGrams, safetyStock: rest.safetyStock },
    })),
    components: components.map(({ variantId, pieces }) => ({
      variantId,
      pieces,
      label: labels.get(variantId) ?? variantId,
    })),
  }
}

/** `S, M; L` as its parts, each once. */
export const listed = (typed: string): string[] => [
  ...new Map(
    typed
      .split(/[,;\n]/)
      .map((part) => part.trim().replace(/\s+/g, ' '))
      .filter(Boolean)
      .map((part) => [part.toLowerCase(), part]),
  ).values(),
]

export interface Combinations {
  motifs: readonly string[]
  colours: readonly string[]
  sizes: readonly string[]
}

export const combinationCount = ({ motifs, colours, sizes }: Combinations): number =>
  Math.max(1, motifs.length) * Math.max(1, colours.length) * Math.max(1, sizes.length)

const sameOption = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
const orNone = (options: readonly string[]) => (options.length === 0 ? [''] : options)

/** Every combination that is not there yet, with a SKU of its own made from the start and the options. */
export function newVariants(
  { motifs, colours, sizes }: Combinations,
  present: readonly VariantText[],
  { skuStart, price }: { skuStart: string; price: string },
): VariantText[] {
  const taken = new Set(present.map(({ sku }) => sku.toLowerCase()))
  const codes = { motif: shortCodes(motifs), colour: shortCodes(colours) }
  const made: VariantText[] = []
  for (const motif of orNone(motifs))
    for (const colour of orNone(colours))
      for (const size of orNone(sizes)) {
        const isThere = present.some(
          (row) => sameOption(row.motif, motif) && sameOption(row.colour, colour) && sameOption(row.size, size),
        )
        if (isThere) continue
        const parts = [
          skuStart,
          codes.motif.get(motif),
          codes.colour.get(colour),
          size.toUpperCase().replace(/\s+/g, ''),
        ]
        const sku = freeCode(parts.filter(Boolean).join('-') || 'SKU', taken)
        taken.add(sku.toLowerCase())
        made.push({
          id: newId(),
          motif,
          colour,
          size,
          sku,
          barcode: '',
          shelf: '',
          price,
          reorderPoint: '',
          rest: NOTHING_ELSE,
        })
      }
  return made
}

function freeCode(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted.toLowerCase())) return wanted
  let count = 2
  while (taken.has(`${wanted}-${count}`.toLowerCase())) count++
  return `${wanted}-${count}`
}

/** `Lung Ukir` is LUK, `Biru` is BIR: letters enough to tell the options of one list apart. */
function shortCodes(options: readonly string[]): Map<string, string> {
  const codes = new Map<string, string>()
  const taken = new Set<string>()
  for (const option of options) {
    const code = freeCode(shortCode(option), taken)
    taken.add(code.toLowerCase())
    codes.set(option, code)
  }
  return codes
}

/** `Kemeja Lung Ukir` is KLU, `Kemeja` is KEM. */
export function shortCode(text: string): string {
  const names = text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
  const [first = '', second = ''] = names
  const letters =
    names.length > 2
      ? names
          .map((name) => name[0])
          .join('')
          .slice(0, 4)
      : names.length === 2
        ? first.slice(0, 1) + second.slice(0, 2)
        : first.slice(0, 3)
  return letters.toUpperCase()
}

export const optionName = ({ motif, colour, size }: Pick<VariantText, 'motif' | 'colour' | 'size'>): string =>
  [motif, colour, size].filter(Boolean).join(', ')

/** What keeps a form from being saved, and where. */
export type FormProblem =
  | { what: 'name' | 'components' | 'variants' }
  | { what: 'sku missing'; row: Id }
  | { what: 'sku twice' | 'barcode twice' | 'price' | 'reorderPoint'; row: Id; text: string }

export function problemIn(form: ProductForm): FormProblem | null {
  if (form.name.trim() === '') return { what: 'name' }
  if (form.variants.length === 0) return { what: 'variants' }
  if (form.isBundle && (form.components.length === 0 || form.components.some(({ pieces }) => !pieces)))
    return { what: 'components' }
  const skus = new Set<string>()
  const barcodes = new Set<string>()
  for (const { id, sku, barcode, price, reorderPoint } of form.variants) {
    if (sku.trim() === '') return { what: 'sku missing', row: id }
    if (skus.has(sku.trim().toLowerCase())) return { what: 'sku twice', row: id, text: sku.trim() }
    skus.add(sku.trim().toLowerCase())
    if (barcode !== '' && barcodes.has(barcode)) return { what: 'barcode twice', row: id, text: barcode }
    if (barcode !== '') barcodes.add(barcode)
    if (isPriceWrong(price)) return { what: 'price', row: id, text: price }
    if (isPiecesWrong(reorderPoint)) return { what: 'reorderPoint', row: id, text: reorderPoint }
  }
  return null
}

export function isPriceWrong(typed: string): boolean {
  const read = readRupiah(typed)
  return read.kind === 'unreadable' || (read.kind === 'amount' && read.amount < 0)
}
export function isPiecesWrong(typed: string): boolean {
  const read = readPieces(typed)
  return read === undefined || (read !== null && read < 0)
}

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
    variants: form.variants.slice(0, isBundle ? 1 : undefined).map((row) => ({
      id: row.id,
      sku: row.sku.trim(),
      barcode: row.barcode.trim() || null,
      motif: row.motif,
      colour: row.colour,
      size: row.size,
      shelf: row.shelf.trim(),
      price: amount(row.price),
      reorderPoint: readPieces(row.reorderPoint) ?? 0,
      ...row.rest,
      components: isBundle ? components : [],
    })),
  }
}
