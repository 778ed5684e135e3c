import type { OrderDocument, OrderDocumentLine } from './order-document.ts'
import type { LinePair } from './order-lines.ts'
import { allHasLeft, newer, type Stamp } from './state-order.ts'

/**
 * What a channel calls goods that have left says nothing of which they were: they stay what the earliest statement called them that
 * told of them as gone, whatever a later one calls them, and nothing moves on the shelf. Pure, and the same in either order.
 */

/** Whose words for the goods stand, where both statements could say; the other's lines are those lines under other names. */
export interface Renamed {
  whose: 'known' | 'stated'
  pairs: readonly LinePair[]
}

const goodsStamp = ({ statements }: OrderDocument): Stamp => statements.older.goods ?? statements.newest

/** The earliest statement that told of these goods as gone; null while none did. */
export const leftAs = (order: OrderDocument): Stamp | null =>
  order.statements.left ?? (allHasLeft(order.statements.states) ? goodsStamp(order) : null)

/** The lines of two statements after the goods had left; null where they had not, or where the lines are not the same pieces. */
export function renamedAfterLeaving(
  known: OrderDocument,
  stated: OrderDocument,
  pairs: readonly LinePair[],
): Renamed | null {
  const whose = whoToldFirst(known, stated)
  const paired = whose && withTheRest(known.lines, stated.lines, pairs)
  return paired ? { whose, pairs: paired } : null
}

function whoToldFirst(known: OrderDocument, stated: OrderDocument): Renamed['whose'] | null {
  const [mine, other] = [leftAs(known), leftAs(stated)]
  if (mine && other) return newer(mine, other) <= 0 ? 'known' : 'stated'
  // one that tells of no leaving speaks of gone goods if it is later, as a cancellation does
  if (mine) return newer(goodsStamp(stated), mine) > 0 ? 'known' : null
  return other && newer(goodsStamp(known), other) > 0 ? 'stated' : null
}

export const earlierLeft = (known: OrderDocument, stated: OrderDocument): Stamp | null => {
  const [mine, other] = [leftAs(known), leftAs(stated)]
  return mine && other ? (newer(mine, other) <= 0 ? mine : other) : (mine ?? other)
}

/** The pairs with those of the lines that are left: the same pieces, in their order, at the same price before another. Null unless all are. */
function withTheRest(
  known: readonly OrderDocumentLine[],
  stated: readonly OrderDocumentLine[],
  pairs: readonly LinePair[],
): readonly LinePair[] | null {
  const left = new Set(known.filter(({ line }) => !pairs.some((pair) => pair.known === line)))
  const open = new Set(stated.filter(({ line }) => !pairs.some((pair) => pair.stated === line)))
  if (left.size !== open.size) return null
  const found: LinePair[] = []
  const match = (isSame: (a: OrderDocumentLine, b: OrderDocumentLine) => boolean) => {
    for (const line of open) {
      const same = [...left].find((each) => isSame(each, line))
      if (!same) continue
      found.push({ known: same.line, stated: line.line })
      left.delete(same)
      open.delete(line)
    }
  }
  match((a, b) => a.pieces === b.pieces && a.price === b.price)
  match((a, b) => a.pieces === b.pieces)
  return open.size === 0 ? [...pairs, ...found] : null
}

/** The joined lines under the names that stand. */
export function underTheirNames(
  lines: readonly OrderDocumentLine[],
  { whose, pairs }: Renamed,
  known: readonly OrderDocumentLine[],
  stated: readonly OrderDocumentLine[],
): OrderDocumentLine[] {
  const before = new Map(known.map((line) => [line.line, line]))
  const told = new Map(stated.map((line) => [line.line, line]))
  const listingOf = new Map(
    pairs.map((pair) => [pair.known, (whose === 'known' ? before.get(pair.known)! : told.get(pair.stated)!).listingId]),
  )
  return lines.map((line) => ({ ...line, listingId: listingOf.get(line.line) ?? line.listingId }))
}
