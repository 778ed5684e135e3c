import { AsyncLocalStorage } from 'node:async_hooks'

/*
 * What somebody takes back is gone whatever it leaves: without a cheap purchase the pieces that a count found may be worth more
 * than anybody could record. Known at the use case and needed beneath all that settles, it travels beside the arguments.
 */
const takenBack = new AsyncLocalStorage<true>()

/** Work that no limit on costs and balances refuses: cancelling, and costs that follow what was committed before. */
export const takingBack = <T>(work: () => T): T => takenBack.run(true, work)

export const isTakingBack = (): boolean => takenBack.getStore() ?? false
