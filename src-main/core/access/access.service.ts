import { createHash, randomBytes } from 'node:crypto'
import { type Me, type Person, type PersonDraft, Pin } from '../../../src-shared/access/access.ts'
import { type Role, SEES } from '../../../src-shared/access/roles.ts'
import type { TrailAsked, TrailPage } from '../../../src-shared/access/trail.ts'
import { isGuessable } from '../../../src-shared/access/waits.ts'
import { ANYONE, broughtAlong, may, type ProcedurePath, WHO_MAY } from '../../../src-shared/access/who-may.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { type Actor, OWNER } from '../database/actor.ts'
import { type Doors, noteDone, type Reader } from '../database/open.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { recall, remember } from '../settings/settings.repository.ts'
import type { Entry, Gate } from './gate.ts'
import {
  asShown,
  forgetTries,
  nameSubject,
  type PersonRow,
  peopleOf,
  personOf,
  saveKeys,
  savePerson,
} from './people.repository.ts'
import { isSecret, slowHash } from './slow-hash.ts'
import { peopleInTrail, trailPage } from './trail.repository.ts'
import { countTry, tryWasRight } from './tries.ts'

export interface AccessNeeds extends RoomNeeds, Pick<Doors, 'tell'> {
  /** The shop's printed recovery code: whether there is one, and whether this is it. */
  recovery: { isReady(): Promise<boolean>; isCode(typed: string): Promise<boolean> }
}

export type AccessService = ReturnType<typeof createAccess>

const LOCK_AFTER = { name: 'lockAfterMinutes', minutes: 5 }
/** https://www.crockford.com/base32.html */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BADGE_SIGNS = 16

/**
 * Who sits at each place (a laptop's window and its browser are one place), held in memory: after a restart everybody signs in
 * again. While the owner has no password nobody does, and whoever opens the app is the owner.
 */
export function createAccess({ read, write, tell, now, recovery }: AccessNeeds) {
  const sitting = new Map<string, Actor & { role: Role }>()
  let isGuarded = false

  const learn = async (): Promise<void> => {
    isGuarded = (await personOf(read, OWNER.id))?.secret !== null
  }
  const me = async (place: string): Promise<Me> => {
    const people = (await peopleOf(read)).filter(({ isActive }) => isActive)
    const here = isGuarded ? sitting.get(place)?.id : OWNER.id
    const atDoor = ({ id, name, role }: PersonRow) => ({ id, name, role })
    const person = people.find(({ id }) => id === here)
    return {
      isGuarded,
      person: person ? atDoor(person) : null,
      lockAfterMinutes: (await recall<number>(read, LOCK_AFTER.name)) ?? LOCK_AFTER.minutes,
      people: people.filter(({ secret, badge }) => secret !== null || badge !== null).map(atDoor),
    }
  }
  const sit = async (place: string, { id, name, role }: PersonRow) => {
    sitting.set(place, { id, name, role })
    seated()
    return me(place)
  }
  /** Who sits where is in no table; windows ask again for what they read of people. */
  const seated = () => tell(['settings'], ['person'])
  /** Whoever sits somewhere under this name is asked again. */
  const standUp = (personId: string) => {
    for (const [place, { id }] of sitting) if (id === personId) sitting.delete(place)
    seated()
  }
  const tried = async (personId: string, secret: string): Promise<PersonRow> => {
    await write(['settings'], (tx) => countTry(tx, personId, now()), 'step')
    const person = await personOf(read, personId)
    const mayEnter = person?.isActive === true
    const isRight = await isSecret(secret, mayEnter ? person.secret : null)
    if (!isRight || !person) {
      await write(['settings'], async (tx) => noteDone(tx, { person: personId, wrong: true }), 'step')
      throw new DomainError('WRONG_SECRET')
    }
    await write(
      ['settings'],
      async (tx) => {
        await tryWasRight(tx, personId, now())
        noteDone(tx, { person: personId })
      },
      'step',
    )
    return person
  }
  const found = async (reader: Reader, id: string): Promise<PersonRow> => {
    const person = await personOf(reader, id)
    if (!person) throw new DomainError('PERSON_NOT_FOUND')
    return person
  }
  const shown = async (id: string): Promise<Person> => asShown(read, await found(read, id), now())
  const ownersPassword = async (place: string, password: string) => {
    const secret = await slowHash(password)
    await write(
      ['settings'],
      async (tx) => {
        await saveKeys(tx, OWNER.id, { secret })
        await forgetTries(tx, nameSubject(OWNER.id))
        noteDone(tx, { person: OWNER.id })
      },
      'step',
    )
    isGuarded = true
    return sit(place, await found(read, OWNER.id))
  }

  return {
    learn,
    me,

    /** What a call from this place may do. */
    gateAt: (place: string): Gate => ({
      place,
      enter(path: string, input: unknown): Entry {
        if (!isGuarded) return { actor: OWNER, sees: 'all money' }
        const person = sitting.get(place)
        const roles = WHO_MAY[path as ProcedurePath]
        if (roles === ANYONE) return { actor: person ?? OWNER, sees: person ? SEES[person.role] : 'no money' }
        if (!person) throw new DomainError('NOT_SIGNED_IN')
        const also = broughtAlong(path, input)
        // a path that is not in the table is nobody's
        if (!roles?.includes(person.role) || (also && !may(person.role, also)))
          throw new DomainError('NOT_FOR_THIS_ROLE', { role: person.role })
        return { actor: person, sees: SEES[person.role] }
      },
    }),

    async signIn(place: string, personId: string, secret: string): Promise<Me> {
      return sit(place, await tried(personId, secret))
    },

    async signInByBadge(place: string, badge: string): Promise<Me> {
      const person = (await peopleOf(read)).find((each) => each.isActive && each.badge === digestOfBadge(badge))
      if (!person) throw new DomainError('BADGE_UNKNOWN')
      await write(['settings'], async (tx) => noteDone(tx, { person: person.id }), 'step')
      return sit(place, person)
    },

    async lock(place: string): Promise<Me> {
      sitting.delete(place)
      seated()
      return me(place)
    },

    async protect(place: string, current: string | undefined, password: string): Promise<Me> {
      if (isGuarded) await tried(OWNER.id, current ?? '')
      if (!(await recovery.isReady())) throw new DomainError('RECOVERY_CODE_FIRST')
      return ownersPassword(place, password)
    },

    async recover(place: string, recoveryCode: string, password: string): Promise<Me> {
      if (!isGuarded || !(await recovery.isCode(recoveryCode))) throw new DomainError('OWNERS_CODE_DIFFERS')
      standUp(OWNER.id)
      return ownersPassword(place, password)
    },

    async unprotect(place: string, current: string): Promise<Me> {
      await tried(OWNER.id, current)
      await write(
        ['settings'],
        async (tx) => {
          await saveKeys(tx, OWNER.id, { secret: null })
          noteDone(tx, { person: OWNER.id })
        },
        'step',
      )
      isGuarded = false
      sitting.clear()
      seated()
      return me(place)
    },

    async lockAfter(place: string, minutes: number): Promise<Me> {
      await write(['settings'], (tx) => remember(tx, LOCK_AFTER.name, minutes), 'step')
      return me(place)
    },

    /** The owner's password, asked again for what cannot be undone or leaves the shop. @throws WRONG_SECRET, SIGN_IN_WAITS */
    async requireOwner(password: string | undefined): Promise<void> {
      if (isGuarded) await tried(OWNER.id, password ?? '')
    },

    trailPeople: () => peopleInTrail(read),
    trail: (asked: TrailAsked): Promise<TrailPage> => trailPage(read, asked),

    async list(): Promise<Person[]> {
      const people = await peopleOf(read)
      return Promise.all(people.map((person) => asShown(read, person, now())))
    },

    save: (draft: PersonDraft): Promise<Person> =>
      write(['settings'], async (tx) => {
        const others = (await peopleOf(tx)).filter(({ id }) => id !== draft.id)
        const folded = draft.name.trim().toLocaleLowerCase('id')
        if (others.some(({ name }) => name.trim().toLocaleLowerCase('id') === folded))
          throw new DomainError('NAME_TAKEN', { name: draft.name })
        await savePerson(tx, draft)
        standUp(draft.id)
        return asShown(tx, await found(tx, draft.id), now())
      }),

    async setPin(id: string, pin: string): Promise<Person> {
      if (!Pin.safeParse(pin).success) throw new DomainError('SECRET_TOO_SHORT')
      if (isGuessable(pin)) throw new DomainError('PIN_GUESSABLE')
      await found(read, id)
      const secret = await slowHash(pin)
      await write(
        ['settings'],
        async (tx) => {
          await saveKeys(tx, id, { secret })
          await forgetTries(tx, nameSubject(id))
          noteDone(tx, { person: id })
        },
        'step',
      )
      standUp(id)
      return shown(id)
    },

    async makeBadge(id: string): Promise<{ badge: string }> {
      await found(read, id)
      const badge = `LMB-${Array.from(randomBytes(BADGE_SIGNS), (byte) => SIGNS[byte % SIGNS.length]).join('')}`
      await write(
        ['settings'],
        async (tx) => {
          await saveKeys(tx, id, { badge: digestOfBadge(badge) })
          noteDone(tx, { person: id })
        },
        'step',
      )
      return { badge }
    },

    async unlock(id: string): Promise<Person> {
      await found(read, id)
      await write(
        ['settings'],
        async (tx) => {
          await forgetTries(tx, nameSubject(id))
          noteDone(tx, { person: id })
        },
        'step',
      )
      return shown(id)
    },
  }
}

const digestOfBadge = (badge: string) => createHash('sha256').update(badge).digest('hex')
