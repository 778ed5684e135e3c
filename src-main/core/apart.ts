import type { HeavyWork } from './heavy-work.ts'

/** What a piece of heavy work is given besides its input. */
export interface WorkNeeds {
  /** The total is null until it is known. */
  onProgress?: ((done: number, total: number | null) => void) | undefined
  signal?: AbortSignal | undefined
  /** How long it may take, where that is not the usual. */
  patienceMs?: number | undefined
}

/**
 * Does one piece of heavy work apart from the thread that owns the database, with a limit on its memory and its time. Input
 * and answer are plain data. Aborting ends the work at once.
 * @throws TooHeavy at a limit; what the work itself throws; the signal's reason.
 */
export type DoApart = <Kind extends keyof HeavyWork>(
  kind: Kind,
  input: Parameters<HeavyWork[Kind]>[0],
  needs?: WorkNeeds,
) => ReturnType<HeavyWork[Kind]>

/** Work was ended because it took more memory or more time than it may. */
export class TooHeavy extends Error {
  readonly why: 'memory' | 'time'
  constructor(why: 'memory' | 'time') {
    super(`the work took too much ${why}`)
    this.name = 'TooHeavy'
    this.why = why
  }
}
