import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'

/** What takes longer than anybody should wait, and is done while the shop is served. */
export const WorkName = z.enum(['import', 'withdrawal', 'mapping', 'costs', 'start day', 'fee rule'])
export type WorkName = z.infer<typeof WorkName>

/** Long work that was accepted and has not ended, or waits for its turn. */
export const WorkUnderWay = z.object({
  id: z.string(),
  kind: WorkName,
  /** What it is about, as people call it: a file's name; empty where there is nothing to name. */
  about: z.string(),
  done: z.number().int(),
  total: z.number().int(),
  /** It was asked for while other work is under way; nothing of it is stored yet. */
  isWaiting: z.boolean(),
  /** Batal was said: it is on its way back. */
  isStopping: z.boolean(),
  /** It came to a halt (a full disk) and goes on when it is asked for again, or at the next opening. */
  isHalted: z.boolean(),
  /** What counts and lists is answered as of this moment until it ends (`HELD_ANSWERS`); null where as of now. */
  answersOf: Instant.nullable(),
  startedAt: Instant,
})
export type WorkUnderWay = z.infer<typeof WorkUnderWay>

/**
 * What Batal came to. `nothing stored`: it had not been accepted, and will not be. `going back`: what was done is being undone,
 * and the act itself says when it is. `over`: it had ended already, or nobody knows of it. `no way back`: it goes on to its end.
 */
export const Stopped = z.enum(['nothing stored', 'going back', 'over', 'no way back'])
export type Stopped = z.infer<typeof Stopped>
