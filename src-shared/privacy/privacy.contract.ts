import { oc } from '@orpc/contract'
import { z } from 'zod'
import { accessRefusals } from '../access/access.refusals.ts'
import { Secret } from '../access/access.ts'
import { Id } from '../kernel/ids.ts'
import { pick } from '../kernel/refusal.ts'
import { privacyRefusals } from './privacy.refusals.ts'
import { Buyer, BuyerFound, Forgotten, PrivacyReason, Retention } from './privacy.ts'

const found = pick(privacyRefusals, 'BUYER_NOT_FOUND')
const asked = pick(accessRefusals, 'WRONG_SECRET', 'SIGN_IN_WAITS', 'SIGN_IN_LOCKED')
/** The owner's password, once there is one: asked again for each of these. */
const password = Secret.optional()

/** What the shop knows of its buyers: shown, handed out and taken out one by one, and forgotten in time. */
export const privacyContract = {
  find: oc
    .route({ method: 'GET', path: '/buyers' })
    .input(z.object({ query: z.string().max(120) }))
    .output(z.array(BuyerFound)),
  show: oc
    .route({ method: 'GET', path: '/buyers/{orderId}' })
    .input(z.object({ orderId: Id }))
    .output(Buyer)
    .errors(found),
  /** As JSON, to be handed to the buyer. */
  export: oc
    .route({ method: 'POST', path: '/buyers/{orderId}/export' })
    .input(z.object({ orderId: Id, why: PrivacyReason, password }))
    .output(z.object({ name: z.string(), json: z.string() }))
    .errors({ ...found, ...asked }),
  /** Out of tables, search, kept files, answers of channels and labels; the books stay as they are. */
  forget: oc
    .route({ method: 'POST', path: '/buyers/{orderId}/forget' })
    .input(z.object({ orderId: Id, why: PrivacyReason, password }))
    .output(Forgotten)
    .errors({ ...found, ...asked, ...pick(privacyRefusals, 'BUYER_HAS_OPEN_ORDERS') }),
  retention: {
    get: oc.route({ method: 'GET', path: '/buyers-kept' }).output(Retention),
    set: oc
      .route({ method: 'PUT', path: '/buyers-kept' })
      .input(Retention.pick({ days: true }))
      .output(Retention),
  },
}
