import { AsyncLocalStorage } from 'node:async_hooks'

/** Who does something in the shop. Everything that is written keeps the id; names are looked up when shown. */
export interface Actor {
  id: string
  name: string
}

/** Who acts where nobody signed in: the owner, under the name in the settings. */
export const OWNER: Actor = { id: 'owner', name: '' }

/*
 * Who acts is known at the door of the core and needed in the last repository. It travels with the call, beside the
 * arguments: as one of them it would stand in every signature between, and could be forgotten in any of them.
 */
const acting = new AsyncLocalStorage<Actor>()

/** Does the work in somebody's name. */
export const actingAs = <T>(actor: Actor, work: () => T): T => acting.run(actor, work)

export const actorNow = (): Actor => acting.getStore() ?? OWNER

/** A stream does its work while it is read, so each reading happens as what surrounded its birth: in that name, as that act, as that answer. */
export function streamingAsBorn<T>(stream: AsyncGenerator<T>): AsyncGenerator<T> {
  const asBorn = AsyncLocalStorage.snapshot()
  const wrapped: AsyncGenerator<T> = {
    next: () => asBorn(() => stream.next()),
    return: (value) => asBorn(() => stream.return(value)),
    throw: (problem) => asBorn(() => stream.throw(problem)),
    [Symbol.asyncIterator]: () => wrapped,
    [Symbol.asyncDispose]: async () => void (await wrapped.return(undefined)),
  }
  return wrapped
}
