import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** Rooms that show facts of other rooms, and which ones: their answers change although they were not written to. */
const READS: Readonly<Record<string, readonly string[] | 'all'>> = {
  reports: 'all',
  settings: [],
  orders: ['catalog', 'inventory', 'ledger', 'channels', 'fulfilment', 'returns'],
  fulfilment: ['orders', 'catalog', 'inventory'],
  returns: ['orders', 'fulfilment', 'channels', 'catalog', 'settings', 'cash'],
  inventory: ['catalog', 'orders', 'purchasing'],
  catalog: ['inventory', 'channels', 'orders'],
  channels: ['orders', 'catalog'],
  purchasing: ['inventory', 'ledger'],
  cash: ['ledger', 'household'],
  household: ['ledger', 'cash', 'inventory', 'orders'],
  ledger: ['orders', 'inventory', 'cash', 'household', 'purchasing'],
}

/** The rooms whose questions must be asked again after these rooms changed. */
export function roomsToAsk(changed: ReadonlySet<string>): Set<string> {
  const readers = Object.entries(READS).flatMap(([room, sources]) =>
    sources === 'all' || sources.some((source) => changed.has(source)) ? [room] : [],
  )
  return new Set([...changed, ...readers])
}

/** Changes within this time are answered together: an import commits hundreds of times. */
const GATHER_MS = 150
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5_000

type Watch = (signal: AbortSignal) => Promise<AsyncIterable<{ rooms: string[] }>>

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
  const askAgain = () => {
    timer = undefined
    for (const room of roomsToAsk(gathered)) void queries.invalidateQueries({ queryKey: [[room]] })
    gathered.clear()
  }
  let pauseMs = FIRST_PAUSE_MS
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      const changes = await watch(signal)
      tell(true)
      pauseMs = FIRST_PAUSE_MS
      if (!isFirst) void queries.invalidateQueries()
      for await (const { rooms } of changes) {
        for (const room of rooms) gathered.add(room)
        timer ??= setTimeout(askAgain, GATHER_MS)
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
