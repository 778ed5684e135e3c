import type { StockRow } from '../../src-shared/inventory/inventory.ts'
import { shortageOf } from '../../src-shared/inventory/shortage.ts'

/** Most sizes that stand side by side at 1366 px with the panel open. */
export const MOST_COLUMNS = 6

/** One row of the matrix: goods of one motif and colour, each size in its column. */
export interface StockLine {
  key: string
  category: string
  name: string
  photoId: string | null
  productName: string
  /** `columns`: under the sizes of the head. `captioned`: sizes of its own, named in the cell. `whole`: one SKU, no size. */
  layout: 'columns' | 'captioned' | 'whole'
  cells: readonly (StockRow | null)[]
  /** Null on the second and later rows of the same goods. */
  sums: { available: number; reserved: number; safetyStock: number; onHand: number; value: number } | null
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

/** The sizes of the head: those of as many goods as fit side by side. Goods with other sizes name them in the cell. */
export function headSizes(groups: readonly (readonly StockRow[])[]): string[] {
  let head: string[] = []
  for (const group of groups) {
    const merged = mergedSizes(head, group.map(({ size }) => size).filter(Boolean))
    if (merged.length <= MOST_COLUMNS) head = merged
  }
  return head
}

/** SKUs, in the order of the core, as rows of the matrix. */
export function stockLines(rows: readonly StockRow[]): { sizes: string[]; lines: StockLine[] } {
  const groups = [...Map.groupBy(rows, ({ productId, motif, colour }) => JSON.stringify([productId, motif, colour]))]
  const linesOfProduct = Map.groupBy(groups, ([, [first]]) => first?.productId)
  const sizes = headSizes(groups.map(([, group]) => group))
  const lines = groups.flatMap(([key, group]) => {
    const [first] = group
    if (!first) return []
    const isAlone = (linesOfProduct.get(first.productId)?.length ?? 0) < 2
    const common = {
      category: first.category,
      name: lineName(first, isAlone),
      photoId: first.photoId,
      productName: first.productName,
    }
    const { layout, parts } = placed(group, sizes)
    return parts.map(
      (cells, part): StockLine => ({
        ...common,
        key: `${key}/${part}`,
        layout,
        cells,
        sums: part === 0 ? sumsOf(group) : null,
      }),
    )
  })
  return { sizes, lines }
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

const sumsOf = (group: readonly StockRow[]) => {
  const sum = (part: (row: StockRow) => number) => group.reduce((total, row) => total + part(row), 0)
  return {
    available: sum(({ available }) => available),
    reserved: sum(({ reserved }) => reserved),
    safetyStock: sum(({ safetyStock }) => safetyStock),
    onHand: sum((row) => shortageOf(row).onShelf),
    value: sum(({ value }) => value),
  }
}

/** `Lung Ukir` under Kemeja; with several motifs or colours these are named too, unless the name says them already. */
function lineName({ productName, category, motif, colour }: StockRow, isAlone: boolean): string {
  const short = productName.toLowerCase().startsWith(`${category.toLowerCase()} `)
    ? productName.slice(category.length + 1)
    : productName
  if (isAlone) return short
  const unsaid = [motif, colour].filter((option) => option && !short.toLowerCase().includes(option.toLowerCase()))
  return [short, ...unsaid].join(', ')
}

/** How far the shelf stands above its Batas Stok Ulang, 0 to 1: full at three times the limit. */
export const barShare = ({ available, reorderPoint }: StockRow): number =>
  Math.max(0, Math.min(1, available / (3 * Math.max(1, reorderPoint))))
