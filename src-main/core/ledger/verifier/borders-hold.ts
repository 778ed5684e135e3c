import type { Rupiah } from '../../../../src-shared/kernel/rupiah.ts'
import { BORDERS } from '../borders-with-home.ts'
import type { JournalRow } from '../journal.repository.ts'
import type { Finding } from './finding.ts'

const borderOf = new Map<string, number>(
  BORDERS.flatMap(
    ({ shop, home }, index) =>
      [
        [shop, index],
        [home, index],
      ] as const,
  ),
)

/** Event by event: what one book says about the border between shop and home, the other says too. */
export function bordersHold(finding: Finding) {
  const { say } = finding
  const pairs = new Map<string, Rupiah[]>()
  return {
    visit({ pairId, lines }: JournalRow): void {
      if (pairId === null) return
      const sums = pairs.get(pairId) ?? BORDERS.map(() => 0)
      pairs.set(pairId, sums)
      for (const { account, amount } of lines) {
        const border = borderOf.get(account)
        if (border !== undefined) sums[border]! += amount
      }
    },
    finish(): void {
      for (const [pair, sums] of pairs) {
        finding.counted++
        for (const [index, { shop, home }] of BORDERS.entries())
          if (sums[index] !== 0) finding.fault(say.wallDiffers(pair, shop, home, Math.abs(sums[index]!)))
      }
    },
  }
}
