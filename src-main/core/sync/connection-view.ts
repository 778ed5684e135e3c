import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { consentEnd, type ShopConnection } from '../../../src-shared/sync/sync.ts'
import type { Reader } from '../database/open.ts'
import { connections, type StoredConnection } from './connections.repository.ts'
import type { Engine } from './engine.ts'
import { countInbox } from './inbox.repository.ts'
import { hoursSince, STREAMS, type StoredStream, streamsOf } from './streams.repository.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Beyond this a channel's signatures begin to fail. */
const SKEW_TOLD_MS = 2 * 60_000

/** Every connection with its health, as the screens show it. */
export async function connectionViews(
  reader: Reader,
  now: Instant,
  engine: Pick<Engine, 'isUnderWay' | 'skewMs' | 'stumbleOf'>,
): Promise<ShopConnection[]> {
  const streams = Map.groupBy(await streamsOf(reader), ({ shopId }) => shopId)
  const hours = Map.groupBy(await hoursSince(reader, now - DAY), ({ shopId }) => shopId)
  const inbox = await countInbox(reader)
  return (await connections(reader)).map((connection) => {
    const { shopId } = connection
    const own = streams.get(shopId) ?? []
    const orders = own.find(({ stream }) => stream === 'orders')
    const state = stateOf(connection)
    const skew = engine.skewMs(shopId)
    return {
      shopId,
      shopName: connection.shopName,
      channel: connection.channel,
      account: connection.account,
      accountName: connection.accountName,
      state,
      isUnderWay: engine.isUnderWay(shopId),
      ordersUntil: orders?.succeededAt ?? null,
      nextAt: state === 'connected' && own.length > 0 ? Math.min(...own.map(({ nextAt }) => nextAt)) : null,
      trouble: troubleOf(connection, own, engine.stumbleOf(shopId)),
      consentUntil: connection.consentUntil,
      consentEnd: consentEnd(connection.consentUntil, now),
      clockSkewMs: skew !== null && Math.abs(skew) > SKEW_TOLD_MS ? Math.round(skew) : null,
      waiting: inbox.get(shopId)?.waiting ?? 0,
      unreadable: inbox.get(shopId)?.unreadable ?? 0,
      hours: (hours.get(shopId) ?? [])
        .map(({ hour, rounds, failures }) => ({ hour: hour * HOUR, rounds, failures }))
        .sort((a, b) => a.hour - b.hour),
      comparison: own.find(({ stream }) => stream === 'comparison')?.outcome ?? null,
      connectedAt: connection.connectedAt,
    }
  })
}

const stateOf = ({ endedAt, broken, pausedAt }: StoredConnection): ShopConnection['state'] =>
  endedAt !== null ? 'ended' : broken !== null ? 'broken' : pausedAt !== null ? 'paused' : 'connected'

function troubleOf(
  { broken, brokenAt, endedAt }: StoredConnection,
  streams: readonly StoredStream[],
  stumble: ReturnType<Engine['stumbleOf']>,
): ShopConnection['trouble'] {
  if (endedAt !== null) return null
  if (broken) return { kind: broken.kind, code: broken.code, message: broken.message, stream: null, at: brokenAt! }
  if (stumble) return { kind: stumble.kind, code: stumble.code, message: stumble.message, stream: null, at: stumble.at }
  const failing = STREAMS.flatMap((name) =>
    streams.filter(({ stream, trouble }) => stream === name && trouble !== null),
  )
  const [first] = failing
  if (!first?.trouble) return null
  const { kind, code, message } = first.trouble
  return { kind, code, message, stream: first.stream, at: first.troubleAt! }
}
