import { HELD_BEHIND_ORDERS } from '../../../src-shared/held-answers.ts'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Reader, Room, Tx } from '../database/open.ts'
import { saveSettings, settingsOf } from '../settings/settings.repository.ts'
import type { LongWork, WorkSteps } from '../work/long-work.ts'
import type { EverythingMark, SettlingEverything } from './settle-everything.ts'
import { moveStartDay, type StartDayMove } from './start-day.ts'

interface Mark extends EverythingMark {
  way: 'on' | 'back'
}

export interface StartDayMoved extends StartDayMove {
  /** Batal on its way: the books begin where they began. */
  wasStopped: boolean
}

const TOUCHED: Room[] = ['settings', 'ledger', 'inventory', 'purchasing', 'orders', 'cash', 'household', 'reports']

interface Needs {
  settlingEverything: SettlingEverything
  read: Reader
  work: LongWork
  now: () => Instant
}

/** Moving the day on which the books begin, and then every document, as long work; Batal leads back to the day before it. */
export function createMovingStartDay({ settlingEverything: { begin, step }, read, work, now }: Needs) {
  const steps = ({ from, to }: StartDayMove): WorkSteps<Mark, StartDayMoved> => ({
    step: async (tx, mark, size) => ({ ...(await step(tx, mark, size)), way: mark.way }),
    turning: async () => async (tx: Tx) => {
      await saveSettings(tx, { startDay: from })
      return { ...(await begin(tx)), way: 'back' }
    },
    end: async (_tx, { way }) => ({ from, to, wasStopped: way === 'back' }),
  })

  work.knows<StartDayMoved>('start day', {
    rooms: TOUCHED,
    hasWayBack: true,
    holdsAnswers: () => HELD_BEHIND_ORDERS,
    resume: async ({ facts }) => steps(facts as StartDayMove),
  })

  /** @throws the refusals of `moveStartDay`; nothing is written then. */
  return (to: BusinessDay) =>
    work.begin<StartDayMoved>({
      id: `start-day/${to}`,
      kind: 'start day',
      about: to,
      async prepare() {
        const { startDay } = await settingsOf(read)
        if (startDay === to) return { known: { from: to, to, wasStopped: false } }
        return {
          async accept(tx) {
            const move = await moveStartDay(tx, to, now())
            return { facts: move, mark: { ...(await begin(tx)), way: 'on' }, steps: steps(move) }
          },
        }
      },
    })
}
