/**
 * Whether a call failed because nobody answered, and not because the answer was no. `fetch` reports an unreachable host and a
 * connection that broke as a TypeError, oRPC wraps it where the answer had begun; a closed port aborts its calls.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof TypeError && /fetch|network|load failed|terminated/i.test(error.message)) return true
  return error.name === 'AbortError' || isOutage(error.cause)
}
