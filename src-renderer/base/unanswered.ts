import { useSyncExternalStore } from 'react'

/** What this window knows of acts whose answer was cut off on its way. */
export interface Unanswered {
  /** So many are being asked about again. */
  asking: number
  /** What the last ones turned out to be, since nothing is asked about any more; null when that was put aside. */
  learnt: { stand: number; refused: number } | null
}

const NOTHING: Unanswered = { asking: 0, learnt: null }

/** Keeps count of cut-off acts, for whoever shows it. */
export function createUnanswered() {
  let state = NOTHING
  let soFar = { stand: 0, refused: 0 }
  const listeners = new Set<() => void>()
  const to = (next: Unanswered) => {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    read: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** The answer of an act was cut off. */
    cut() {
      if (state.asking === 0) soFar = { stand: 0, refused: 0 }
      to({ asking: state.asking + 1, learnt: null })
    },
    /** The core said what became of it. */
    answered(how: 'stand' | 'refused') {
      soFar = { ...soFar, [how]: soFar[how] + 1 }
      const asking = state.asking - 1
      to({ asking, learnt: asking === 0 ? soFar : null })
    },
    /** Nobody waits for this answer any more. */
    given() {
      to({ asking: state.asking - 1, learnt: null })
    },
    putAside: () => to({ ...state, learnt: null }),
  }
}

export const unanswered = createUnanswered()

export const useUnanswered = (): Unanswered => useSyncExternalStore(unanswered.subscribe, unanswered.read)
