import type { ClientContext, ClientLink } from '@orpc/client'
import { LONG_CALLS } from '../../src-shared/acts.ts'

/**
 * A browser holds six connections to a host (HTTP/1.1), for all its tabs together. So many may be held by long calls; with the
 * stream of changes that leaves two for everything else.
 */
const LONG_AT_ONCE = 3

/** Long calls of all tabs take turns, so that none of them stops a scan. Where tabs cannot agree, each goes by itself. */
export function createTurns<Context extends ClientContext>(
  link: ClientLink<Context>,
  locks: LockManager | undefined,
): ClientLink<Context> {
  if (!locks) return link
  return {
    async call(path, input, options) {
      if (!LONG_CALLS.has(path.join('.'))) return link.call(path, input, options)
      const release = await turn(locks, options.signal)
      try {
        return releasing((await link.call(path, input, options)) as AsyncGenerator<unknown>, release)
      } catch (error) {
        release()
        throw error
      }
    },
  }
}

/** Waits in every row at once and takes the first that is free; the answer gives it back. */
function turn(locks: LockManager, signal: AbortSignal | undefined): Promise<() => void> {
  const { promise, resolve, reject } = Promise.withResolvers<() => void>()
  const leaving = new AbortController()
  let hasTurn = false
  const waits = Array.from({ length: LONG_AT_ONCE }, (_, row) =>
    locks.request(`lumbung.long.${row}`, { signal: leaving.signal }, () => {
      if (hasTurn) return
      hasTurn = true
      leaving.abort()
      const held = Promise.withResolvers<void>()
      resolve(held.resolve)
      return held.promise
    }),
  )
  // those that were left reject with our own abort
  for (const wait of waits) wait.catch(() => {})
  signal?.addEventListener('abort', () => {
    if (hasTurn) return
    leaving.abort()
    reject(signal.reason)
  })
  return promise
}

async function* releasing(stream: AsyncGenerator<unknown>, release: () => void) {
  try {
    return yield* stream
  } finally {
    release()
  }
}
