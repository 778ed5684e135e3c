import type { Rupiah } from './rupiah.ts'

/** a × b / c on whole numbers, rounded half up (away from zero), exact beyond 2^53 on the way. */
export function divRound(a: number, b: number, c: number): number {
  if (c === 0) throw new RangeError('divRound by zero')
  const numerator = BigInt(a) * BigInt(b)
  const negative = numerator < 0n !== c < 0
  const size = numerator < 0n ? -numerator : numerator
  const divisor = BigInt(Math.abs(c))
  const rounded = Number((2n * size + divisor) / (2n * divisor))
  return negative && rounded !== 0 ? -rounded : rounded
}

/** Some of the equal parts that a whole falls into: `pieces` of `of`, after `after` were taken already. */
export interface Part {
  pieces: number
  of: number
  after?: number
}

/**
 * The share of `total` that belongs to a part. Rounded cumulatively, so that parts taken one after the other sum to the
 * whole, whatever their sizes: 40.533 over 4 pieces, two by two, is 20.267 and 20.266.
 */
export const partOf = (total: Rupiah, { pieces, of, after = 0 }: Part): Rupiah =>
  divRound(total, after + pieces, of) - divRound(total, after, of)

/**
 * Splits `total` in proportion to `weights` by largest remainder, so that the parts sum to the whole.
 * Ties go to the lower index. Weights are whole and not negative; with all weights zero the first part takes everything.
 */
export function allocate(total: Rupiah, weights: readonly number[]): Rupiah[] {
  if (weights.length === 0) throw new RangeError('allocate needs at least one weight')
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n)
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0))
  const size = BigInt(Math.abs(total))
  const shares = weights.map((weight, index) => {
    const product = size * BigInt(weight)
    return { index, whole: product / sum, rest: product % sum }
  })
  let left = Number(size - shares.reduce((a, share) => a + share.whole, 0n))
  const parts = shares.map((share) => Number(share.whole))
  for (const { index } of [...shares].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  )) {
    if (left-- <= 0) break
    parts[index]! += 1
  }
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts
}
