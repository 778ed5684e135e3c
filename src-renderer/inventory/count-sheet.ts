import type { Variant } from '../../src-shared/catalog/catalog.ts'
import type { GoodsName } from '../../src-shared/catalog/goods-name.ts'
import type { Instant } from '../../src-shared/kernel/business-day.ts'
import { type Id, newId } from '../../src-shared/kernel/ids.ts'

export interface CountLine {
  variantId: Id
  sku: string
  label: string
  goodsName: GoodsName
  shelf: string
  counted: number | null
  /** When the first of them was counted: the books of that moment are compared. */
  countedAt: Instant
}

/** A stock opname while it is being counted. It waits on this laptop until it is saved; the id makes a retry the same act. */
export interface CountSheet {
  id: Id
  lines: readonly CountLine[]
  note: string
  isComparing: boolean
}

export const emptySheet = (): CountSheet => ({ id: newId(), lines: [], note: '', isComparing: false })

type Goods = Pick<Variant, 'id' | 'sku' | 'label' | 'goodsName' | 'shelf'>

/** Counted goods come to the top; goods counted before grow, as they may lie on two shelves. */
export function withCounted(
  sheet: CountSheet,
  { id, sku, label, goodsName, shelf }: Goods,
  pieces: number,
  now: Instant,
): CountSheet {
  const before = sheet.lines.find(({ variantId }) => variantId === id)
  const counted = (before?.counted ?? 0) + pieces
  const others = sheet.lines.filter(({ variantId }) => variantId !== id)
  return {
    ...sheet,
    lines: [{ variantId: id, sku, label, goodsName, shelf, counted, countedAt: before?.countedAt ?? now }, ...others],
  }
}

/** A number that is typed anew was counted anew. */
export const withCount = (sheet: CountSheet, variantId: Id, counted: number | null, now: Instant): CountSheet => ({
  ...sheet,
  lines: sheet.lines.map((line) => (line.variantId === variantId ? { ...line, counted, countedAt: now } : line)),
})

export const withoutLine = (sheet: CountSheet, variantId: Id): CountSheet => ({
  ...sheet,
  lines: sheet.lines.filter((line) => line.variantId !== variantId),
})

export const countedPieces = ({ lines }: CountSheet): number =>
  lines.reduce((sum, { counted }) => sum + (counted ?? 0), 0)

/** The lines as the core takes them; lines without a number are not counted. */
export const countedLines = ({ lines }: CountSheet): { variantId: Id; counted: number; countedAt: Instant }[] =>
  lines.flatMap(({ variantId, counted, countedAt }) => (counted === null ? [] : [{ variantId, counted, countedAt }]))
