import { api } from '../api.ts'
import type { OrdersService } from './orders.service.ts'

export const ordersRouter = (orders: OrdersService) => ({
  tabs: api.orders.tabs.handler(() => orders.tabs()),
  beforeBooks: api.orders.beforeBooks.handler(() => orders.beforeBooks()),
  list: api.orders.list.handler(({ input }) => orders.list(input)),
  profitSum: api.orders.profitSum.handler(({ input, signal }) => orders.profitSum(input, signal)),
  exportFile: api.orders.exportFile.handler(({ input, signal }) => orders.exportFile(input, signal)),
  get: api.orders.get.handler(({ input }) => orders.get(input.id)),
  byCode: api.orders.byCode.handler(({ input }) => orders.byCode(input.code)),
  recordOwnSale: api.orders.recordOwnSale.handler(({ input }) => orders.recordOwnSale(input)),
  changeOwnSale: api.orders.changeOwnSale.handler(({ input }) => orders.changeOwnSale(input)),
  buyers: api.orders.buyers.handler(({ input }) => orders.buyers(input.query)),
  cancelOwnSale: api.orders.cancelOwnSale.handler(({ input }) => orders.cancelOwnSale(input.id, input.reason)),
  waysOut: api.orders.waysOut.handler(({ input }) => orders.waysOut(input.id, input.variantId)),
  sendInstead: api.orders.sendInstead.handler(({ input }) => orders.sendInstead(input)),
  note: api.orders.note.handler(({ input }) => orders.note(input.id, input.note)),
})
