import { useSyncExternalStore } from 'react'
import type { Instant } from '../../src-shared/kernel/business-day.ts'

const TICK_MS = 15_000
const listeners = new Set<() => void>()
let aheadMs = 0
let now = clockNow()
let ticking: ReturnType<typeof setInterval> | undefined

/** The moment by the shop's clock: the laptop's, but for a Toko Latihan that has passed days over. */
export function clockNow(): Instant {
  return Date.now() + aheadMs
}

/** Toko Latihan's clock is so far ahead of the laptop's; every countdown follows at once. */
export function leadClock(ms: number): void {
  if (ms === aheadMs) return
  aheadMs = ms
  tick()
}

function tick(): void {
  now = clockNow()
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  ticking ??= setInterval(tick, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

function read(): Instant {
  if (!ticking) now = clockNow()
  return now
}

/** The moment now, refreshed every quarter of a minute for all countdowns together. */
export const useNow = (): Instant => useSyncExternalStore(subscribe, read)
