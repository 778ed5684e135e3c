import { api } from '../../api.ts'
import type { OrderActs } from './order-acts.service.ts'

export const orderActsRouter = (acts: OrderActs) => ({
  choices: api.orderActs.choices.handler(({ input }) => acts.choices(input.orderIds)),
  arrange: api.orderActs.arrange.handler(({ input }) => acts.arrange(input.shipments)),
  toArrange: api.orderActs.toArrange.handler(() => acts.toArrange()),
  answerCancel: api.orderActs.answerCancel.handler(({ input }) => acts.answerCancel(input.orderId, input.answer)),
  cancelChoices: api.orderActs.cancelChoices.handler(({ input }) => acts.cancelChoices(input.orderId)),
  cancel: api.orderActs.cancel.handler(({ input }) => acts.cancel(input.orderId, input.reason, input.lines)),
  answerReturn: api.orderActs.answerReturn.handler(({ input }) =>
    acts.answerReturn(input.orderId, input.number, input.answer, input.why),
  ),
  ofOrders: api.orderActs.ofOrders.handler(({ input }) => acts.ofOrders(input.orderIds)),
  open: api.orderActs.open.handler(() => acts.open()),
  again: api.orderActs.again.handler(({ input }) => acts.again(input.ids)),
  callOff: api.orderActs.callOff.handler(({ input }) => acts.callOff(input.ids)),
  cancelRequest: api.orderActs.cancelRequest.handler(({ input }) => acts.cancelRequest(input.orderId)),
  returnAnswers: api.orderActs.returnAnswers.handler(({ input }) => acts.returnAnswers(input.orderId)),
})
