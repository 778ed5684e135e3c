import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Connector } from '../channels/connectors/connector.ts'
import type { Connectors } from '../channels/connectors/connectors.ts'
import { createLine, type Line } from '../channels/connectors/line.ts'
import type { Doors } from '../database/open.ts'
import type { Outside } from '../outside.ts'
import { createAccessTokens } from './access-tokens.ts'
import { connectionOf, type StoredConnection } from './connections.repository.ts'
import { createTokenBucket, type TokenBucket } from './token-bucket.ts'
import { type Visit, visitOf } from './visit.ts'

interface VisitsNeeds extends Pick<Doors, 'read' | 'write'> {
  outside: Pick<Outside, 'secrets' | 'transport' | 'scheduler'>
  connectors: Connectors
  now: () => Instant
}

/** Nobody may be asked for it now. */
export const isAway = ({ sealedTokens, broken, pausedAt }: StoredConnection) =>
  sealedTokens === null || broken !== null || pausedAt !== null

/** The ways to all shops. What a line learnt (the channel's clock) and what a limit has left outlives a visit. */
export function createVisits({ read, write, outside, connectors, now }: VisitsNeeds) {
  const { secrets, scheduler } = outside
  const tokens = createAccessTokens({ read, write, secrets, now })
  const lines = new Map<string, Line>()
  const buckets = new Map<string, TokenBucket>()

  const lineOf = (shopId: string): Line => {
    const known = lines.get(shopId) ?? createLine({ ...outside, now })
    lines.set(shopId, known)
    return known
  }
  const bucketOf = (shopId: string, { facts }: Connector): TokenBucket => {
    const known = buckets.get(shopId) ?? createTokenBucket(facts.requestsPerSecond, scheduler, () => performance.now())
    buckets.set(shopId, known)
    return known
  }

  return {
    /** For whatever is asked of a channel; null of a shop that nobody may ask for now. */
    async visit(shopId: string): Promise<Visit | null> {
      const connection = await connectionOf(read, shopId)
      const connector = connection && (await connectors[connection.channel]?.())
      if (!connection || !connector || isAway(connection)) return null
      const line = lineOf(shopId)
      return visitOf({ connection, connector, line, tokens, bucket: bucketOf(shopId, connector), secrets })
    },
    /** How far the channel's clock is ahead of this laptop's; null where nobody asked it yet. */
    skewMs: (shopId: string): number | null => lines.get(shopId)?.skewMs() ?? null,
    /** For a shop that was connected anew: its line, before there is a connection. */
    lineTo: (): Line => createLine({ ...outside, now }),
  }
}
