/** Large bodies that are in the house at once: so much of them, and whoever finds it full waits a while. */
export interface UploadRoom {
  /** A function that leaves again; null when it stayed full for too long or the caller left. */
  enter(bytes: number, gone: AbortSignal): Promise<(() => void) | null>
}

/** The largest file and one of half its size; a body is held about three times while it is taken apart. */
const MOST_BYTES = 80 * 1024 * 1024
/** Shorter than a request may take to arrive (`requestTimeout`), for a waiting body is not read. */
const PATIENCE_MS = 30_000

export function createUploadRoom({ mostBytes = MOST_BYTES, patienceMs = PATIENCE_MS } = {}): UploadRoom {
  let inside = 0
  const waiting: { bytes: number; go: () => void }[] = []

  const take = (bytes: number) => {
    inside += bytes
    return () => {
      inside -= bytes
      // in the order of arrival: a small one behind a large one does not slip past it
      while (waiting[0] && fits(waiting[0].bytes)) waiting.shift()!.go()
    }
  }
  const fits = (bytes: number) => inside === 0 || inside + bytes <= mostBytes

  return {
    enter(bytes, gone) {
      if (waiting.length === 0 && fits(bytes)) return Promise.resolve(take(bytes))
      return new Promise((resolve) => {
        const turn = { bytes, go: () => settle(take(bytes)) }
        const settle = (leave: (() => void) | null) => {
          clearTimeout(patience)
          gone.removeEventListener('abort', giveUp)
          resolve(leave)
        }
        const giveUp = () => {
          const place = waiting.indexOf(turn)
          if (place < 0) return
          waiting.splice(place, 1)
          settle(null)
        }
        const patience = setTimeout(giveUp, patienceMs)
        gone.addEventListener('abort', giveUp, { once: true })
        waiting.push(turn)
      })
    },
  }
}
