import { rmSync } from 'node:fs'
import { z } from 'zod'
import { minutesUntil, waitAfter } from '../../../src-shared/access/waits.ts'
import { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { keepJson, keptJson } from './kept-file.ts'

const Tries = z.object({ failures: z.number().int(), triedAt: Instant })

/**
 * Wrong passphrases in a row, in a file beside the shop: the shop itself is not open yet. It keeps a colleague from guessing at the screen; who
 * carries the file away guesses without it, and is held by the slow hash alone.
 */
export function passphraseTries(file: string, now: () => Instant) {
  return {
    /** Counts a try as wrong before it is looked at, so that switching the laptop off gives none away. @throws PASSPHRASE_WAITS */
    count(): void {
      const at = now()
      const kept = keptJson(file, Tries)
      if (kept) {
        // a clock that was put back: the wait begins anew, and does not last for years
        if (kept.triedAt > at) keepJson(file, { ...kept, triedAt: at } satisfies z.infer<typeof Tries>)
        const until = Math.min(kept.triedAt, at) + waitAfter(kept.failures)
        if (until > at) throw new DomainError('PASSPHRASE_WAITS', { minutes: minutesUntil(until, at) })
      }
      keepJson(file, { failures: (kept?.failures ?? 0) + 1, triedAt: at } satisfies z.infer<typeof Tries>)
    },
    forget: (): void => rmSync(file, { force: true }),
  }
}
