import { api } from '../api.ts'
import type { PurchasingService } from './purchasing.service.ts'

export const purchasingRouter = (purchasing: PurchasingService) => ({
  list: api.purchasing.list.handler(({ input }) => purchasing.list(input)),
  get: api.purchasing.get.handler(({ input }) => purchasing.get(input.id)),
  receive: api.purchasing.receive.handler(({ input }) => purchasing.receive(input)),
  cancel: api.purchasing.cancel.handler(({ input }) => purchasing.cancel(input.id, input.reason)),
  restock: api.purchasing.restock.handler(({ input }) => purchasing.restock(input)),
  suppliers: api.purchasing.suppliers.handler(({ input }) => purchasing.suppliers(input.query)),
})
