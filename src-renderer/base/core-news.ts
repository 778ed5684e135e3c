/** What a window learns of the core: answers that a commit made old, and whether the core answers. */
export type News =
  | { answers: string[] }
  /** `isAgain`: announcements may have been missed since the last time. */
  | { isConnected: true; isAgain: boolean }
  | { isConnected: false }

export type Watch = (signal: AbortSignal) => Promise<AsyncIterable<{ answers: string[] }>>

const FIRST_PAUSE_MS = 250
/** A core that is started again is found within this and the time of one call. */
const LONGEST_PAUSE_MS = 1_000

/** Follows the core's announcements until `signal` aborts. When the stream ends it connects anew with growing pauses. */
export async function followCore(
  watch: Watch,
  tell: (news: News) => void,
  signal: AbortSignal,
  { isAgain }: { isAgain: boolean },
): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS
  for (let again = isAgain; !signal.aborted; again = true) {
    try {
      const changes = await watch(signal)
      tell({ isConnected: true, isAgain: again })
      pauseMs = FIRST_PAUSE_MS
      for await (const { answers } of changes) tell({ answers })
    } catch {
      // The core is away (restarting, laptop asleep). The status bar says so; we try again below.
    }
    if (signal.aborted) break
    tell({ isConnected: false })
    await new Promise((waited) => setTimeout(waited, pauseMs))
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)
  }
}
