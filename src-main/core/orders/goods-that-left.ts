import type { Reader } from '../database/open.ts'
import { type GoodsByLine, issueKey, namedLines } from './named-lines.ts'
import type { OrderDocument } from './order-document.ts'
import { leftAt } from './order-life.ts'
import { standingIssues } from './orders.repository.ts'

/**
 * What left the shelf for each line of orders whose goods are gone, as the stock ledger has it: a bundle that is made of
 * other goods since then changes nothing in a parcel that is on its way. `orders` as they stood when last settled.
 */
export async function goodsThatLeft(
  reader: Reader,
  orders: readonly OrderDocument[],
): Promise<Map<string, GoodsByLine>> {
  const gone = orders.filter((order) => leftAt(order) !== null)
  if (gone.length === 0) return new Map()
  const issued = await standingIssues(
    reader,
    gone.map(({ id }) => id),
  )
  return new Map(gone.map((order) => [order.id, ofLines(order, issued.get(order.id) ?? [])]))
}

interface Issue {
  effect: string
  variant_id: string
  pieces: number
}

const ofLines = (order: OrderDocument, issues: readonly Issue[]): GoodsByLine =>
  new Map(
    namedLines(order, new Map()).flatMap(({ line, key }) => {
      const components = issues
        .filter(({ effect, variant_id }) => effect === issueKey(key, variant_id))
        .map(({ variant_id, pieces }) => ({ variantId: variant_id, pieces: -pieces / line.pieces }))
      return components.length > 0 && components.every(({ pieces }) => Number.isInteger(pieces))
        ? [[line.line, components] as const]
        : []
    }),
  )
