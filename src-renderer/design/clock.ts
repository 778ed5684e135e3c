import { useSyncExternalStore } from 'react'
import type { Instant } from '../../src-shared/kernel/business-day.ts'

const TICK_MS = 15_000
const listeners = new Set<() => void>()
let now = Date.now()
let ticking: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  ticking ??= setInterval(() => {
    now = Date.now()
    for (const tell of listeners) tell()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

function read(): Instant {
  if (!ticking) now = Date.now()
  return now
}

/** The moment now, refreshed every quarter of a minute for all countdowns together. */
export const useNow = (): Instant => useSyncExternalStore(subscribe, read)
