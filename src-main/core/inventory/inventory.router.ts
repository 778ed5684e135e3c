import { api } from '../api.ts'
import type { InventoryService } from './inventory.service.ts'

export const inventoryRouter = ({ adjustments, opening, openingFile, ...inventory }: InventoryService) => ({
  levels: api.inventory.levels.handler(({ input }) => inventory.levels(input)),
  level: api.inventory.level.handler(({ input }) => inventory.level(input.variantId)),
  card: api.inventory.card.handler(({ input }) => inventory.card(input)),
  adjust: api.inventory.adjust.handler(({ input }) => adjustments.adjust(input)),
  booksWhenCounted: api.inventory.booksWhenCounted.handler(({ input }) => adjustments.booksWhenCounted(input)),
  count: api.inventory.count.handler(({ input }) => adjustments.count(input)),
  adjustments: api.inventory.adjustments.handler(({ input }) => adjustments.list(input)),
  adjustment: api.inventory.adjustment.handler(({ input }) => adjustments.get(input.id)),
  cancelAdjustment: api.inventory.cancelAdjustment.handler(({ input }) => adjustments.cancel(input.id, input.reason)),
  opening: {
    list: api.inventory.opening.list.handler(({ input }) => opening.list(input)),
    save: api.inventory.opening.save.handler(({ input }) => opening.save(input.lines, input.isMeant)),
    exportFile: api.inventory.opening.exportFile.handler(({ input }) => openingFile.exportFile(input.format)),
    importFile: api.inventory.opening.importFile.handler(({ input }) => openingFile.importFile(input)),
  },
  oversold: api.inventory.oversold.handler(() => inventory.oversold()),
  missingCost: api.inventory.missingCost.handler(() => inventory.missingCost()),
})
