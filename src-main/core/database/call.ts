import { AsyncLocalStorage } from 'node:async_hooks'

/** What is asked of the core, and at which computer or telephone. Known at its door and needed where the trail is written. */
export interface Call {
  procedure: string
  /** Empty in the same process. */
  place: string
  input: unknown
}

const calling = new AsyncLocalStorage<Call>()

export const duringCall = <T>(call: Call, work: () => T): T => calling.run(call, work)

export const callNow = (): Call | null => calling.getStore() ?? null
