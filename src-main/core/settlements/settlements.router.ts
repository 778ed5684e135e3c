import { api } from '../api.ts'
import type { FeeRatesService } from './fee-rates.service.ts'
import type { SettlementsService } from './settlements.service.ts'

export const settlementsRouter = (settlements: SettlementsService, rates: FeeRatesService) => ({
  toDo: api.settlements.toDo.handler(() => settlements.toDo()),
  names: api.settlements.names.handler(() => settlements.names()),
  waiting: api.settlements.waiting.handler(({ input }) => settlements.waiting(input)),
  rules: {
    list: api.settlements.rules.list.handler(() => settlements.rules()),
    preview: api.settlements.rules.preview.handler(({ input }) => settlements.preview(input)),
    save: api.settlements.rules.save.handler(({ input }) => settlements.save(input)),
    undo: api.settlements.rules.undo.handler(({ input }) => settlements.undo(input.id)),
  },
  rates: {
    list: api.settlements.rates.list.handler(() => rates.list()),
    proposals: api.settlements.rates.proposals.handler(() => rates.proposals()),
    accuracy: api.settlements.rates.accuracy.handler(() => rates.accuracy()),
    save: api.settlements.rates.save.handler(({ input }) => rates.save(input)),
    undo: api.settlements.rates.undo.handler(({ input }) => rates.undo(input.id)),
    shops: {
      list: api.settlements.rates.shops.list.handler(() => rates.shops()),
      save: api.settlements.rates.shops.save.handler(({ input }) => rates.saveShop(input)),
      undo: api.settlements.rates.shops.undo.handler(({ input }) => rates.undoShop(input.id)),
    },
  },
})
