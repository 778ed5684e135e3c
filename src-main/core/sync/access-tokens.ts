import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Connector, Tokens } from '../channels/connectors/connector.ts'
import type { Line } from '../channels/connectors/line.ts'
import { ChannelTrouble } from '../channels/connectors/trouble.ts'
import type { Doors } from '../database/open.ts'
import type { Secrets } from '../outside.ts'
import {
  breakConnection,
  connectionOf,
  noteRefreshing,
  type StoredConnection,
  storeTokens,
} from './connections.repository.ts'

/** Renewed before it ends, so that no page is cut off by it. */
const EARLY_MS = 5 * 60_000

interface TokensNeeds extends Pick<Doors, 'read' | 'write'> {
  secrets: Secrets
  now: () => Instant
}

/**
 * The access tokens of all shops. One refresh at a time for each shop, however many ask; the new pair is on the disk before anybody
 * uses it, because the old one may be dead the moment the channel answers.
 */
export function createAccessTokens({ read, write, secrets, now }: TokensNeeds) {
  const underWay = new Map<string, Promise<string>>()

  const opened = async ({ sealedTokens, shopId }: StoredConnection): Promise<Tokens> => {
    if (sealedTokens === null) throw new Error(`${shopId} is not connected`)
    return JSON.parse(await secrets.open(sealedTokens)) as Tokens
  }

  const refreshed = async (shopId: string, used: string, connector: Connector, line: Line): Promise<string> => {
    const connection = (await connectionOf(read, shopId))!
    const held = await opened(connection)
    // somebody else was faster
    if (held.access !== used) return held.access
    const secret = await secrets.open(connection.sealedSecret)
    // how a refresh whose answer was lost is known for one, also after a kill
    await write(['settings'], (tx) => noteRefreshing(tx, shopId, now()), 'step')
    let fresh: Tokens
    try {
      const app = { ...connection, secret }
      fresh = await connector.refresh(app, { account: connection.account, refresh: held.refresh }, line)
    } catch (problem) {
      if (!(problem instanceof ChannelTrouble)) throw problem
      const { trouble } = problem
      if (trouble.kind === 'consent')
        await write(['settings'], (tx) => breakConnection(tx, shopId, trouble, now()), 'step')
      else if (trouble.kind !== 'unknown result')
        await write(['settings'], (tx) => noteRefreshing(tx, shopId, null), 'step')
      throw problem
    }
    const sealedTokens = await secrets.seal(JSON.stringify(fresh))
    const { accessUntil, refreshUntil } = fresh
    await write(['settings'], (tx) => storeTokens(tx, shopId, { sealedTokens, accessUntil, refreshUntil }), 'step')
    return fresh.access
  }

  /** A fresh access token in place of `used`. @throws ChannelTrouble; of kind `consent` the connection is broken now. */
  const renewed = (shopId: string, used: string, connector: Connector, line: Line): Promise<string> => {
    const running = underWay.get(shopId)
    if (running) return running
    const renewing = refreshed(shopId, used, connector, line).finally(() => underWay.delete(shopId))
    underWay.set(shopId, renewing)
    return renewing
  }

  return {
    renewed,
    /** The access token to use now. */
    async access(connection: StoredConnection, connector: Connector, line: Line): Promise<string> {
      const { access, accessUntil } = await opened(connection)
      return accessUntil - EARLY_MS > line.now() ? access : renewed(connection.shopId, access, connector, line)
    },
  }
}
export type TokenKeeper = ReturnType<typeof createAccessTokens>
