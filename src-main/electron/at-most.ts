/** Says of each time whether it is still among the `most` that may happen within `ms`; one more is too many. */
export function atMost(most: number, ms: number, now: () => number = Date.now): () => boolean {
  let times: number[] = []
  return () => {
    times = [...times.filter((at) => now() - at < ms), now()]
    return times.length <= most
  }
}
