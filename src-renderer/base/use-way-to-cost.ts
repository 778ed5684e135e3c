import { useQuery } from '@tanstack/react-query'
import type { MissingCostRow } from '../../src-shared/inventory/inventory.ts'
import { api } from './api.ts'

/** Where the cost of goods that left without one is told: in Stok Awal, or with the goods that come, in Terima Barang. */
export interface WayToCost {
  path: string
  comesWith: MissingCostRow['costComesWith']
}

/** Terima Barang, begun with what was sold too many. */
export const receiptPath = (rows: readonly Pick<MissingCostRow, 'variantId' | 'pieces'>[]): string =>
  `/pembelian?new=1&sku=${rows.map(({ variantId, pieces }) => `${variantId}*${pieces}`).join(',')}`

export const openingPath = (variantId: string): string => `/stok/awal?sku=${variantId}`

export const wayToCostOf = (row: MissingCostRow): WayToCost => ({
  comesWith: row.costComesWith,
  path: row.costComesWith === 'opening' ? openingPath(row.variantId) : receiptPath([row]),
})

/** As many lines as a receipt is begun with; what lacks more is seen again afterwards. */
const MOST_LINES = 40

/**
 * The way to the costs that are missing, of one SKU or of all: to the first that Stok Awal can tell; when what lacks can only come
 * with goods, to a receipt of these. Stok Awal while it is not known yet.
 */
export function useWayToCost(variantId?: string): WayToCost {
  const { data } = useQuery(api.inventory.missingCost.queryOptions())
  const rows = (data ?? []).filter((row) => variantId === undefined || row.variantId === variantId)
  const counted = rows.find(({ costComesWith }) => costComesWith === 'opening')
  if (counted) return wayToCostOf(counted)
  if (rows.length > 0) return { comesWith: 'goods', path: receiptPath(rows.slice(0, MOST_LINES)) }
  return { comesWith: 'opening', path: variantId === undefined ? '/stok/awal' : openingPath(variantId) }
}
