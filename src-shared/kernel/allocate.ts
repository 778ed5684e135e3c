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
