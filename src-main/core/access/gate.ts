import type { Sees } from '../../../src-shared/access/roles.ts'
import type { Actor } from '../database/actor.ts'

/** In whose name a call is done, and what of money its answer may hold. */
export interface Entry {
  actor: Actor
  sees: Sees
}

/** Stands before every procedure that is called from one place. */
export interface Gate {
  place: string
  /** @throws NOT_SIGNED_IN, NOT_FOR_THIS_ROLE */
  enter(path: string, input: unknown): Entry
}

/** The windows of the desktop app and the browsers of this computer are one place: whoever signs in there sits at the laptop. */
export const THIS_LAPTOP = 'this laptop'
