import { useCallback, useSyncExternalStore } from 'react'

/** How a parcel came to be marked at the door: its code was scanned, or a hand ticked it. */
export type Mark = 'scanned' | 'by hand'
export type Marks = ReadonlyMap<string, Mark>

const KEPT_AS = 'lumbung.door'
const listeners = new Set<() => void>()
let marks: Marks = kept()

/**
 * What is marked for the courier at the door. It outlives the screen: whoever packs one last parcel while the courier waits
 * finds the others still marked. Ids of parcels that have gone since mean nothing and are left out by the list.
 */
export function useDoorMarks() {
  const current = useSyncExternalStore(subscribe, () => marks)
  const change = useCallback((next: Marks) => {
    marks = next
    sessionStorage.setItem(KEPT_AS, JSON.stringify([...next]))
    for (const listener of listeners) listener()
  }, [])
  return { marks: current, change }
}

function kept(): Marks {
  const stored: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '[]')
  return new Map(Array.isArray(stored) ? (stored as [string, Mark][]) : [])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
