import type { Person, PersonDraft } from '../../../src-shared/access/access.ts'
import type { Role } from '../../../src-shared/access/roles.ts'
import { WAITS } from '../../../src-shared/access/waits.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { OWNER } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import { actorNames } from '../settings/actors.repository.ts'

export interface PersonRow {
  id: string
  name: string
  role: Role
  isActive: boolean
  secret: string | null
  badge: string | null
}

/** The owner first, then by name. */
export async function peopleOf(reader: Reader): Promise<PersonRow[]> {
  const nameOf = await actorNames(reader)
  const rows = await reader.selectFrom('person').selectAll().execute()
  return rows
    .map(({ is_active, ...row }) => ({
      ...row,
      role: row.role as Role,
      name: nameOf(row.id),
      isActive: is_active === 1,
    }))
    .sort((a, b) => Number(b.id === OWNER.id) - Number(a.id === OWNER.id) || a.name.localeCompare(b.name, 'id'))
}

export async function personOf(reader: Reader, id: string): Promise<PersonRow | null> {
  return (await peopleOf(reader)).find((person) => person.id === id) ?? null
}

export async function asShown(reader: Reader, { secret, badge, ...person }: PersonRow, now: Instant): Promise<Person> {
  const tries = await triesUnder(reader, nameSubject(person.id))
  return {
    ...person,
    hasSecret: secret !== null,
    hasBadge: badge !== null,
    waitsUntil: tries && tries.waitsUntil > now ? tries.waitsUntil : null,
    isLockedOut: person.id !== OWNER.id && (tries?.failures ?? 0) >= WAITS.lockedAt,
  }
}

export async function savePerson(tx: Tx, { id, name, role, isActive }: PersonDraft): Promise<void> {
  await tx
    .insertInto('actor')
    .values({ id, name })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
    .execute()
  const is_active = isActive ? 1 : 0
  await tx
    .insertInto('person')
    .values({ id, role, is_active, secret: null, badge: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ role, is_active }))
    .execute()
}

export async function saveKeys(tx: Tx, id: string, keys: { secret?: string | null; badge?: string }): Promise<void> {
  await tx.updateTable('person').set(keys).where('id', '=', id).execute()
}

export const EVERYONE = 'everyone'
export const nameSubject = (id: string): string => `person:${id}`

interface Tries {
  failures: number
  triedAt: Instant
  waitsUntil: Instant
}

export async function triesUnder(reader: Reader, subject: string): Promise<Tries | null> {
  const row = await reader.selectFrom('sign_in_try').selectAll().where('subject', '=', subject).executeTakeFirst()
  return row ? { failures: row.failures, triedAt: row.tried_at, waitsUntil: row.waits_until } : null
}

export async function noteTries(tx: Tx, subject: string, { failures, triedAt, waitsUntil }: Tries): Promise<void> {
  const row = { failures, tried_at: triedAt, waits_until: waitsUntil }
  await tx
    .insertInto('sign_in_try')
    .values({ subject, ...row })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
    .execute()
}

export async function forgetTries(tx: Tx, subject: string): Promise<void> {
  await tx.deleteFrom('sign_in_try').where('subject', '=', subject).execute()
}
