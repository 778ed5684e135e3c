import type { BusinessDay } from '../../../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { SettlementStatement, SettlementTotals } from '../../../../../src-shared/settlements/settlement-file.ts'

/** What an income file comes to, from what was read of its `rows`: released for orders by every name, and set right beside them. */
export function settlementTotals(settlements: readonly SettlementStatement[], rows: number): SettlementTotals {
  const byName = new Map<string, Rupiah>()
  const totals = { rows, orders: 0, adjustments: 0, released: 0, adjusted: 0 }
  let from: BusinessDay | null = null
  let to: BusinessDay | null = null
  for (const { kind, released, lines, releasedOn } of settlements) {
    if (kind === 'order') {
      totals.orders++
      totals.released += released
      for (const { name, amount } of lines) byName.set(name, (byName.get(name) ?? 0) + amount)
    } else {
      totals.adjustments++
      totals.adjusted += released
    }
    if (from === null || releasedOn < from) from = releasedOn
    if (to === null || releasedOn > to) to = releasedOn
  }
  return {
    ...totals,
    byName: [...byName].map(([name, amount]) => ({ name, amount })),
    parts: [],
    from,
    to,
  }
}
