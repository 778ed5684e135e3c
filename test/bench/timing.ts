/** Milliseconds of one run. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const processor = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Milliseconds that the processor works for one run on this thread, whatever else the machine does and however long its disk lets wait. */
export async function processorMs(work: () => unknown): Promise<number> {
  const start = processor()
  await work()
  return processor() - start
}

/**
 * Listens to how much the processor does before the event loop comes round again: what a window would wait on a machine that has
 * nothing else to do. Answers, at the end, each turn in milliseconds.
 */
export function turnsOfTheLoop(): () => number[] {
  const turns: number[] = []
  let last = processor()
  const timer = setInterval(() => {
    const now = processor()
    turns.push(now - last)
    last = now
  }, 1)
  return () => {
    clearInterval(timer)
    return turns
  }
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/**
 * The best of several rounds of several kinds of work run in turn: what else the machine does, and pages that it has to fetch
 * again, can only add to a call, and add most to the longest. The first run of each is not counted.
 * https://docs.python.org/3/library/timeit.html#timeit.Timer.repeat
 */
export const bestOf = (rounds: number, ...works: (() => unknown)[]): Promise<number[]> =>
  inTurns(rounds, (figures) => Math.min(...figures), ...works.map((work) => () => timed(work)))

/** Medians of several kinds of work that measures itself, run in turn, so that a busy machine slows all alike. */
export const mediansOf = (rounds: number, ...measures: (() => number | Promise<number>)[]): Promise<number[]> =>
  inTurns(rounds, median, ...measures)

async function inTurns(
  rounds: number,
  summed: (figures: readonly number[]) => number,
  ...measures: (() => number | Promise<number>)[]
): Promise<number[]> {
  for (const measure of measures) await measure()
  const figures = measures.map(() => [] as number[])
  for (let round = 0; round < rounds; round++)
    for (const [index, measure] of measures.entries()) figures[index]!.push(await measure())
  return figures.map(summed)
}
