import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { ChannelTrouble } from '../channels/connectors/trouble.ts'
import { forgetOldLabels } from '../fulfilment/channel-labels.repository.ts'
import { adoptItems, learnCategories } from '../listings/learning.ts'
import { publishWaiting } from '../listings/publishing.ts'
import { turnVersions } from '../listings/turning-versions.ts'
import { compare } from './comparing.ts'
import { noteConsent } from './connections.repository.ts'
import { keepPayloads, packedPage } from './inbox.repository.ts'
import { LISTINGS, ORDERS, type PulledList, pull, RETURNS, readOnceMore, SETTLEMENTS, WALLET } from './pulling.ts'
import { readStock } from './stock-out/reading-stock.ts'
import { type Comparison, readListingsAnew, type StoredStream, type StreamName } from './streams.repository.ts'
import type { Visit } from './visit.ts'
import type { WorkNeeds, WorkOfShop } from './work-of-shop.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** How often each list is read when nothing is wrong. */
const EVERY_MS: Record<StreamName, number> = {
  orders: MINUTE,
  stock: 10 * MINUTE,
  returns: 10 * MINUTE,
  settlements: 30 * MINUTE,
  wallet: 30 * MINUTE,
  // what is asked makes itself due
  publishing: HOUR,
  listings: 5 * MINUTE,
  comparison: 24 * HOUR,
}
/** As far back the lists are read once more every night. */
const ONCE_MORE_MS = 15 * 24 * HOUR

/** What reading each list of a shop means, once it is due. */
export function createReadingLists({ read, write, now, settle, isOver }: WorkNeeds, work: WorkOfShop) {
  const { understand, push, pushWoken } = work
  /** When what was made but not confirmed can be looked for again, or a prepared version has its minute, by shop. */
  const publishAgainAt = new Map<string, Instant | null>()

  const pulling = async (list: PulledList, state: StoredStream, visited: Visit): Promise<null> => {
    await pull(list, state, visited, {
      write,
      now,
      async understand() {
        await understand(visited)
        // stock that changed does not wait for the rest of a long list; orders come first
        if (list !== ORDERS) await pushWoken(visited)
      },
      isOver: () => isOver(visited.connection.shopId),
    })
    return null
  }

  const lists: Record<StreamName, (state: StoredStream, visit: Visit) => Promise<Comparison | null>> = {
    orders: (state, visit) => pulling(ORDERS, state, visit),
    stock: (_, visit) => push(visit),
    returns: (state, visit) => pulling(RETURNS, state, visit),
    settlements: (state, visit) => pulling(SETTLEMENTS, state, visit),
    wallet: (state, visit) => pulling(WALLET, state, visit),
    async publishing(_, visited) {
      const { shopId } = visited.connection
      const turnsAt = await turnVersions({ read, write }, shopId, now())
      const { againAt } = await publishWaiting({
        read,
        write,
        now,
        shopId,
        ask: visited.ask,
        isOver: () => isOver(shopId),
        async keep(payloads) {
          const packed = await packedPage(payloads)
          await write(['channels'], (tx) => keepPayloads(tx, shopId, 'item', packed, now()), 'quiet step')
          await understand(visited)
        },
      })
      const soonest = Math.min(againAt ?? Number.POSITIVE_INFINITY, turnsAt ?? Number.POSITIVE_INFINITY)
      publishAgainAt.set(shopId, Number.isFinite(soonest) ? soonest : null)
      return null
    },
    async listings(state, visited) {
      const { shopId } = visited.connection
      await pulling(LISTINGS, state, visited)
      await learnCategories({ read, write, shopId, ask: visited.ask }, state.readUntil <= 0)
      await adoptItems({ read, write, now }, shopId)
      return null
    },
    async comparison({ readUntil }, visit) {
      const { shopId } = visit.connection
      const about = await visit.ask((shop) => shop.about())
      await write(['settings'], (tx) => noteConsent(tx, shopId, about), 'step')
      const outcome = await compare(visit, { read, write, now })
      const since = Math.max(readUntil, now() - ONCE_MORE_MS)
      // what a shop may not ask for is said by the list itself
      for (const list of [RETURNS, SETTLEMENTS, WALLET])
        await readOnceMore(list, since, visit, { write, now, isOver: () => isOver(shopId) }).catch(nullIfPermanent)
      await write(['settings'], (tx) => readListingsAnew(tx, shopId), 'quiet step')
      await write(['fulfilment'], (tx) => forgetOldLabels(tx, shopId, now()), 'quiet step')
      await understand(visit)
      const between = () => pushWoken(visit)
      await readStock(visit, { read, write, settle, now, isOver: () => isOver(shopId), between })
      if (!isOver(shopId)) await push(visit)
      return outcome
    },
  }

  return {
    list: (stream: StreamName, state: StoredStream, visit: Visit): Promise<Comparison | null> =>
      lists[stream](state, visit),
    /** When a list that was just read is due again. */
    nextOf: (shopId: string, stream: StreamName): Instant =>
      (stream === 'publishing' ? publishAgainAt.get(shopId) : null) ?? now() + EVERY_MS[stream],
  }
}
export type ReadingLists = ReturnType<typeof createReadingLists>

function nullIfPermanent(problem: unknown): null {
  if (problem instanceof ChannelTrouble && problem.trouble.kind === 'permanent') return null
  throw problem
}
