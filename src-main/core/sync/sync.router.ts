import { api } from '../api.ts'
import type { PractisingService } from './practice/practising.service.ts'
import type { SyncService } from './sync.service.ts'

export const syncRouter = (sync: SyncService, practising: PractisingService) => ({
  channels: api.sync.channels.handler(() => sync.channels()),
  connections: api.sync.connections.handler(() => sync.connections()),
  connect: {
    begin: api.sync.connect.begin.handler(({ input }) => sync.begin(input)),
    isAnswered: api.sync.connect.isAnswered.handler(({ input }) => sync.isAnswered(input.attemptId)),
    finish: api.sync.connect.finish.handler(({ input }) => sync.finish(input.attemptId, input.address, input.account)),
  },
  disconnect: api.sync.disconnect.handler(({ input }) => sync.disconnect(input.shopId)),
  pause: api.sync.pause.handler(({ input }) => sync.pause(input.shopId, input.isPaused)),
  now: api.sync.now.handler(({ input }) => sync.now(input.shopId, input.alsoCompare)),
  unreadable: api.sync.unreadable.handler(({ input }) => sync.unreadable(input.shopId)),
  readAgain: api.sync.readAgain.handler(({ input }) => sync.readAgain(input.shopId)),
  practice: {
    state: api.sync.practice.state.handler(() => practising.state()),
    open: api.sync.practice.open.handler(({ input }) => practising.open(input.channel)),
    pace: api.sync.practice.pace.handler(({ input }) => practising.pace(input.pace)),
    buyer: api.sync.practice.buyer.handler(() => practising.buyer()),
    nextDay: api.sync.practice.nextDay.handler(({ input }) => practising.nextDay(input.day)),
    close: api.sync.practice.close.handler(() => practising.close()),
  },
  stock: {
    shops: api.sync.stock.shops.handler(() => sync.stock.shops()),
    list: api.sync.stock.list.handler(({ input }) => sync.stock.list(input)),
    marks: api.sync.stock.marks.handler(({ input }) => sync.stock.marks(input.productIds)),
    ofVariant: api.sync.stock.ofVariant.handler(({ input }) => sync.stock.ofVariant(input.variantId)),
    turn: api.sync.stock.turn.handler(({ input }) => sync.stock.turn(input)),
    rule: api.sync.stock.rule.handler(({ input }) => sync.stock.ruleOf(input)),
    saveRule: api.sync.stock.saveRule.handler(({ input }) => sync.stock.saveRule(input)),
    lock: api.sync.stock.lock.handler(({ input }) => sync.stock.lock(input)),
    unlock: api.sync.stock.unlock.handler(({ input }) => sync.stock.unlock(input)),
    rehearse: api.sync.stock.rehearse.handler(({ input }) => sync.stock.rehearse(input)),
    retry: api.sync.stock.retry.handler(({ input }) => sync.stock.retry(input.shopId)),
  },
})
