import { holdFile } from './held-file.ts'
import { comparisonWith, forgetPageSums, noteChangedPages, type PageComparison, type PageSums } from './page-sums.ts'

/**
 * Compares a file's pages while the shop in it is served: three years of orders are half a gigabyte, for which nobody should wait at the door. To be
 * called before anything is written. When pages have changed that stands beside the file, so that the next opening looks over all of it; the file is left
 * as it is until then, and what was written meanwhile stays in the log.
 */
export function comparedWhileServed(file: string, sums: PageSums): PageComparison {
  const comparison = comparisonWith(file, sums)
  const held = (() => {
    try {
      return holdFile(file)
    } catch (problem) {
      comparison.close()
      throw problem
    }
  })()
  let outcome: number | null = null
  const end = (changed: number): number => {
    if (outcome !== null) return outcome
    outcome = changed
    if (changed > 0) noteChangedPages(file, changed)
    else {
      forgetPageSums(file)
      held.release()
    }
    return changed
  }
  // what cannot be read is not as it was, and whoever opens the file next says why
  const UNREADABLE = 1
  return {
    compare: () =>
      comparison
        .compare()
        .then(end)
        .catch(() => end(UNREADABLE)),
    finish() {
      if (outcome !== null) return outcome
      try {
        return end(comparison.finish())
      } catch {
        return end(UNREADABLE)
      }
    },
    close() {
      held.release()
      comparison.close()
    },
  }
}
