import type { ProductDraft, VariantDraft } from '../../../src-shared/catalog/catalog.ts'
import type { ProductFileWords } from '../../../src-shared/catalog/product-file.words.ts'
import { folded } from '../../../src-shared/kernel/folded.ts'
import { codeKey } from './codes.ts'
import { codeClashes } from './product-file-codes.ts'
import type { FileRow, RowProblem } from './product-file-rows.ts'
import type { CodeOwner } from './product-rules.ts'
import { arranged, productChange, type StoredProduct, sameVariant } from './stored-product.ts'

const MOST_VARIANTS = 400

export interface ProductFilePlan {
  /** Products that are new or change, whole and ready to save. */
  drafts: ProductDraft[]
  problems: RowProblem[]
  /** Products the file speaks of, and what becomes of their SKUs. */
  products: number
  added: number
  changed: number
  unchanged: number
}

/** A product as the file wants it, and the row that first spoke of it. */
interface Wanted {
  draft: ProductDraft
  stored: StoredProduct | null
  first: FileRow
}

/** Where known SKUs stand, by `codeKey`. */
type Places = ReadonlyMap<string, { product: StoredProduct; variantId: string }>

type Say = (row: FileRow, column: string, value: string, reason: string) => void

interface Known {
  products: readonly StoredProduct[]
  words: ProductFileWords
  newId: () => string
}

/**
 * What a product file changes. A row is known by its SKU: a known one is updated where it stands, a new one joins the
 * product of its name or begins it. Rows of one product must agree on its name and category, and may so rename it. What the
 * file does not mention stays as it is.
 * @param codes every SKU and barcode in the shop.
 */
export function planProductFile(rows: readonly FileRow[], codes: readonly CodeOwner[], known: Known): ProductFilePlan {
  const problems: RowProblem[] = []
  const say: Say = (row, column, value, reason) => problems.push({ row: row.row, column, value, reason })
  const places: Places = new Map(
    known.products.flatMap((product) =>
      product.variants.map(({ id, sku }) => [codeKey(sku), { product, variantId: id }] as const),
    ),
  )
  const { kept, rowBySku } = oneRowPerSku(rows, places, known.words, say)
  problems.push(...codeClashes(kept, codes, rowBySku, known.words))
  const wanted = gathered(kept, places, known, say)
  for (const { draft, first } of wanted)
    if (draft.variants.length > MOST_VARIANTS)
      say(first, 'Nama Produk', draft.name, known.words.tooManyVariants(MOST_VARIANTS))
  return { problems, products: wanted.length, ...outcome(wanted, rowBySku) }
}

function oneRowPerSku(rows: readonly FileRow[], places: Places, words: ProductFileWords, say: Say) {
  const rowBySku = new Map<string, FileRow>()
  const kept: FileRow[] = []
  for (const row of rows) {
    const key = codeKey(row.sku)
    const earlier = rowBySku.get(key)
    if (earlier) {
      say(row, 'Kode SKU', row.sku, words.skuTwice(earlier.row))
      continue
    }
    rowBySku.set(key, row)
    if (places.get(key)?.product.archived) say(row, 'Kode SKU', row.sku, words.archived)
    else kept.push(row)
  }
  return { kept, rowBySku }
}

/** Rows brought together to products: known SKUs first, so that new ones find the products these rows name. */
function gathered(rows: readonly FileRow[], places: Places, { products, words, newId }: Known, say: Say): Wanted[] {
  const agree = ({ draft, first }: Wanted, row: FileRow) => {
    if (draft.name !== row.name) say(row, 'Nama Produk', row.name, words.differs(first.row))
    if (row.category !== undefined && draft.category !== row.category)
      say(row, 'Kategori', row.category, words.differs(first.row))
  }
  const begun = (stored: StoredProduct | null, row: FileRow): Wanted => {
    const draft = stored ?? { id: newId(), category: '', description: '', photoId: null, variants: [] }
    return { draft: { ...draft, name: row.name, category: row.category ?? draft.category }, stored, first: row }
  }

  const wantedById = new Map<string, Wanted>()
  for (const row of rows) {
    const place = places.get(codeKey(row.sku))
    if (!place) continue
    const wanted = wantedById.get(place.product.id) ?? begun(place.product, row)
    wantedById.set(place.product.id, wanted)
    agree(wanted, row)
    wanted.draft = {
      ...wanted.draft,
      variants: wanted.draft.variants.map((each) => (each.id === place.variantId ? updated(each, row) : each)),
    }
  }

  const wantedByName = firstByName([...wantedById.values()], ({ draft }) => draft.name)
  const storedByName = firstByName(
    products.filter(({ id, archived }) => !archived && !wantedById.has(id)),
    ({ name }) => name,
  )
  for (const row of rows) {
    if (places.has(codeKey(row.sku))) continue
    const key = nameKey(row.name)
    const wanted = wantedByName.get(key) ?? begun(storedByName.get(key) ?? null, row)
    wantedByName.set(key, wanted)
    wantedById.set(wanted.draft.id, wanted)
    agree(wanted, row)
    wanted.draft = { ...wanted.draft, variants: [...wanted.draft.variants, updated(blankVariant(newId()), row)] }
  }
  return [...wantedById.values()]
}

function firstByName<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T> {
  const byName = new Map<string, T>()
  for (const item of items) if (!byName.has(nameKey(nameOf(item)))) byName.set(nameKey(nameOf(item)), item)
  return byName
}

const nameKey = (name: string) => folded(name) || name

function outcome(wanted: readonly Wanted[], rowBySku: ReadonlyMap<string, FileRow>) {
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const drafts: ProductDraft[] = []
  for (const { draft, stored } of wanted) {
    const tidy = arranged(draft)
    const change = productChange(stored, tidy)
    if (change.product || change.added.length + change.changed.length > 0) drafts.push(tidy)
    for (const variant of draft.variants) {
      if (!rowBySku.has(codeKey(variant.sku))) continue
      const before = stored?.variants.find(({ id }) => id === variant.id)
      if (!before) counts.added++
      else if (change.product || !sameVariant(before, variant)) counts.changed++
      else counts.unchanged++
    }
  }
  return { drafts, ...counts }
}

function updated(
  variant: VariantDraft,
  { row: _row, name: _name, category: _category, ...fields }: FileRow,
): VariantDraft {
  return { ...variant, ...fields }
}

const blankVariant = (id: string): VariantDraft => ({
  id,
  sku: '',
  barcode: null,
  motif: '',
  colour: '',
  size: '',
  unit: 'pcs',
  shelf: '',
  price: 0,
  weightGrams: 0,
  reorderPoint: 0,
  safetyStock: 0,
  ownPhotoId: null,
  components: [],
})
