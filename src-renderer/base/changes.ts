import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { followCore, type News, type Watch } from './core-news.ts'
import { followTogether, type Tabs } from './one-stream.ts'

/** Changes within this time are answered together: an import commits hundreds of times. */
const GATHER_MS = 150

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
 * Follows the core's announcements and asks again for what they touch, until `signal` aborts; after a break for everything once,
 * because announcements were missed meanwhile. With `tabs` the tabs of one browser do it together.
 */
export async function followChanges(
  watch: Watch,
  queries: QueryClient,
  signal: AbortSignal,
  tabs: Tabs | null = null,
): Promise<void> {
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
  const hear = (news: News) => {
    if (signal.aborted) return
    if ('answers' in news) {
      for (const procedure of news.answers) gathered.add(procedure)
      timer ??= setTimeout(() => void askAgain(), GATHER_MS)
      return
    }
    tell(news.isConnected)
    if (news.isConnected && news.isAgain) void isSeen(signal).then(() => queries.invalidateQueries())
  }
  await (tabs ? followTogether(watch, hear, signal, tabs) : followCore(watch, hear, signal, { isAgain: false }))
  clearTimeout(timer)
}
