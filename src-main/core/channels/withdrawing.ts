import type { WithdrawalOutcome, WithdrawalProgress } from '../../../src-shared/channels/channels.ts'
import { HELD_ANSWERS } from '../../../src-shared/held-answers.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { withProgress } from '../with-progress.ts'
import type { LongWork } from '../work/long-work.ts'
import type { KeptFiles } from './content-of.ts'
import type { Settling } from './import-run.ts'
import { runById } from './import-runs.repository.ts'
import { TOUCHED_BY_IMPORTS } from './touched.ts'
import { runToWithdraw, takingRunBack, withdrawnBefore } from './withdraw-run.ts'

interface Facts {
  importId: string
  moveTo: string | null
  at: Instant
}

interface Needs extends KeptFiles, Pick<RoomNeeds, 'now'>, Settling {
  work: LongWork
}

/** Taking an import back, or to another shop, as long work. There is no way back from it: the file can be taken in again. */
export function createWithdrawing({ read, doApart, work, now, ...settling }: Needs) {
  work.knows<WithdrawalOutcome>('withdrawal', {
    rooms: TOUCHED_BY_IMPORTS,
    hasWayBack: false,
    holdsAnswers: () => HELD_ANSWERS,
    async resume({ facts }) {
      const { importId, moveTo, at } = facts as Facts
      return takingRunBack(await runToWithdraw({ read, doApart }, importId, moveTo ?? undefined, undefined), {
        ...settling,
        at,
        refusing: false,
      })
    },
  })

  return {
    async *withdraw(importId: string, moveTo: string | undefined): AsyncGenerator<WithdrawalProgress> {
      const known = await runById(read, importId)
      const joined = work.begin<WithdrawalOutcome>({
        id: `${importId}/withdrawal`,
        kind: 'withdrawal',
        about: known?.fileName ?? '',
        async prepare() {
          const prepared = await runToWithdraw({ read, doApart }, importId, moveTo, undefined)
          const before = await withdrawnBefore(read, importId, prepared.move)
          if (before) return { known: before }
          const at = now()
          const taking = takingRunBack(prepared, { ...settling, at, refusing: true })
          const facts: Facts = { importId, moveTo: moveTo ?? null, at }
          return { accept: async (tx) => ({ facts, mark: await taking.begin(tx), steps: taking }) }
        },
      })
      yield* withProgress(undefined, async (onProgress) => {
        const leave = joined.onProgress(onProgress)
        return joined.outcome.finally(leave)
      })
    },
  }
}
