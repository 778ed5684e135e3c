import type { Doors } from './database/open.ts'

/** What commits touched, until the listener goes away. Commits that come while one is being told are merged. */
export async function* watchChanges(
  doors: Doors,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ rooms: string[]; answers: string[] }> {
  let rooms = new Set<string>()
  let answers = new Set<string>()
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
