import { breathe, type Tx } from '../database/open.ts'

/** How far something is, in its own documents. */
export interface Extent {
  done: number
  total: number
}

/**
 * An act on many documents, as steps that are each good by themselves. All it knows between two steps is its mark, which
 * survives a restart as JSON; it is over when everything of its total is done. The same steps make a rehearsal (all in one
 * transaction that is thrown away) and the act (each step a commit, others served in between).
 */
export interface Stepwise<Mark extends Extent, Outcome> {
  begin(tx: Tx): Promise<Mark>
  /** Goes on with about `size` documents. */
  step(tx: Tx, mark: Mark, size: number): Promise<Mark>
  end(tx: Tx, mark: Mark): Promise<Outcome>
}

export const isOver = ({ done, total }: Extent): boolean => done >= total

export interface Watched {
  onProgress: (done: number, total: number) => void
  signal: AbortSignal | undefined
}

/** All steps in the open transaction, with a turn for everybody else in between; stopping throws out of it. */
export async function allAtOnce<Mark extends Extent, Outcome>(
  tx: Tx,
  { begin, step, end }: Stepwise<Mark, Outcome>,
  { onProgress, signal }: Watched,
): Promise<Outcome> {
  const pace = createPace()
  let mark = await begin(tx)
  while (!isOver(mark)) {
    signal?.throwIfAborted()
    mark = await pace.measured((size) => step(tx, mark, size))
    onProgress(mark.done, mark.total)
    await breathe()
  }
  return end(tx, mark)
}

/** A scan that comes in the middle of a step waits for the rest of it, and may meet two or three on its way. */
const STEP_MS = 25
const FIRST_SIZE = 20
const LARGEST_SIZE = 500

/** How much longer than the processor was at it a step may seem to take, before that is put down to other programs. */
const SHARE_OF_OTHERS = 2

/** Milliseconds on the wall, and of them those that this process kept a processor busy. */
export interface StepWatch {
  wall(): number
  processor(): number
}

const REAL_WATCH: StepWatch = {
  wall: () => performance.now(),
  processor: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
}

/**
 * How many documents a step takes, so that it lasts about as long as nobody notices. A laptop busy with something else makes
 * each step long however small it is: then steps of one document each would only add a commit for each.
 */
export function createPace(watch = REAL_WATCH) {
  let size = FIRST_SIZE
  return {
    async measured<T>(step: (size: number) => Promise<T>): Promise<T> {
      const [began, used] = [watch.wall(), watch.processor()]
      const answer = await step(size)
      const ms = Math.max(1, Math.min(watch.wall() - began, SHARE_OF_OTHERS * (watch.processor() - used)))
      // one slow step (a checkpoint, a busy laptop) says little; at most twice as many the next time
      const fitting = Math.round((size * STEP_MS) / ms)
      size = Math.max(1, Math.min(fitting, size * 2, LARGEST_SIZE))
      return answer
    },
  }
}
