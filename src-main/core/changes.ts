import type { Doors, Room } from './database/open.ts'

/** The rooms touched by each commit, until the listener goes away. Commits that come while one is being told are merged. */
export async function* watchChanges(
  doors: Doors,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ rooms: string[] }> {
  const touched = new Set<Room>()
  let wake = () => {}
  const stop = doors.onCommitted((rooms) => {
    for (const room of rooms) touched.add(room)
    wake()
  })
  const aborted = () => wake()
  signal?.addEventListener('abort', aborted)
  try {
    while (!signal?.aborted) {
      if (touched.size === 0)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      if (touched.size === 0) continue
      const rooms = [...touched]
      touched.clear()
      yield { rooms }
    }
  } finally {
    stop()
    signal?.removeEventListener('abort', aborted)
  }
}
