import type { ImportEnd, ImportProgress } from '../../../src-shared/channels/channels.ts'
import { HELD_ANSWERS, HELD_BEHIND_ORDERS } from '../../../src-shared/held-answers.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Tx } from '../database/open.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { saveSettings, settingsOf } from '../settings/settings.repository.ts'
import { withProgress } from '../with-progress.ts'
import { type Joined, type LongWork, StoppedInTime, type WorkSteps } from '../work/long-work.ts'
import { oneAfterOther } from '../work/one-after-other.ts'
import type { Extent } from '../work/stepwise.ts'
import { contentOf, type KeptFiles } from './content-of.ts'
import { takingOf } from './contents.ts'
import { type AcceptedRun, acceptRun, type RunToTakeIn, type Settling, takingRunIn } from './import-run.ts'
import { markWithdrawn, runById, type StoredRun } from './import-runs.repository.ts'
import { TOUCHED_BY_IMPORTS } from './touched.ts'
import { otherRuns } from './withdraw-run.ts'

/** On its way in, or, after Batal, on its way back out. */
interface Mark extends Extent {
  way: 'in' | 'back'
}

type TakingIn = ReturnType<typeof takingRunIn>

interface Asked {
  asked: RunToTakeIn
  /** What else belongs into the accepting write. */
  before: (tx: Tx) => Promise<void>
}

interface Needs extends KeptFiles, Pick<RoomNeeds, 'now'>, Settling {
  work: LongWork
  /** Whether a file waits for its answer under this id. */
  waits: (importId: string) => boolean
}

/** How a run ended; null while it is under way. */
export const endOf = ({ outcome, withdrawal }: StoredRun): ImportEnd | null =>
  outcome ? { type: 'result', outcome } : withdrawal ? { type: 'stopped', takenBack: withdrawal.withdrawal } : null

/** Taking a file in as long work, with Batal as the way back. */
export function createImporting({ read, doApart, settle, settlingEverything, work, now, waits }: Needs) {
  const settling: Settling = { settle, settlingEverything }
  const steps = (run: AcceptedRun, takingIn: TakingIn, back: Way | null): WorkSteps<Mark, ImportEnd> => {
    let takingBack = back
    return {
      step: async (tx, mark, size) =>
        mark.way === 'in'
          ? { ...(await takingIn.step(tx, mark, size)), way: 'in' }
          : { ...(await takingBack!.step(tx, mark, size)), way: 'back' },
      async turning() {
        const way = await wayBack(run)
        takingBack = way
        return async (tx) => ({ ...(await way.begin(tx)), way: 'back' })
      },
      async end(tx, mark) {
        if (mark.way === 'in') return { type: 'result', outcome: await takingIn.end(tx, mark) }
        const withdrawal = await takingBack!.end(tx, mark)
        await markWithdrawn(tx, run.seq, { at: now(), movedTo: null, outcome: { withdrawal, moved: null } })
        return { type: 'stopped', takenBack: withdrawal }
      },
    }
  }

  /** With the day on which the books had begun, where it moved. */
  const wayBack = async (run: AcceptedRun) => {
    const { kind, begun } = run
    const takingBack = takingOf(kind).takingBack(
      run,
      await otherRuns({ read, doApart }, run, (await settingsOf(read)).zone),
      { settle, now: now() },
    )
    if (!begun) return takingBack
    return oneAfterOther(takingBack, {
      ...settlingEverything,
      async begin(tx) {
        await saveSettings(tx, { startDay: begun.from })
        return settlingEverything.begin(tx)
      },
    }) as typeof takingBack
  }
  type Way = Awaited<ReturnType<typeof wayBack>>

  work.knows('import', {
    rooms: TOUCHED_BY_IMPORTS,
    hasWayBack: true,
    holdsAnswers: (facts) => ((facts as AcceptedRun).account === null ? HELD_BEHIND_ORDERS : HELD_ANSWERS),
    mayCome: waits,
    async resume({ facts, mark }) {
      const run = facts as AcceptedRun
      const content = await contentOf({ read, doApart }, run, (await settingsOf(read)).zone)
      if (!content) throw new DomainError('IMPORT_BYTES_GONE', { fileName: run.fileName })
      return steps(run, takingRunIn(run, content, settling), (mark as Mark).way === 'back' ? await wayBack(run) : null)
    },
  })

  return {
    begin: (fileName: string, importId: string, prepare: () => Promise<Asked>): Joined<ImportEnd> =>
      work.begin<ImportEnd>({
        id: importId,
        kind: 'import',
        about: fileName,
        async prepare() {
          const known = await runById(read, importId)
          const end = known && endOf(known)
          if (end) return { known: end }
          const { asked, before } = await prepare()
          return {
            async accept(tx) {
              await before(tx)
              const run = await acceptRun(tx, asked)
              const takingIn = takingRunIn(run, asked.content, settling)
              const mark: Mark = { ...(await takingIn.begin(tx)), way: 'in' }
              return { facts: run, mark, steps: steps(run, takingIn, null) }
            },
          }
        },
      }),

    /** Whoever listens hears how far it is and how it ended; whoever goes away stops nothing. */
    async *followed(joined: Joined<ImportEnd>): AsyncGenerator<ImportProgress> {
      const following = withProgress<ImportEnd, number>(undefined, async (onProgress) => {
        const leave = joined.onProgress(onProgress)
        try {
          return await joined.outcome
        } catch (problem) {
          if (problem instanceof StoppedInTime) return { type: 'stopped', takenBack: null }
          throw problem
        } finally {
          leave()
        }
      })
      for await (const news of following) yield news.type === 'result' ? news.outcome : news
    },
  }
}
