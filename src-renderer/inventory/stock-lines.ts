import { type GoodsName, goodsNameOf, partsOfName } from '../../src-shared/catalog/goods-name.ts'
import { inSizeOrder } from '../../src-shared/catalog/size-order.ts'
import type { StockRow } from '../../src-shared/inventory/inventory.ts'
import { shortageOf } from '../../src-shared/inventory/shortage.ts'

/** Most sizes that stand side by side at 1366 px with the panel open. */
export const MOST_COLUMNS = 6

export interface StockSums {
  available: number
  reserved: number
  safetyStock: number
  onHand: number
  value: number
}

/** Lines that hang under the same sizes. */
export interface StockSection {
  key: string
  category: string
  /** Empty while none of its goods has a size, or too many. */
  sizes: readonly string[]
  sums: StockSums
}

/** One row of the matrix: goods of one motif and colour, each size in its column. */
export interface StockLine {
  key: string
  section: number
  category: string
  /** As it is named under its category, without a size. */
  goods: GoodsName
  /** The first SKU's whole name. */
  whole: GoodsName
  photoId: string | null
  /** `columns`: under the sizes of the section. `captioned`: sizes named in the cell. `whole`: one SKU, no size. */
  layout: 'columns' | 'captioned' | 'whole'
  cells: readonly (StockRow | null)[]
  /** Null on the second and later rows of the same goods. */
  sums: StockSums | null
}

/** The sizes that stand in the head of the table: those of all sections, when they are the same. */
export function headSizes(sections: readonly StockSection[]): readonly string[] {
  const kinds = new Map(
    sections.filter(({ sizes }) => sizes.length > 0).map(({ sizes }) => [JSON.stringify(sizes), sizes]),
  )
  return kinds.size === 1 ? [...kinds.values()][0]! : []
}

/** All sizes in the order of the shelf: an unseen size goes before the next one that is known, or to the end. */
export function mergedSizes(known: readonly string[], sizes: readonly string[]): string[] {
  const merged = [...known]
  sizes.forEach((size, index) => {
    if (merged.includes(size)) return
    const next = sizes.slice(index + 1).find((later) => merged.includes(later))
    merged.splice(next === undefined ? merged.length : merged.indexOf(next), 0, size)
  })
  return merged
}

/** The columns of a section: the sizes of as many of its goods as fit side by side. Goods with other sizes name them in the cell. */
export function sectionSizes(groups: readonly (readonly StockRow[])[]): string[] {
  let sizes: string[] = []
  for (const group of groups) {
    const merged = mergedSizes(sizes, group.map(({ size }) => size).filter(Boolean))
    if (merged.length <= MOST_COLUMNS) sizes = merged
  }
  return inSizeOrder(sizes, (size) => size)
}

/** SKUs, in the order of the core, as rows of the matrix: a section for each category, and in it for each family of sizes. */
export function stockLines(rows: readonly StockRow[]): { sections: StockSection[]; lines: StockLine[] } {
  const groups = [...Map.groupBy(rows, ({ productId, motif, colour }) => JSON.stringify([productId, motif, colour]))]
  const sections: StockSection[] = []
  const lines: StockLine[] = []
  for (const part of parts(groups)) {
    const sizes = sectionSizes(part.groups.map(([, group]) => group))
    const section = { key: `${part.category}/${sections.length}`, category: part.category, sizes }
    sections.push({ ...section, sums: sumsOf(part.groups.flatMap(([, group]) => group)) })
    for (const [key, group] of part.groups) lines.push(...linesOf(key, group, sections.length - 1, sizes))
  }
  return { sections, lines }
}

type Group = readonly [key: string, rows: readonly StockRow[]]

/** Groups that follow each other under one head. Goods without a size stand in either. */
function parts(groups: readonly Group[]): { category: string; family: string; groups: Group[] }[] {
  const found: { category: string; family: string; groups: Group[] }[] = []
  for (const group of groups) {
    const category = group[1][0]?.category ?? ''
    const family = group[1].map(({ size }) => sizeFamily(size)).find(Boolean) ?? ''
    const last = found.at(-1)
    if (last?.category === category && (last.family === family || last.family === '' || family === '')) {
      last.groups.push(group)
      last.family ||= family
    } else found.push({ category, family, groups: [group] })
  }
  return found
}

/**
 * Sizes that hang side by side: letters, plain numbers, or one word with numbers (`Anak 1`, `250 g`). A 32 is no neighbour of
 * an L. Empty for goods without a size; `All Size` hangs with the letters.
 */
export function sizeFamily(size: string): string {
  const text = size.trim().toLowerCase()
  if (/^(\d* ?x+ ?[sl]|\d*[sml]|(all|one|free) ?size|jumbo)$/.test(text.replaceAll(/[.-]/g, ''))) return 'letters'
  return text.replace(/\d+(?:[.,]\d+)?/g, '#')
}

function linesOf(key: string, group: readonly StockRow[], section: number, sizes: readonly string[]): StockLine[] {
  const [first] = group
  if (!first) return []
  const { layout, parts } = placed(group, sizes)
  const common = {
    section,
    goods: goodsOf(first),
    whole: goodsNameOf(first),
    photoId: first.photoId,
    category: first.category,
  }
  return parts.map((cells, part) => ({
    ...common,
    key: `${key}/${part}`,
    layout,
    cells,
    sums: part === 0 ? sumsOf(group) : null,
  }))
}

function placed(group: readonly StockRow[], sizes: readonly string[]) {
  const [only] = group
  if (only && group.length === 1 && only.size === '') return { layout: 'whole' as const, parts: [[only]] }
  const own = group.map(({ size }) => size)
  const fits = own.every((size) => sizes.includes(size)) && new Set(own).size === own.length
  if (fits)
    return { layout: 'columns' as const, parts: [sizes.map((size) => group.find((row) => row.size === size) ?? null)] }
  const width = Math.max(1, sizes.length || MOST_COLUMNS)
  const parts: (StockRow | null)[][] = []
  for (let from = 0; from < group.length; from += width) {
    const cells: (StockRow | null)[] = group.slice(from, from + width)
    while (cells.length < width) cells.push(null)
    parts.push(cells)
  }
  return { layout: 'captioned' as const, parts }
}

const sumsOf = (group: readonly StockRow[]): StockSums => {
  const sum = (part: (row: StockRow) => number) => group.reduce((total, row) => total + part(row), 0)
  return {
    available: sum(({ available }) => available),
    reserved: sum(({ reserved }) => reserved),
    safetyStock: sum(({ safetyStock }) => safetyStock),
    onHand: sum((row) => shortageOf(row).onShelf),
    value: sum(({ value }) => value),
  }
}

/** The goods of a line under its category: `Lung Ukir, Biru` under Kemeja. Sizes are columns and not named again. */
function goodsOf(row: StockRow): GoodsName {
  const { product, ...options } = partsOfName({ ...goodsNameOf(row), size: '' })
  const [category, name] = [row.category.toLowerCase(), product.toLowerCase()]
  const isSaid = category !== '' && (name === category ? options.motif !== '' : name.startsWith(`${category} `))
  return { product: isSaid ? product.slice(category.length).trim() : product, ...options }
}

/** How far the shelf stands above its Batas Stok Ulang, 0 to 1: full at three times the limit. */
export const barShare = ({ available, reorderPoint }: StockRow): number =>
  Math.max(0, Math.min(1, available / (3 * Math.max(1, reorderPoint))))
