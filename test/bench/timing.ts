/** Milliseconds of one run. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Medians of two kinds of work run in turn, so that a busy machine slows both alike. */
export async function medians(rounds: number, ...works: (() => unknown)[]): Promise<number[]> {
  for (const work of works) await work()
  const times = works.map(() => [] as number[])
  for (let round = 0; round < rounds; round++)
    for (const [index, work] of works.entries()) times[index]!.push(await timed(work))
  return times.map(median)
}
