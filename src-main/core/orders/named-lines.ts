import type { Component } from '../catalog/goods.ts'
import type { OrderDocument, OrderDocumentLine } from './order-document.ts'

/** Goods of each line by line number; a line whose listing is not mapped to a SKU yet is absent. */
export type GoodsByLine = ReadonlyMap<number, readonly Component[]>

/** One line with what leaves the shelf for it, and its name in effect keys. */
export interface NamedLine {
  line: OrderDocumentLine
  key: string
  components: readonly Component[]
}

/** Keys are made of the goods; a listing that stands in an order at two prices has its second line counted. */
export function namedLines(order: OrderDocument, goods: GoodsByLine): NamedLine[] {
  const seen = new Map<string, number>()
  return order.lines.map((line) => {
    const name = line.listingId ?? `line-${line.line}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { line, key: count === 1 ? name : `${name}/${count}`, components: goods.get(line.line) ?? [] }
  })
}

/** The effect key of the movement that takes goods of a line off the shelf. */
export const issueKey = (key: string, variantId: string): string => `issue/${key}/${variantId}`

export const issueKeys = ({ key, components }: NamedLine) => components.map(({ variantId }) => issueKey(key, variantId))
