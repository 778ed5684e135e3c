import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { ConnectableChannel, ConnectedChannel } from '../../../src-shared/sync/sync.ts'
import type { Connector } from '../channels/connectors/connector.ts'
import type { Connectors } from '../channels/connectors/connectors.ts'
import type { Doors, Reader, Tx } from '../database/open.ts'
import type { Outside, ShopSecrets } from '../outside.ts'
import type { RoomNeeds } from '../room-needs.ts'
import type { Settle } from '../settling/settle.ts'
import { createConnecting } from './connecting.ts'
import { connectionViews } from './connection-view.ts'
import {
  connectionOf,
  connections,
  endConnection,
  pauseConnection,
  type StoredConnection,
} from './connections.repository.ts'
import { createEngine } from './engine.ts'
import { readAgain, unreadablePayloads } from './inbox.repository.ts'
import { sealSecretsAgain } from './seal-again.ts'
import { createStockOut } from './stock-out/stock-out.service.ts'
import { makeDue, STREAMS } from './streams.repository.ts'

interface SyncNeeds extends RoomNeeds, Pick<Doors, 'tell' | 'onCommitted'> {
  settle: Settle
  outside: Outside & { secrets: ShopSecrets }
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
  const connecting = createConnecting({
    read,
    write,
    secrets: outside.secrets,
    now,
    connectorOf,
    lineTo: engine.lineTo,
  })

  return {
    engine,
    connectorOf,
    stock: createStockOut({ read, write, now, engine }),

    async channels(): Promise<ConnectableChannel[]> {
      const loaded = await Promise.all(Object.values(connectors).map((load) => load()))
      return loaded.map(({ channel, facts: { consoleAddress, needsServiceId } }) => ({
        channel,
        consoleAddress,
        needsServiceId,
      }))
    },

    sealSecretsAgain: () => sealSecretsAgain({ read, write }, outside.secrets),

    connections: () => connectionViews(read, now(), engine),

    /** For whoever asks for something to be published: due with the act that asks, begun after it. */
    publishing: {
      due: (tx: Tx, shopId: string) => makeDue(tx, shopId, ['publishing', 'listings'], now()),
      begin: (shopId: string) => void engine.begins(shopId),
    },

    begin: connecting.begin,
    isAnswered: connecting.isAnswered,
    async finish(attemptId: string, address: string | null, account: string | null) {
      const answer = await connecting.finish(attemptId, address, account)
      if (answer.is === 'connected') void engine.begins(answer.shopId)
      return answer
    },

    async disconnect(shopId: string) {
      engine.holds(shopId)
      return write(['channels'], async (tx) => {
        await connected(tx, shopId)
        await endConnection(tx, shopId, now())
        return { shopId }
      })
    },

    async pause(shopId: string, isPaused: boolean) {
      if (isPaused) engine.holds(shopId)
      const answer = await write(['channels'], async (tx) => {
        await connected(tx, shopId)
        await pauseConnection(tx, shopId, isPaused ? now() : null)
        if (!isPaused) await makeDue(tx, shopId, STREAMS, now())
        return { shopId }
      })
      if (!isPaused) void engine.begins(shopId)
      return answer
    },

    async now(shopId: string | null, alsoCompare: boolean) {
      const streams = STREAMS.filter((stream) => alsoCompare || stream !== 'comparison')
      const answer = await write(['channels'], async (tx) => {
        const asked = shopId === null ? await connections(tx) : [await connected(tx, shopId)]
        const able = asked.filter(isAble)
        for (const each of able) await makeDue(tx, each.shopId, streams, now())
        return { shopIds: able.map((each) => each.shopId) }
      })
      for (const id of answer.shopIds) void engine.begins(id)
      return answer
    },

    unreadable: (shopId: string) => unreadablePayloads(read, shopId, SHOWN),

    async readAgain(shopId: string) {
      const answer = await write(['channels'], async (tx) => {
        await connected(tx, shopId)
        await readAgain(tx, shopId)
        return { shopId }
      })
      void engine.begins(shopId)
      return answer
    },
  }
}
export type SyncService = ReturnType<typeof createSync>

/** @throws NOT_CONNECTED */
async function connected(reader: Reader, shopId: string): Promise<StoredConnection> {
  const connection = await connectionOf(reader, shopId)
  if (!connection || connection.endedAt !== null) throw new DomainError('NOT_CONNECTED', { shopId })
  return connection
}

const isAble = ({ sealedTokens, broken, pausedAt }: StoredConnection): boolean =>
  sealedTokens !== null && broken === null && pausedAt === null
