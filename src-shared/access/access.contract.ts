import { oc } from '@orpc/contract'
import { z } from 'zod'
import { pick } from '../kernel/refusal.ts'
import { accessRefusals } from './access.refusals.ts'
import { Badge, LockAfterMinutes, Me, Password, Person, PersonDraft, PersonId, Secret } from './access.ts'
import { TrailAsked, TrailPage } from './trail.ts'

const tried = pick(accessRefusals, 'WRONG_SECRET', 'SIGN_IN_WAITS', 'SIGN_IN_LOCKED')
const secretRules = pick(accessRefusals, 'PIN_GUESSABLE', 'SECRET_TOO_SHORT')
const found = pick(accessRefusals, 'PERSON_NOT_FOUND')

/**
 * Who sits at the laptop. What is asked here with a secret inside is never remembered as an act (`KEEPS_A_SECRET`): a digest of six
 * digits would give them away.
 */
export const accessContract = {
  me: oc.route({ method: 'GET', path: '/access/me' }).output(Me),
  /** By PIN or password. Each try is counted on disk before the secret is looked at. */
  signIn: oc
    .route({ method: 'POST', path: '/access/sign-in' })
    .input(z.object({ personId: PersonId, secret: Secret }))
    .output(Me)
    .errors(tried),
  /** A badge held under the scanner. */
  signInByBadge: oc
    .route({ method: 'POST', path: '/access/badge' })
    .input(z.object({ badge: Badge }))
    .output(Me)
    .errors(pick(accessRefusals, 'BADGE_UNKNOWN')),
  lock: oc.route({ method: 'POST', path: '/access/lock' }).output(Me),
  /** The owner's first password, or another one: `current` is asked once there is one. */
  protect: oc
    .route({ method: 'POST', path: '/access/password' })
    .input(z.object({ current: Secret.optional(), password: Password }))
    .output(Me)
    .errors({ ...tried, ...pick(accessRefusals, 'RECOVERY_CODE_FIRST') }),
  /** A forgotten password of the owner: the printed recovery code gives another one. */
  recover: oc
    .route({ method: 'POST', path: '/access/recover' })
    .input(z.object({ recoveryCode: Secret, password: Password }))
    .output(Me)
    .errors(pick(accessRefusals, 'OWNERS_CODE_DIFFERS')),
  /** Whoever opens the app is the owner again; names and their records stay. */
  unprotect: oc
    .route({ method: 'POST', path: '/access/open' })
    .input(z.object({ current: Secret }))
    .output(Me)
    .errors(tried),
  lockAfter: oc
    .route({ method: 'POST', path: '/access/lock-after' })
    .input(z.object({ minutes: LockAfterMinutes }))
    .output(Me),
  /** Who did what, when and where; newest first. */
  trail: oc.route({ method: 'GET', path: '/access/trail' }).input(TrailAsked).output(TrailPage),
  /** Everybody who ever stood in it. */
  trailPeople: oc
    .route({ method: 'GET', path: '/access/trail/people' })
    .output(z.array(z.object({ id: z.string(), name: z.string() }))),
  people: {
    list: oc.route({ method: 'GET', path: '/access/people' }).output(z.array(Person)),
    save: oc
      .route({ method: 'PUT', path: '/access/people/{id}' })
      .input(PersonDraft)
      .output(Person)
      .errors(pick(accessRefusals, 'NAME_TAKEN')),
    /** A PIN of six digits. */
    setPin: oc
      .route({ method: 'POST', path: '/access/people/{id}/pin' })
      .input(z.object({ id: z.uuid(), pin: Secret }))
      .output(Person)
      .errors({ ...found, ...secretRules }),
    /** Another badge; the one before opens nothing from then on. The code is told this once. */
    makeBadge: oc
      .route({ method: 'POST', path: '/access/people/{id}/badge' })
      .input(z.object({ id: PersonId }))
      .output(z.object({ badge: Badge }))
      .errors(found),
    /** After too many wrong tries. */
    unlock: oc
      .route({ method: 'POST', path: '/access/people/{id}/unlock' })
      .input(z.object({ id: PersonId }))
      .output(Person)
      .errors(found),
  },
}
