import type { OrdersOutcome } from '../../../../src-shared/channels/channels.ts'
import { importWords } from '../../../../src-shared/channels/import.words.ts'
import type { Language } from '../../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../../src-shared/kernel/rupiah.ts'
import { TAB_OF } from '../../../../src-shared/orders/orders.ts'
import type { NextStep } from '../next-step.ts'

/** What orders that came in ask for next. */
export function orderSteps(
  { arrivals, unmappedListings, piecesWithoutCost }: OrdersOutcome,
  language: Language,
): NextStep[] {
  const w = importWords[language]
  const toShip = arrivals
    .filter(({ state }) => TAB_OF[state] === 'to_ship')
    .reduce((total, { orders }) => total + orders, 0)
  return [
    ...(unmappedListings > 0
      ? [{ label: w.nextMap(formatNumber(unmappedListings)), why: w.nextMapWhy, path: '/toko/pemetaan?' }]
      : []),
    ...(piecesWithoutCost > 0
      ? [{ label: w.nextCost, why: w.nextCostWhy(formatNumber(piecesWithoutCost)), path: '/stok/awal' }]
      : []),
    toShip > 0
      ? { label: w.nextShip(formatNumber(toShip)), why: w.nextShipWhy, path: '/pesanan?tab=to_ship' }
      : { label: w.nextOrders, why: w.nextOrdersWhy, path: '/pesanan?' },
  ]
}
