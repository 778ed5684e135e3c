import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { MoneyKind, MoneyLine } from '../../../../../src-shared/orders/order.ts'

/** Names come from headings: more of them than a file has would be a hostile one's. */
const MOST_NAMES = 1_000

const nothings = new Map<string, Partial<Record<MoneyKind, MoneyLine>>>()

/**
 * An amount of an order. Most are nothing, eight of them an order: those of one name are one object, which takes no room of its own in
 * memory, nor where a file waits packed.
 */
export function moneyLine(name: string, kind: MoneyKind, amount: Rupiah): MoneyLine {
  if (amount !== 0) return { name, kind, amount }
  const known = nothings.get(name)?.[kind]
  if (known) return known
  const line = Object.freeze({ name, kind, amount: 0 })
  if (nothings.size < MOST_NAMES) nothings.set(name, { ...nothings.get(name), [kind]: line })
  return line
}
