import type { Connector, ShopAtChannel } from '../channels/connectors/connector.ts'
import type { Line } from '../channels/connectors/line.ts'
import { ChannelTrouble } from '../channels/connectors/trouble.ts'
import type { Secrets } from '../outside.ts'
import type { TokenKeeper } from './access-tokens.ts'
import type { StoredConnection } from './connections.repository.ts'
import type { TokenBucket } from './token-bucket.ts'

/** One round with a shop at its channel: what every stream asks through. */
export interface Visit {
  connection: StoredConnection
  connector: Connector
  line: Line
  /**
   * Asks with a token that is good; a token that ended meanwhile is renewed once. One question may be many calls: each of them waits for
   * its turn, or a page of items would be more than the channel allows. @throws ChannelTrouble
   */
  ask<Answer>(question: (shop: ShopAtChannel) => Promise<Answer>): Promise<Answer>
}

interface VisitNeeds {
  connection: StoredConnection
  connector: Connector
  line: Line
  tokens: TokenKeeper
  bucket: TokenBucket
  secrets: Secrets
}

export async function visitOf({ connection, connector, line, tokens, bucket, secrets }: VisitNeeds): Promise<Visit> {
  const app = { ...connection, secret: await secrets.open(connection.sealedSecret) }
  const paced: Line = {
    ...line,
    async ask(call) {
      await bucket.take()
      return line.ask(call)
    },
  }
  const withToken = <Answer>(accessToken: string, question: (shop: ShopAtChannel) => Promise<Answer>) =>
    question(connector.shop({ app, shop: connection, accessToken, line: paced }))
  return {
    connection,
    connector,
    line,
    async ask(question) {
      const access = await tokens.access(connection, connector, line)
      try {
        return await withToken(access, question)
      } catch (problem) {
        if (!(problem instanceof ChannelTrouble)) throw problem
        // the answer told the channel's time, so now the signature carries it
        if (problem.trouble.kind === 'clock') return withToken(access, question)
        if (problem.trouble.kind !== 'token') throw problem
        return withToken(await tokens.renewed(connection.shopId, access, connector, line), question)
      }
    },
  }
}
