import type { Doors } from '../database/open.ts'
import type { LongWork } from '../work/long-work.ts'
import { type Recosting, skusToRecost } from './recosting.ts'

/** One queue of SKUs for the whole shop, so one piece of work at a time. */
const ID = 'costs'

/**
 * Puts costs right after the act that left them for later. `wake` is called inside that act's transaction; once it is
 * committed the work begins, and it is asked for again for whatever came while it ended.
 */
export function createCostsInTheBackground({
  read,
  onCommitted,
  work,
}: Pick<Doors, 'read' | 'onCommitted'> & { work: LongWork }) {
  let recosting: Recosting | null = null
  let isAwake = false

  const begin = async (): Promise<void> => {
    const steps = recosting!()
    await work.begin<null>({
      id: ID,
      kind: 'costs',
      about: '',
      prepare: async () =>
        (await skusToRecost(read)).length === 0
          ? { known: null }
          : { accept: async (tx) => ({ facts: null, mark: await steps.begin(tx), steps }) },
    }).outcome
    if ((await skusToRecost(read)).length > 0) await begin()
  }

  return {
    wake() {
      isAwake = true
    },

    start(how: Recosting): void {
      recosting = how
      work.knows<null>('costs', {
        rooms: ['inventory', 'ledger', 'orders', 'reports'],
        hasWayBack: false,
        // what waits for its cost is wrong before, too
        holdsAnswers: null,
        resume: async () => how(),
      })
      onCommitted(() => {
        if (!isAwake) return
        isAwake = false
        // what cannot go on now (a full disk) waits, and says so
        begin().catch(() => {})
      })
    },

    /** What waits since before a restart. */
    finish: async (): Promise<void> => {
      if ((await skusToRecost(read)).length > 0) await begin()
    },
  }
}
