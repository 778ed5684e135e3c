type Work<Outcome> = (onProgress: (done: number, total: number) => void, signal: AbortSignal) => Promise<Outcome>

export type Progress<Outcome> = { type: 'progress'; done: number; total: number } | { type: 'result'; outcome: Outcome }

/**
 * Turns work that reports its progress into a stream: the newest progress each time the reader asks, then the result.
 * A reader that goes away (its connection closed, or it stopped reading) stops the work.
 */
export async function* withProgress<Outcome>(
  outer: AbortSignal | undefined,
  work: Work<Outcome>,
): AsyncGenerator<Progress<Outcome>> {
  const gone = new AbortController()
  let latest: { done: number; total: number } | null = null
  let wake = () => {}
  let finished = false
  const report = (done: number, total: number) => {
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
      const progress = latest as { done: number; total: number } | null
      latest = null
      if (progress) yield { type: 'progress', ...progress }
    }
    yield { type: 'result', outcome: await outcome }
  } finally {
    gone.abort()
  }
}
