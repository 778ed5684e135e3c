import type { Instant } from '../../../../src-shared/kernel/business-day.ts'

const DAY = 86_400_000

/**
 * When a file was made, by its modification time. One that a clock running a little ahead gave it is unknown, and the file
 * made when it is taken in, at the latest; one from another day ahead says nothing at all, like the 0 of some file systems.
 */
export function makingOf(modifiedAt: Instant | null, now: Instant): Instant | null {
  if (modifiedAt === null || modifiedAt <= now) return modifiedAt
  return modifiedAt <= now + DAY ? null : 0
}
