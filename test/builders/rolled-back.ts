import type { Doors, Tx } from '../../src-main/core/database/open.ts'

/** Runs `work` at the write door and takes all of it back: its answer, and books as they were. */
export async function rolledBack<T>(doors: Doors, work: (tx: Tx) => Promise<T>): Promise<T> {
  let answer: { of: T } | undefined
  await doors
    .write(['inventory'], async (tx) => {
      answer = { of: await work(tx) }
      throw new TakenBack()
    })
    .catch((problem) => {
      if (!(problem instanceof TakenBack)) throw problem
    })
  return answer!.of
}

class TakenBack extends Error {}
