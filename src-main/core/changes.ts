import type { Doors } from './database/open.ts'

/** A window asks its first questions before it listens: what was committed in between it is told first. */
const JUST_NOW_MS = 10_000

/** The stream of changes, for any number of listeners. */
export function changesOf(doors: Doors) {
  const touchedAt = new Map<string, number>()
  doors.onCommitted(({ answers }) => {
    for (const procedure of answers) touchedAt.set(procedure, performance.now())
  })
  const justNow = () =>
    [...touchedAt].flatMap(([procedure, at]) => (performance.now() - at < JUST_NOW_MS ? [procedure] : []))
  return { watch: (signal: AbortSignal | undefined) => watchChanges(doors, justNow(), signal) }
}

/** What commits touched, until the listener goes away. Commits that come while one is being told are merged. */
async function* watchChanges(
  doors: Doors,
  touchedBefore: readonly string[],
  signal: AbortSignal | undefined,
): AsyncGenerator<{ rooms: string[]; answers: string[] }> {
  let rooms = new Set<string>()
  let answers = new Set(touchedBefore)
  let wake = () => {}
  const stop = doors.onCommitted((commit) => {
    for (const room of commit.rooms) rooms.add(room)
    for (const procedure of commit.answers) answers.add(procedure)
    wake()
  })
  const aborted = () => wake()
  signal?.addEventListener('abort', aborted)
  try {
    while (!signal?.aborted) {
      if (rooms.size === 0 && answers.size === 0)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      if (rooms.size === 0 && answers.size === 0) continue
      const told = { rooms: [...rooms], answers: [...answers] }
      rooms = new Set()
      answers = new Set()
      yield told
    }
  } finally {
    stop()
    signal?.removeEventListener('abort', aborted)
  }
}
