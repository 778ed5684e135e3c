/** Milliseconds of one run. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
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
