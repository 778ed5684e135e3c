import type { MissingCostRow, OversoldRow, StockRow } from '../../../src-shared/inventory/inventory.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { ReadProductSheet } from '../catalog/product-file.service.ts'
import { type AdjustmentNeeds, createAdjustments } from './adjustments.service.ts'
import { createOpeningFile } from './opening-file.service.ts'
import { createOpeningStock } from './opening-stock.service.ts'
import { stockCard } from './stock-card.repository.ts'
import { missingCost, oversold } from './stock-gaps.repository.ts'
import { type LevelFilter, levelOf, levelPage, levelTotals } from './stock-levels.repository.ts'

/** Stok: what stands on the shelves, how it came there, and what is missing. */
export const createInventory = (needs: AdjustmentNeeds & { readProductSheet: ReadProductSheet }) => {
  const { read } = needs
  return {
    adjustments: createAdjustments(needs),
    opening: createOpeningStock(needs),
    openingFile: createOpeningFile(needs),

    levels: async (filter: LevelFilter) => ({
      ...(await levelPage(read, filter)),
      totals: await levelTotals(read, filter),
    }),

    async level(variantId: string): Promise<StockRow> {
      const row = await levelOf(read, variantId)
      if (!row) throw new DomainError('DOCUMENT_NOT_FOUND', { id: variantId })
      return row
    },

    card: (input: Parameters<typeof stockCard>[1]) => stockCard(read, input),
    oversold: (): Promise<OversoldRow[]> => oversold(read),
    missingCost: (): Promise<MissingCostRow[]> => missingCost(read),
  }
}
export type InventoryService = ReturnType<typeof createInventory>
