import { SqliteError } from 'better-sqlite3'
import type { Instant, Zone } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { ItemAtChannel } from '../../../src-shared/listings/item.ts'
import type { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import type { WalletLine } from '../../../src-shared/payouts/wallet-file.ts'
import type { ReturnStatement } from '../../../src-shared/returns/return-file.ts'
import type { SettlementStatement } from '../../../src-shared/settlements/settlement-file.ts'
import { meetArrivals, withdrawnIn } from '../channels/arrived-withdrawals.ts'
import type { Readers } from '../channels/connectors/connector.ts'
import { settleTold } from '../channels/import-settlements.ts'
import { channelOfShop } from '../channels/shops.repository.ts'
import { TOUCHED_BY_IMPORTS } from '../channels/touched.ts'
import { settleAdjustments } from '../channels/withdrawals-beside.ts'
import { breathe, type Doors, type Tx } from '../database/open.ts'
import { storeItems } from '../listings/items.repository.ts'
import { settleOrdersOfNumbers } from '../orders/settle-orders.ts'
import { takeIn } from '../orders/take-in.ts'
import { storeChannelReturns } from '../orders/told-returns.repository.ts'
import { takeChannelLinesIn } from '../payouts/channel-lines-in.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { numbered, storeSettlements } from '../settlements/store-settlements.ts'
import type { Settle } from '../settling/settle.ts'
import { markApplied, markUnreadable, type WaitingPayload, waitingPayloads } from './inbox.repository.ts'

/** Few enough that a scan at the pack desk hardly waits for them, many enough that a night of orders is a handful of commits. */
const AT_ONCE = 170
/** Payloads that are read before whoever asks something meanwhile is answered. */
const READ_AT_ONCE = 25

interface UnderstandingNeeds extends Pick<Doors, 'read' | 'write'> {
  settle: Settle
  now: () => Instant
}

interface Understood {
  payload: WaitingPayload
  meaning: Meaning
}

type Meaning =
  | { about: 'order'; order: OrderSnapshot }
  | { about: 'settlement'; releases: SettlementStatement[] }
  | { about: 'return'; statement: ReturnStatement; saidAt: Instant }
  | { about: 'wallet line'; key: string; line: WalletLine }
  | { about: 'item'; item: ItemAtChannel; saidAt: Instant }

/**
 * Takes in what waits in the inbox, in the order it came: orders by the same door as files; releases, returns and lines of the balance as
 * the same documents. What cannot be understood is set aside with its reason and holds nobody up. Answers how many were taken in.
 */
export async function understandInbox(
  shopId: string,
  source: string,
  reads: Readers,
  { read, write, settle, now }: UnderstandingNeeds,
): Promise<number> {
  const { zone } = await settingsOf(read)
  let taken = 0
  while (true) {
    const waiting = await waitingPayloads(read, shopId, AT_ONCE)
    if (waiting.length === 0) return taken
    const understood: Understood[] = []
    const unreadable: { seq: number; problem: string }[] = []
    for (const [index, payload] of waiting.entries()) {
      if (index % READ_AT_ONCE === 0) await breathe()
      try {
        understood.push({ payload, meaning: meaningOf(reads, payload, zone) })
      } catch (problem) {
        unreadable.push({ seq: payload.seq, problem: textOf(problem) })
      }
    }
    if (unreadable.length > 0)
      await write(
        ['channels'],
        async (tx) => {
          for (const { seq, problem } of unreadable) await markUnreadable(tx, seq, problem)
        },
        'step',
      )
    if (understood.length > 0) taken += await takenIn(understood)
  }

  async function takenIn(some: readonly Understood[]): Promise<number> {
    try {
      await write(TOUCHED_BY_IMPORTS, (tx) => apply(tx, shopId, source, some, { settle, now }), 'step')
      return some.length
    } catch (problem) {
      if (!isOfThePayload(problem)) throw problem
      if (some.length > 1) {
        let taken = 0
        for (const each of some) taken += await takenIn([each])
        return taken
      }
      await write(['channels'], (tx) => markUnreadable(tx, some[0]!.payload.seq, textOf(problem)), 'step')
      return 0
    }
  }
}

function meaningOf(reads: Readers, payload: WaitingPayload, zone: Zone): Meaning {
  const { about, key, saidAt } = payload
  switch (about) {
    case 'order':
      return { about, order: reads.order(payload) }
    case 'settlement':
      return { about, releases: reads.settlements(payload, zone) }
    case 'return':
      return { about, statement: reads.return(payload), saidAt }
    case 'wallet line':
      return { about, key, line: reads.walletLine(payload, zone) }
    case 'item':
      return { about, item: reads.item(payload), saidAt }
  }
}

async function apply(
  tx: Tx,
  shopId: string,
  source: string,
  some: readonly Understood[],
  { settle, now }: Pick<UnderstandingNeeds, 'settle' | 'now'>,
): Promise<void> {
  const orders = some.flatMap(({ meaning }) => (meaning.about === 'order' ? meaning.order : []))
  if (orders.length > 0)
    await takeIn(tx, shopId, orders, source, { settle, calendar: await settingsOf(tx), now: now() })
  const returns = some.flatMap(({ meaning }) => (meaning.about === 'return' ? meaning : []))
  if (returns.length > 0) {
    await storeChannelReturns(tx, shopId, returns)
    const numbers = returns.map(({ statement }) => statement.orderNumber)
    await settleOrdersOfNumbers(tx, settle, shopId, [...new Set(numbers)])
  }
  const channel = await channelOfShop(tx, shopId)
  const releases = some.flatMap(({ meaning }) => (meaning.about === 'settlement' ? meaning.releases : []))
  if (releases.length > 0) {
    const stored = await storeSettlements(tx, { shopId, channel, now: now() }, numbered(releases))
    const news = stored.filter(({ what }) => what !== 'unchanged')
    await settleTold(tx, settle, shopId, news)
    await settleAdjustments(tx, shopId, settle)
  }
  const items = some.flatMap(({ meaning }) => (meaning.about === 'item' ? meaning : []))
  if (items.length > 0) await storeItems(tx, settle, shopId, items, now())
  const lines = some.flatMap(({ meaning }) => (meaning.about === 'wallet line' ? meaning : []))
  if (lines.length > 0) {
    const taken = await takeChannelLinesIn(tx, { shopId, channel }, lines, settle)
    await settleAdjustments(tx, shopId, settle)
    // the batch under which what met by itself can be told apart from what somebody answered
    await meetArrivals(tx, newId(), withdrawnIn(taken), { settle, now: now() })
  }
  await markApplied(
    tx,
    some.map(({ payload }) => payload),
    now(),
  )
}

/** A full disk or a doubtful clock is nobody's payload; what the books or the database refuse of its contents is. */
const isOfThePayload = (problem: unknown): boolean =>
  problem instanceof SqliteError ? problem.code.startsWith('SQLITE_CONSTRAINT') : !(problem instanceof DomainError)

const textOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem))
