import { AsyncLocalStorage } from 'node:async_hooks'

/*
 * Which answers a commit makes old is not written down anywhere: it would be forgotten one day. Each statement that is run
 * while a procedure answers says which tables it reads, each write which ones it changes. A window holds only answers that
 * were given by this core, so whatever they stand on has been noted.
 */
const answering = new AsyncLocalStorage<string>()

/** Does the work as the answer of a procedure: `orders.list`. */
export const answeringAs = <T>(procedure: string, work: () => T): T => answering.run(procedure, work)

/** The procedure that is being answered; null where nobody asked. */
export const answeringNow = (): string | null => answering.getStore() ?? null

const ofNow = new AsyncLocalStorage<true>()

/** Reads a part of an answer as of now, whatever the rest of it is held at: what people said themselves, and begin their next act with. */
export const asOfNow = <T>(work: () => T): T => ofNow.run(true, work)

export const isAsOfNow = (): boolean => ofNow.getStore() === true

/** The tables that the answers of each procedure have come from so far. */
export interface AnswersFrom {
  note(tables: readonly string[]): void
  /** The procedures whose answers may be others now that these tables changed. */
  touchedBy(tables: ReadonlySet<string>): string[]
  /** Every procedure that was answered so far. */
  all(): string[]
}

export function answersFrom(): AnswersFrom {
  const read = new Map<string, Set<string>>()
  return {
    note(tables) {
      const procedure = answeringNow()
      if (procedure === null) return
      const known = read.get(procedure) ?? new Set()
      for (const table of tables) known.add(table)
      read.set(procedure, known)
    },
    all: () => [...read.keys()],
    touchedBy: (tables) =>
      [...read].flatMap(([procedure, known]) => ([...known].some((table) => tables.has(table)) ? [procedure] : [])),
  }
}
