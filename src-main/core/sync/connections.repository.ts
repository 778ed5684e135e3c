import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { ConnectedChannel } from '../../../src-shared/sync/sync.ts'
import type { ChannelAddresses, GrantedShop } from '../channels/connectors/connector.ts'
import type { Trouble } from '../channels/connectors/trouble.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'

/** How a shop talks to its channel. What is sealed is opened only where it is used. */
export interface StoredConnection {
  shopId: string
  shopName: string
  channel: ConnectedChannel
  account: string
  accountName: string
  accessKey: string
  appId: string
  serviceId: string
  addresses: ChannelAddresses
  sealedSecret: string
  /** Null once disconnected. */
  sealedTokens: string | null
  accessUntil: Instant
  refreshUntil: Instant | null
  consentUntil: Instant | null
  refreshingSince: Instant | null
  /** Why only the owner can mend it; null while it works. */
  broken: Trouble | null
  brokenAt: Instant | null
  pausedAt: Instant | null
  connectedAt: Instant
  endedAt: Instant | null
}

const rows = (reader: Reader) =>
  reader
    .selectFrom('connection as c')
    .innerJoin('shop as s', 's.id', 'c.shop_id')
    .selectAll('c')
    .select(['s.name as shop_name', 's.channel'])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const asConnection = (row: Row): StoredConnection => ({
  shopId: row.shop_id,
  shopName: row.shop_name,
  channel: row.channel as ConnectedChannel,
  account: row.account,
  accountName: row.account_name,
  accessKey: row.access_key,
  appId: row.app_id,
  serviceId: row.service_id,
  addresses: JSON.parse(row.addresses) as ChannelAddresses,
  sealedSecret: row.sealed_secret,
  sealedTokens: row.sealed_tokens,
  accessUntil: row.access_until,
  refreshUntil: row.refresh_until,
  consentUntil: row.consent_until,
  refreshingSince: row.refreshing_since,
  broken: row.broken === null ? null : (JSON.parse(row.broken) as Trouble),
  brokenAt: row.broken_at,
  pausedAt: row.paused_at,
  connectedAt: row.connected_at,
  endedAt: row.ended_at,
})

/** By name; those that were disconnected too. */
export async function connections(reader: Reader): Promise<StoredConnection[]> {
  return (await rows(reader).where('s.archived_at', 'is', null).orderBy('s.created_at').execute()).map(asConnection)
}

export async function connectionOf(reader: Reader, shopId: string): Promise<StoredConnection | null> {
  const row = await rows(reader).where('c.shop_id', '=', shopId).executeTakeFirst()
  return row ? asConnection(row) : null
}

export interface ConnectionToSave
  extends Pick<StoredConnection, 'shopId' | 'appId' | 'serviceId' | 'addresses' | 'sealedSecret'> {
  shop: GrantedShop
  sealedTokens: string
  accessUntil: Instant
  refreshUntil: Instant | null
}

/** A connection made, or made again: what was read before stays read. */
export async function saveConnection(tx: Tx, made: ConnectionToSave, at: Instant): Promise<void> {
  const standing = {
    account: made.shop.account,
    account_name: made.shop.name,
    access_key: made.shop.accessKey,
    app_id: made.appId,
    service_id: made.serviceId,
    addresses: JSON.stringify(made.addresses),
    sealed_secret: made.sealedSecret,
    sealed_tokens: made.sealedTokens,
    access_until: made.accessUntil,
    refresh_until: made.refreshUntil,
    consent_until: made.shop.consentUntil,
    refreshing_since: null,
    broken: null,
    broken_at: null,
    paused_at: null,
    connected_at: at,
    ended_at: null,
    actor: actorNow().id,
  }
  await tx
    .insertInto('connection')
    .values({ shop_id: made.shopId, ...standing })
    .onConflict((conflict) => conflict.column('shop_id').doUpdateSet(standing))
    .execute()
  await tx.updateTable('shop').set({ external_id: made.shop.account }).where('id', '=', made.shopId).execute()
}

const change = (tx: Tx, shopId: string, set: Partial<Omit<Row, 'shop_id' | 'shop_name' | 'channel'>>) =>
  tx.updateTable('connection').set(set).where('shop_id', '=', shopId).execute()

export const noteRefreshing = (tx: Tx, shopId: string, since: Instant | null) =>
  change(tx, shopId, { refreshing_since: since })

export const storeTokens = (
  tx: Tx,
  shopId: string,
  tokens: Pick<StoredConnection, 'accessUntil' | 'refreshUntil'> & { sealedTokens: string },
) =>
  change(tx, shopId, {
    sealed_tokens: tokens.sealedTokens,
    access_until: tokens.accessUntil,
    refresh_until: tokens.refreshUntil,
    refreshing_since: null,
  })

/** The same secrets, sealed anew; where a channel gave others meanwhile those stay. */
export const storeSealedAgain = (
  tx: Tx,
  { shopId, sealedSecret, sealedTokens }: StoredConnection,
  again: { secret: string; tokens: string },
) =>
  tx
    .updateTable('connection')
    .set({ sealed_secret: again.secret, sealed_tokens: again.tokens })
    .where('shop_id', '=', shopId)
    .where('sealed_secret', '=', sealedSecret)
    .where('sealed_tokens', '=', sealedTokens)
    .execute()

export const breakConnection = (tx: Tx, shopId: string, trouble: Trouble, at: Instant) =>
  change(tx, shopId, { broken: JSON.stringify(trouble), broken_at: at, refreshing_since: null })

export const noteConsent = (tx: Tx, shopId: string, { name, consentUntil }: GrantedShop) =>
  change(tx, shopId, { account_name: name, consent_until: consentUntil })

export const pauseConnection = (tx: Tx, shopId: string, at: Instant | null) => change(tx, shopId, { paused_at: at })

/** Its tokens and key are forgotten; the shop, its orders and how far they were read stay. */
export const endConnection = (tx: Tx, shopId: string, at: Instant) =>
  change(tx, shopId, { sealed_tokens: null, sealed_secret: '', ended_at: at })
