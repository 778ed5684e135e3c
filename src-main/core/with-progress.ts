type Work<Outcome, Total> = (onProgress: (done: number, total: Total) => void, signal: AbortSignal) => Promise<Outcome>

export type Progress<Outcome, Total> =
  | { type: 'progress'; done: number; total: Total }
  | { type: 'result'; outcome: Outcome }

/**
 * Turns work that reports its progress into a stream: the newest progress each time the reader asks, then the result.
 * A reader that goes away (its connection closed, or it stopped reading) stops the work.
 */
export async function* withProgress<Outcome, Total extends number | null = number>(
  outer: AbortSignal | undefined,
  work: Work<Outcome, Total>,
): AsyncGenerator<Progress<Outcome, Total>> {
  const gone = new AbortController()
  let latest: { done: number; total: Total } | null = null
  let wake = () => {}
  let finished = false
  const report = (done: number, total: Total) => {
    latest = { done, total }
    wake()
  }
  const outcome = work(report, outer ? AbortSignal.any([outer, gone.signal]) : gone.signal).finally(() => {
    finished = true
    wake()
  })
  // the failure is thrown below; this keeps it from being called unhandled in the meantime
  outcome.catch(() => {})
  try {
    while (!finished) {
      if (!latest) {
        const news = Promise.withResolvers<void>()
        wake = news.resolve
        await news.promise
      }
      const progress = latest as { done: number; total: Total } | null
      latest = null
      if (progress) yield { type: 'progress', ...progress }
    }
    yield { type: 'result', outcome: await outcome }
  } finally {
    gone.abort()
  }
}
