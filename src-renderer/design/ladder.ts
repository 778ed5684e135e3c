import type { Rupiah } from '../../src-shared/kernel/rupiah.ts'

/**
 * One rung of the profit ladder. `start` and `step` are added up (steps down are negative); `subtotal` and `total`
 * repeat the running sum under a rule, the total under the double one.
 */
export interface Rung {
  id: string
  label: string
  kind: 'start' | 'step' | 'subtotal' | 'total'
  amount: Rupiah
  /** `8%`, `98.500 + 2 × 88.000`: small, beside the label. */
  note?: string
  /** Not known yet: the amount stands in italics. */
  isEstimate?: boolean
  onOpen?: () => void
}

/** Where a rung's floating bar begins and how long it is, in fractions of the widest extent. */
export interface RungBar {
  from: number
  length: number
  isUp: boolean
}

/** Bars of the card version: each step hangs where the last one ended, so that the eye walks down to the profit. */
export function ladderBars(rungs: readonly Rung[]): RungBar[] {
  let running = 0
  const spans = rungs.map((rung) => {
    const isSum = rung.kind === 'subtotal' || rung.kind === 'total'
    const from = isSum || rung.kind === 'start' ? 0 : running
    const to = isSum || rung.kind === 'start' ? rung.amount : running + rung.amount
    running = to
    return { low: Math.min(from, to), high: Math.max(from, to), isUp: to >= from }
  })
  const lowest = Math.min(0, ...spans.map((span) => span.low))
  const highest = Math.max(0, ...spans.map((span) => span.high))
  const width = highest - lowest || 1
  return spans.map(({ low, high, isUp }) => ({ from: (low - lowest) / width, length: (high - low) / width, isUp }))
}
