import { api } from '../api.ts'
import type { SyncService } from './sync.service.ts'

export const syncRouter = (sync: SyncService) => ({
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
})
