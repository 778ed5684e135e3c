import { randomBytes } from 'node:crypto'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { startOfDay } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { ShopToConnect } from '../../../src-shared/sync/sync.contract.ts'
import type { ConnectedChannel } from '../../../src-shared/sync/sync.ts'
import type { AppAtChannel, Connector, ConsentAnswer, Grant, GrantedShop } from '../channels/connectors/connector.ts'
import type { Line } from '../channels/connectors/line.ts'
import { ChannelTrouble } from '../channels/connectors/trouble.ts'
import { saveShop, shops } from '../channels/shops.repository.ts'
import type { Doors, Reader, Tx } from '../database/open.ts'
import type { Secrets } from '../outside.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { connectionOf, connections, saveConnection } from './connections.repository.ts'
import { listenForConsent } from './consent-listener.ts'
import { beginStreams } from './streams.repository.ts'

const WAITS_MS = 30 * 60_000
const DAY = 86_400_000
/** Older orders come in by files: a channel tells of a few months only, and whole years would take it hours. */
const FURTHEST_BACK_MS = 90 * DAY
const LEAST_BACK_MS = 15 * DAY

interface Attempt {
  asked: ShopToConnect
  app: AppAtChannel
  connector: Connector
  line: Line
  state: string
  begunAt: Instant
  /** The address the browser came back with by itself. */
  answered: string | null
  /** Traded for the code, which is good once, however many ask. */
  grant: Promise<Grant> | null
  stopListening: () => void
}

interface ConnectingNeeds extends Pick<Doors, 'read' | 'write'> {
  secrets: Secrets
  now: () => Instant
  connectorOf(channel: ConnectedChannel): Promise<Connector>
  lineTo: () => Line
}

/** From a key of the owner's app to a connected shop, with the browser in between. */
export function createConnecting({ read, write, secrets, now, connectorOf, lineTo }: ConnectingNeeds) {
  const attempts = new Map<string, Attempt>()

  const forgetOld = () => {
    for (const [id, attempt] of attempts)
      if (attempt.begunAt < now() - WAITS_MS) {
        attempt.stopListening()
        attempts.delete(id)
      }
  }

  /** @throws CONSENT_NOT_BEGUN */
  const attemptOf = (attemptId: string): Attempt => {
    forgetOld()
    const attempt = attempts.get(attemptId)
    if (!attempt) throw new DomainError('CONSENT_NOT_BEGUN', { attemptId })
    return attempt
  }

  /** @throws CONSENT_NOT_ANSWERED, CONSENT_OF_ANOTHER, CHANNEL_SAID_NO */
  const granted = (attempt: Attempt, address: string | null): Promise<Grant> => {
    const trading = attempt.grant ?? traded(attempt, address)
    attempt.grant = trading
    // what was turned down may be answered better
    trading.catch(() => {
      attempt.grant = null
    })
    return trading
  }

  const traded = async (attempt: Attempt, address: string | null): Promise<Grant> => {
    const said = address || attempt.answered
    if (!said) throw new DomainError('CONSENT_NOT_ANSWERED')
    const { connector, app, line, asked, state } = attempt
    return orSaidNo(asked.channel, async () => {
      const answer = connector.readConsent(said)
      requireOwnState(answer, state)
      return connector.grant(app, answer, line)
    })
  }

  return {
    async begin(asked: ShopToConnect): Promise<{ attemptId: string; consentAddress: string }> {
      forgetOld()
      const connector = await connectorOf(asked.channel)
      await requireShop(read, asked)
      const addresses =
        asked.sandbox === null ? connector.addresses : connector.addressesAt(new URL(asked.sandbox).origin)
      const app = { addresses, appId: asked.appId, secret: asked.secret, serviceId: asked.serviceId }
      const attemptId = newId(now())
      const state = randomBytes(16).toString('hex')
      const attempt: Attempt = {
        asked,
        app,
        connector,
        line: lineTo(),
        state,
        begunAt: now(),
        answered: null,
        grant: null,
        stopListening: () => {},
      }
      // only one page is open at a time, and it has the port
      for (const other of attempts.values()) other.stopListening()
      const listening = await listenForConsent((address) => {
        if (address.includes(state)) attempt.answered = address
      })
      attempt.stopListening = listening.stop
      attempts.set(attemptId, attempt)
      return { attemptId, consentAddress: connector.consentAddress(app, { address: listening.address, state }, now()) }
    },

    isAnswered: (attemptId: string) => ({ isAnswered: attempts.get(attemptId)?.answered != null }),

    async finish(attemptId: string, address: string | null, account: string | null) {
      const attempt = attemptOf(attemptId)
      const { tokens, shops: covered } = await granted(attempt, address)
      const shop = covered.length === 1 ? covered[0] : covered.find((each) => each.account === account)
      if (!shop)
        return {
          is: 'several shops' as const,
          shops: covered.map(({ account, name }) => ({ account, name })),
        }
      const { asked, app } = attempt
      const sealedSecret = await secrets.seal(app.secret)
      const sealedTokens = await secrets.seal(JSON.stringify(tokens))
      const answer = await write(['channels', 'settings'], async (tx) => {
        await requireShop(tx, asked)
        await requireSameAccount(tx, asked.shopId, shop)
        if (asked.newName !== null)
          await saveShop(tx, { id: asked.shopId, channel: asked.channel, name: asked.newName }, now())
        const { appId, serviceId, addresses } = app
        const { accessUntil, refreshUntil } = tokens
        const made = { shopId: asked.shopId, appId, serviceId, addresses, sealedSecret, shop }
        await saveConnection(tx, { ...made, sealedTokens, accessUntil, refreshUntil }, now())
        await beginStreams(tx, asked.shopId, await firstMoment(tx, now()), now())
        return { is: 'connected' as const, shopId: asked.shopId }
      })
      attempt.stopListening()
      return answer
    },
  }
}

async function orSaidNo<Answer>(channel: ConnectedChannel, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (problem) {
    if (!(problem instanceof ChannelTrouble)) throw problem
    const { kind, code, message } = problem.trouble
    throw new DomainError('CHANNEL_SAID_NO', { channel, trouble: { kind, code, message } })
  }
}

/** A bare code carries no state; an address carries ours, or it answers somebody else. */
function requireOwnState({ state }: ConsentAnswer, own: string): void {
  if (state !== '' && state !== own) throw new DomainError('CONSENT_OF_ANOTHER')
}

/** @throws SHOP_NOT_FOUND, SHOP_NAME_TAKEN */
async function requireShop(reader: Reader, { shopId, newName, channel }: ShopToConnect): Promise<void> {
  const known = await shops(reader)
  if (newName === null) {
    if (!known.some((shop) => shop.id === shopId && shop.channel === channel))
      throw new DomainError('SHOP_NOT_FOUND', { shopId })
    return
  }
  if (known.some((shop) => shop.id !== shopId && shop.name.toLowerCase() === newName.toLowerCase()))
    throw new DomainError('SHOP_NAME_TAKEN', { name: newName })
}

/** One account is one shop here, and stays it. @throws ACCOUNT_OF_ANOTHER_SHOP, SHOP_OF_ANOTHER_ACCOUNT */
async function requireSameAccount(tx: Tx, shopId: string, { account, name }: GrantedShop): Promise<void> {
  const before = await connectionOf(tx, shopId)
  if (before && before.account !== account)
    throw new DomainError('SHOP_OF_ANOTHER_ACCOUNT', {
      account: name,
      shop: before.shopName,
      known: before.accountName,
    })
  const other = (await connections(tx)).find((each) => each.shopId !== shopId && each.account === account)
  if (other) throw new DomainError('ACCOUNT_OF_ANOTHER_SHOP', { account: name, shop: other.shopName })
}

/** Orders since the books began, as far back as a channel tells; of a shop that begins today the last two weeks. */
async function firstMoment(tx: Tx, now: Instant): Promise<Instant> {
  const { startDay, zone } = await settingsOf(tx)
  return Math.max(now - FURTHEST_BACK_MS, Math.min(now - LEAST_BACK_MS, startOfDay(startDay, zone)))
}
