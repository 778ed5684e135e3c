import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'
import { PlainText } from '../kernel/page.ts'
import { Role } from './roles.ts'

/** The owner's id in every shop; everybody else's is a UUID. */
export const PersonId = z.union([z.uuid(), z.literal('owner')])

/** Six digits: quick beside a parcel, and held by the waits after wrong tries (`WAITS`). */
export const Pin = z.string().regex(/^\d{6}$/)
/** The owner's. Long enough that nobody tries it through. */
export const Password = z.string().min(10).max(200)
/** What is typed at the lock screen; which of both it is, the person decides. */
export const Secret = z.string().min(1).max(200)

/** Who may be chosen at the lock screen. */
export const PersonAtDoor = z.object({ id: PersonId, name: z.string(), role: Role })
export type PersonAtDoor = z.infer<typeof PersonAtDoor>

/** Who sits here, and what they may do. */
export const Me = z.object({
  /** False while the owner has no password: whoever opens the app is the owner. */
  isGuarded: z.boolean(),
  /** Null while locked. */
  person: PersonAtDoor.nullable(),
  /** Minutes without a key or a touch after which the screen locks itself. */
  lockAfterMinutes: z.number().int(),
  people: z.array(PersonAtDoor),
})
export type Me = z.infer<typeof Me>

export const LockAfterMinutes = z.number().int().min(1).max(120)

export const Person = PersonAtDoor.extend({
  isActive: z.boolean(),
  hasSecret: z.boolean(),
  hasBadge: z.boolean(),
  /** Set after wrong tries: until then nobody is let in under this name. */
  waitsUntil: Instant.nullable(),
  /** Twenty wrong tries: only the owner opens this name again. */
  isLockedOut: z.boolean(),
})
export type Person = z.infer<typeof Person>

export const PersonDraft = z.object({
  id: z.uuid(),
  name: PlainText(80).pipe(z.string().min(1)),
  role: Role.exclude(['owner']),
  isActive: z.boolean(),
})
export type PersonDraft = z.infer<typeof PersonDraft>

/** What a badge says when it is scanned: a mark and 16 signs, 80 random bits. Longer ones do not fit a card as bars. */
export const Badge = z.string().regex(/^LMB-[0-9A-HJKMNP-TV-Z]{16}$/)
