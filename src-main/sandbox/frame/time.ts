/**
 * The clock of a sandbox and what is due on it. It runs like any clock, stands still when a test wants it to, and can be
 * moved forwards: then everything due on the way happens in order, each thing at its own moment, as if one had waited.
 */
export interface Time<Event> {
  /** Milliseconds since 1970. */
  now(): number
  seconds(): number
  /** What this marketplace believes the time is: `now` and the skew it was given. Dates of answers and signatures are judged by it. */
  believed(): number
  at(moment: number, event: Event): void
  after(ms: number, event: Event): void
  /** Moves the clock by so many milliseconds; backwards nothing un-happens. */
  move(ms: number): void
  run(isRunning: boolean): void
  skew(ms: number): void
  state(): { now: number; isRunning: boolean; skewMs: number; due: number }
  saved(): SavedTime<Event>
  stop(): void
}

export interface SavedTime<Event> {
  now: number
  isRunning: boolean
  skewMs: number
  due: [moment: number, event: Event][]
}

/** A timer of Node waits no longer than this. */
const LONGEST_WAIT = 2_000_000_000

export function createTime<Event>(
  start: Omit<SavedTime<Event>, 'skewMs'> & { skewMs?: number },
  happen: (event: Event) => void,
): Time<Event> {
  const due = [...start.due]
  let base = start.now
  let since = performance.now()
  let isRunning = start.isRunning
  let skewMs = start.skewMs ?? 0
  let playing: number | null = null
  let timer: NodeJS.Timeout | undefined

  const now = () => playing ?? (isRunning ? Math.floor(base + performance.now() - since) : base)

  /** Everything due until `target` happens; what it makes due on the way, too. */
  function playTo(target: number) {
    if (playing !== null) return
    const from = now()
    while (due[0] && due[0][0] <= target) {
      const [moment, event] = due.shift()!
      playing = Math.max(moment, from)
      try {
        happen(event)
      } finally {
        playing = null
      }
    }
    base = target
    since = performance.now()
  }

  function wake() {
    clearTimeout(timer)
    if (!isRunning || !due[0]) return
    timer = setTimeout(
      () => {
        playTo(now())
        wake()
      },
      Math.min(Math.max(due[0][0] - now(), 0), LONGEST_WAIT),
    )
    timer.unref()
  }

  function at(moment: number, event: Event) {
    let [low, high] = [0, due.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (due[middle]![0] <= moment) low = middle + 1
      else high = middle
    }
    due.splice(low, 0, [moment, event])
    if (low === 0 && playing === null) wake()
  }

  wake()
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    believed: () => now() + skewMs,
    at,
    after: (ms, event) => at(now() + ms, event),
    move(ms) {
      if (playing !== null) throw new Error('the clock is not moved by what happens on it')
      playTo(now() + ms)
      wake()
    },
    run(running) {
      playTo(now())
      isRunning = running
      wake()
    },
    skew(ms) {
      skewMs = ms
    },
    state: () => ({ now: now(), isRunning, skewMs, due: due.length }),
    saved: () => ({ now: now(), isRunning, skewMs, due: [...due] }),
    stop() {
      isRunning = false
      clearTimeout(timer)
    },
  }
}
