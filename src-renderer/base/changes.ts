import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** Changes within this time are answered together: an import commits hundreds of times. */
const GATHER_MS = 150
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5_000

/** The procedure that a cached answer is from: the utilities of oRPC put its path first in the key. */
const procedureOf = ([path]: readonly unknown[]): string => (Array.isArray(path) ? path.join('.') : '')

/** Resolves at once while the page can be seen, else when it is shown again. */
function isSeen(signal: AbortSignal): Promise<void> {
  const page = globalThis.document
  if (!page?.hidden) return Promise.resolve()
  return new Promise((seen) => {
    page.addEventListener('visibilitychange', () => page.hidden || seen(), { signal })
  })
}

type Watch = (signal: AbortSignal) => Promise<AsyncIterable<{ answers: string[] }>>

let isConnected = false
const listeners = new Set<() => void>()
function tell(connected: boolean) {
  if (connected === isConnected) return
  isConnected = connected
  for (const listener of listeners) listener()
}

/** Whether the core is answering; false also before the first answer. */
export const useIsConnected = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isConnected,
  )

/**
 * Follows the core's announcements and asks again for what they touch, until `signal` aborts. When the stream ends it
 * connects anew with growing pauses, and asks for everything once, because announcements were missed meanwhile.
 */
export async function followChanges(watch: Watch, queries: QueryClient, signal: AbortSignal): Promise<void> {
  const gathered = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const askAgain = async () => {
    // a page nobody sees asks when it is looked at again
    await isSeen(signal)
    timer = undefined
    const old = new Set(gathered)
    void queries.invalidateQueries({ predicate: ({ queryKey }) => old.has(procedureOf(queryKey)) })
    gathered.clear()
  }
  let pauseMs = FIRST_PAUSE_MS
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      const changes = await watch(signal)
      tell(true)
      pauseMs = FIRST_PAUSE_MS
      if (!isFirst) void queries.invalidateQueries()
      for await (const { answers } of changes) {
        for (const procedure of answers) gathered.add(procedure)
        timer ??= setTimeout(() => void askAgain(), GATHER_MS)
      }
    } catch {
      // The core is away (restarting, laptop asleep). The status bar says so; we try again below.
    }
    if (signal.aborted) break
    tell(false)
    await new Promise((waited) => setTimeout(waited, pauseMs))
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)
  }
  clearTimeout(timer)
}
