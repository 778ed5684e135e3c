/** Milliseconds of one run. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Medians of several kinds of work run in turn, so that a busy machine slows all alike. The first run of each is not counted. */
export const medians = (rounds: number, ...works: (() => unknown)[]): Promise<number[]> =>
  mediansOf(rounds, ...works.map((work) => () => timed(work)))

/** The same for work that measures itself. */
export async function mediansOf(rounds: number, ...measures: (() => number | Promise<number>)[]): Promise<number[]> {
  for (const measure of measures) await measure()
  const figures = measures.map(() => [] as number[])
  for (let round = 0; round < rounds; round++)
    for (const [index, measure] of measures.entries()) figures[index]!.push(await measure())
  return figures.map(median)
}
