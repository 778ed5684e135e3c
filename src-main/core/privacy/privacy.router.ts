import { api } from '../api.ts'
import type { PrivacyService } from './privacy.service.ts'

export const privacyRouter = (privacy: PrivacyService) => ({
  find: api.privacy.find.handler(({ input }) => privacy.find(input.query)),
  show: api.privacy.show.handler(({ input }) => privacy.show(input.orderId)),
  export: api.privacy.export.handler(({ input }) => privacy.export(input.orderId, input.why, input.password)),
  forget: api.privacy.forget.handler(({ input }) => privacy.forget(input.orderId, input.why, input.password)),
  retention: {
    get: api.privacy.retention.get.handler(() => privacy.retention.get()),
    set: api.privacy.retention.set.handler(({ input }) => privacy.retention.set(input.days)),
  },
})
