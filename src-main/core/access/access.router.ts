import { api } from '../api.ts'
import type { AccessService } from './access.service.ts'

/** Who calls in the same process sits at no door. */
const IN_PROCESS = 'in process'

export const accessRouter = (access: AccessService) => ({
  me: api.access.me.handler(({ context }) => access.me(context.gate?.place ?? IN_PROCESS)),
  signIn: api.access.signIn.handler(({ input, context }) =>
    access.signIn(context.gate?.place ?? IN_PROCESS, input.personId, input.secret),
  ),
  signInByBadge: api.access.signInByBadge.handler(({ input, context }) =>
    access.signInByBadge(context.gate?.place ?? IN_PROCESS, input.badge),
  ),
  lock: api.access.lock.handler(({ context }) => access.lock(context.gate?.place ?? IN_PROCESS)),
  protect: api.access.protect.handler(({ input, context }) =>
    access.protect(context.gate?.place ?? IN_PROCESS, input.current, input.password),
  ),
  recover: api.access.recover.handler(({ input, context }) =>
    access.recover(context.gate?.place ?? IN_PROCESS, input.recoveryCode, input.password),
  ),
  unprotect: api.access.unprotect.handler(({ input, context }) =>
    access.unprotect(context.gate?.place ?? IN_PROCESS, input.current),
  ),
  lockAfter: api.access.lockAfter.handler(({ input, context }) =>
    access.lockAfter(context.gate?.place ?? IN_PROCESS, input.minutes),
  ),
  trail: api.access.trail.handler(({ input }) => access.trail(input)),
  trailPeople: api.access.trailPeople.handler(() => access.trailPeople()),
  people: {
    list: api.access.people.list.handler(() => access.list()),
    save: api.access.people.save.handler(({ input }) => access.save(input)),
    setPin: api.access.people.setPin.handler(({ input }) => access.setPin(input.id, input.pin)),
    makeBadge: api.access.people.makeBadge.handler(({ input }) => access.makeBadge(input.id)),
    unlock: api.access.people.unlock.handler(({ input }) => access.unlock(input.id)),
  },
})
