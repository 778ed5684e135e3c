import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Doors } from '../database/open.ts'
import type { Settle } from '../settling/settle.ts'
import { fetchLabels, learnCancelRequests } from './acts/fetching-labels.ts'
import { performActs } from './acts/performing.ts'
import { createQueues } from './queues.ts'
import { pushStock } from './stock-out/pushing.ts'
import { understandInbox } from './understanding.ts'
import type { Visit } from './visit.ts'

export interface WorkNeeds extends Pick<Doors, 'read' | 'write'> {
  now: () => Instant
  settle: Settle
  /** From 0 up to 1, for pauses. */
  random: () => number
  /** Somebody paused or disconnected the shop, or everything stops: what is under way leaves off after its page. */
  isOver: (shopId: string) => boolean
}

/** What is done with a shop besides reading its lists. Some of it also happens beside a round, so each kind waits for itself. */
export function createWorkOfShop({ read, write, now, settle, random, isOver: isOverOf }: WorkNeeds) {
  const queues = createQueues()
  /** Shops whose stock changed so that a channel has to be told. */
  const woken = new Set<string>()
  const overOf =
    ({ connection: { shopId } }: Visit) =>
    () =>
      isOverOf(shopId)

  /** What came in is brought into the books. */
  const understand = ({ connection: { shopId, accountName }, connector }: Visit) =>
    queues.run(`understand ${shopId}`, () =>
      understandInbox(shopId, accountName, connector.reads, { read, write, settle, now }),
    )

  const push = async (visited: Visit): Promise<null> => {
    woken.delete(visited.connection.shopId)
    await pushStock(visited, { read, write, now, isOver: overOf(visited) })
    return null
  }

  return {
    understand,
    /** What somebody asked the channel to do, one call after another and beside the rounds: nobody waits for a long night. */
    perform: (visited: Visit) =>
      queues.run(`acts ${visited.connection.shopId}`, () =>
        performActs(visited, { read, write, now, random, understand, isOver: overOf(visited) }),
      ),
    /** @returns when the next label can be fetched */
    labels: (visited: Visit) =>
      queues.run(`labels ${visited.connection.shopId}`, async () => {
        await learnCancelRequests(visited, { read, write, now })
        const next = await fetchLabels(visited, { read, write, now, isOver: overOf(visited) })
        await understand(visited)
        return next
      }),
    /** The channel is told what may be sold. */
    push,
    async pushWoken(visited: Visit): Promise<void> {
      if (woken.has(visited.connection.shopId)) await push(visited)
    },
    woken,
    /** One after the other, beside whatever else there is. */
    inTurn: <Answer>(name: string, work: () => Promise<Answer>) => queues.run(name, work),
    idle: () => queues.idle(),
  }
}
export type WorkOfShop = ReturnType<typeof createWorkOfShop>
