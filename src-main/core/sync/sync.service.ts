import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { ConnectableChannel, ConnectedChannel } from '../../../src-shared/sync/sync.ts'
import type { Connector } from '../channels/connectors/connector.ts'
import type { Connectors } from '../channels/connectors/connectors.ts'
import type { Doors } from '../database/open.ts'
import type { Outside } from '../outside.ts'
import type { RoomNeeds } from '../room-needs.ts'
import type { Settle } from '../settling/settle.ts'
import { createConnecting } from './connecting.ts'
import { connectionOf, connections, endConnection, pauseConnection, type StoredConnection } from './connections.repository.ts'
import { connectionViews } from './connection-view.ts'
import { createEngine } from './engine.ts'
import { readAgain, unreadablePayloads } from './inbox.repository.ts'
import { makeDue, STREAMS } from './streams.repository.ts'

interface SyncNeeds extends RoomNeeds, Pick<Doors, 'tell'> {
  settle: Settle
  outside: Outside
  connectors: Connectors
  random: () => number
}

const SHOWN = 200

export const createSync = (needs: SyncNeeds) => {
  const { read, write, now, outside, connectors } = needs
  const engine = createEngine(needs)

  /** @throws CHANNEL_NOT_CONNECTABLE */
  const connectorOf = async (channel: ConnectedChannel): Promise<Connector> => {
    const load = connectors[channel]
    if (!load) throw new DomainError('CHANNEL_NOT_CONNECTABLE', { channel })
    return load()
  }
  const connecting = createConnecting({ read, write, secrets: outside.secrets, now, connectorOf, lineTo: engine.lineTo })

  /** @throws NOT_CONNECTED */
  const connected = async (shopId: string): Promise<StoredConnection> => {
    const connection = await connectionOf(read, shopId)
    if (!connection || connection.endedAt !== null) throw new DomainError('NOT_CONNECTED', { shopId })
    return connection
  }

  return {
    engine,

    async channels(): Promise<ConnectableChannel[]> {
      const loaded = await Promise.all(Object.values(connectors).map((load) => load()))
      return loaded.map(({ channel, facts: { consoleAddress, needsServiceId } }) => ({
        channel,
        consoleAddress,
        needsServiceId,
      }))
    },

    connections: () => connectionViews(read, now(), engine),

    begin: connecting.begin,
    isAnswered: connecting.isAnswered,
    async finish(attemptId: string, address: string | null, account: string | null) {
      const answer = await connecting.finish(attemptId, address, account)
      if (answer.is === 'connected') engine.begins(answer.shopId)
      return answer
    },

    async disconnect(shopId: string) {
      await connected(shopId)
      engine.holds(shopId)
      return write(['channels'], async (tx) => {
        await endConnection(tx, shopId, now())
        return { shopId }
      })
    },

    async pause(shopId: string, isPaused: boolean) {
      await connected(shopId)
      if (isPaused) engine.holds(shopId)
      const answer = await write(['channels'], async (tx) => {
        await pauseConnection(tx, shopId, isPaused ? now() : null)
        if (!isPaused) await makeDue(tx, shopId, STREAMS, now())
        return { shopId }
      })
      if (!isPaused) engine.begins(shopId)
      return answer
    },

    async now(shopId: string | null, alsoCompare: boolean) {
      const asked = shopId === null ? await connections(read) : [await connected(shopId)]
      const able = asked.filter(isAble).map((each) => each.shopId)
      const streams = STREAMS.filter((stream) => alsoCompare || stream !== 'comparison')
      const answer = await write(['channels'], async (tx) => {
        for (const id of able) await makeDue(tx, id, streams, now())
        return { shopIds: able }
      })
      for (const id of able) engine.begins(id)
      return answer
    },

    unreadable: (shopId: string) => unreadablePayloads(read, shopId, SHOWN),

    async readAgain(shopId: string) {
      await connected(shopId)
      const answer = await write(['channels'], async (tx) => {
        await readAgain(tx, shopId)
        return { shopId }
      })
      engine.begins(shopId)
      return answer
    },
  }
}
export type SyncService = ReturnType<typeof createSync>

const isAble = ({ sealedTokens, broken, pausedAt }: StoredConnection): boolean =>
  sealedTokens !== null && broken === null && pausedAt === null

