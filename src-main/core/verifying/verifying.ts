import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Naming } from '../../../src-shared/ledger/account-name.ts'
import type { VerifierReport } from '../../../src-shared/ledger/ledger.ts'
import { WRAPS_REWRITTEN } from '../backup/shop-key.ts'
import { CHANGED_PAGES, type Doors } from '../database/open.ts'
import { onScratchCopy } from '../database/scratch-copy.ts'
import { knownKeys } from '../database/sealing.ts'
import type { Outside } from '../outside.ts'
import { recall, remember, settingsOf } from '../settings/settings.repository.ts'
import type { ShopToVerify } from './verify-apart.ts'

/** Under this name the settings remember what the verifier found last. */
export const LAST_REPORT = 'lastReport'

const MINUTE_MS = 60_000
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS
/** Nobody did anything for so long. */
const IDLE_MS = 3 * MINUTE_MS
const LOOKED_EVERY_MS = 2 * MINUTE_MS
const PATIENCE_MS = 30 * MINUTE_MS
/** Whoever opened the shop sees its first page before its pages are compared. */
const COMPARED_AFTER_MS = 3_000

interface VerifyingNeeds
  extends Pick<Doors, 'read' | 'write' | 'onCommitted' | 'endedUnclean' | 'changedPages' | 'comparePages'> {
  file: string
  now: () => Instant
  outside: Pick<Outside, 'doApart' | 'scheduler'>
  /** What is known outside the file of what it must hold. */
  witnesses: (naming: Naming) => Promise<ShopToVerify['outside']>
  isWorking: () => Promise<boolean>
  /** Opens the shop's file anew, which looks over all of it where pages changed. */
  reopen: (() => void) | null
}

const isStorageProblem = (problem: unknown): boolean =>
  /^(SQLITE_|ENOSPC|EDQUOT)/.test(String((problem as { code?: string }).code))

/** The verifier, asked by somebody or by itself: weekly, and after an unclean end, when nobody is at work. */
export function createVerifying(needs: VerifyingNeeds) {
  const { read, write, onCommitted, file, now, outside } = needs
  let isUnderWay = false

  const look = async (naming: Naming): Promise<VerifierReport> => {
    const changedPages = (await recall<number>(read, CHANGED_PAGES)) ?? 0
    const asked = {
      file,
      at: now(),
      naming,
      changedPages,
      areWrapsRewritten: (await recall<boolean>(read, WRAPS_REWRITTEN)) === true,
      keys: knownKeys(),
      outside: await needs.witnesses(naming),
    }
    const apart = (copy: string | null) =>
      outside.doApart('verify shop', { ...asked, copy }, { patienceMs: PATIENCE_MS })
    try {
      return await onScratchCopy(file, apart)
    } catch (problem) {
      // a page that cannot be read cannot be copied either: the rest of the file is looked over all the same
      if (!isStorageProblem(problem)) throw problem
      return apart(null)
    }
  }

  const verify = async (): Promise<VerifierReport> => {
    isUnderWay = true
    try {
      const report = await look(await settingsOf(read))
      // a disk without room for this line is no reason to keep the answer back
      await write(['settings'], (tx) => remember(tx, LAST_REPORT, report)).catch((problem) => {
        if (!isStorageProblem(problem)) throw problem
      })
      return report
    } finally {
      isUnderWay = false
    }
  }

  return {
    verify,
    last: () => recall<VerifierReport>(read, LAST_REPORT),

    /** Begins to look by itself. */
    start() {
      let isStopped = false
      let busyAt = now()
      let isOwed = needs.endedUnclean
      if (needs.changedPages > 0) void verify().catch(() => {})
      const stopListening = onCommitted(() => {
        busyAt = now()
      })
      const isDue = async () => {
        if (isUnderWay || now() - busyAt < IDLE_MS || (await needs.isWorking())) return false
        const last = await recall<VerifierReport>(read, LAST_REPORT)
        return isOwed || now() - (last?.at ?? 0) >= WEEK_MS
      }
      const round = async () => {
        if (!(await isDue())) return
        isOwed = false
        await verify()
      }
      const again = () =>
        outside.scheduler.after(LOOKED_EVERY_MS, () => {
          void round()
            .catch(() => {})
            .finally(() => {
              if (!isStopped) next = again()
            })
        })
      let next = again()
      const compare = async () => {
        if ((await needs.comparePages()) > 0) needs.reopen?.()
      }
      const comparing = outside.scheduler.after(COMPARED_AFTER_MS, () => void compare().catch(() => {}))
      return {
        stop() {
          isStopped = true
          next.callOff()
          comparing.callOff()
          stopListening()
        },
      }
    },
  }
}
