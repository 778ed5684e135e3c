import { channelWords } from '../../src-shared/app/parts.words.ts'
import type { Shop, StagedFile } from '../../src-shared/channels/channels.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { Channel } from '../../src-shared/orders/order.ts'
import { refused } from '../core/refused.ts'
import type { Client } from './shop.ts'

/** Where a file goes: a shop, one that is not there yet with a name to be made with; or an account. */
export type PlaceForFile = { shopId: string; newShop?: string } | { account: string }

/**
 * A shop's file: the shop that was named, else the only one of the file's channel, else a first one. A bank statement: the
 * account that was named, else the one that its number was taken into before.
 * @throws SHOP_NOT_CHOSEN when there are several and none was named, ACCOUNT_NOT_CHOSEN when none was: nobody can guess.
 */
export async function placeForFile(
  client: Client,
  { fileName, channel, suggestedAccount }: StagedFile,
  { shopName, wallet }: { shopName: string | undefined; wallet: string | undefined },
): Promise<PlaceForFile> {
  if (channel !== null) return shopForFile(client, { fileName, channel }, shopName)
  const account = wallet ?? suggestedAccount
  if (account !== null) return { account }
  const accounts = (await client.cash.wallets()).map(({ account, name }) => `${account} ${name}`)
  throw refused('ACCOUNT_NOT_CHOSEN', { fileName, accounts })
}

async function shopForFile(
  client: Client,
  { fileName, channel }: { fileName: string; channel: Channel },
  named: string | undefined,
): Promise<PlaceForFile> {
  const shops = await client.channels.shops.list()
  const fitting = shops.filter((shop) => shop.channel === channel)
  if (named !== undefined) return known(shops.find(isCalled(named))) ?? { shopId: newId(), newShop: named }
  if (fitting.length > 1)
    throw refused('SHOP_NOT_CHOSEN', { fileName, channel, shops: fitting.map(({ name }) => name) })
  return known(fitting[0]) ?? { shopId: newId(), newShop: `${channelWords.id[channel]} (lewat berkas)` }
}

const known = (shop: Shop | undefined): PlaceForFile | null => (shop ? { shopId: shop.id } : null)

export const isCalled =
  (name: string) =>
  (shop: Shop): boolean =>
    shop.name.toLowerCase() === name.toLowerCase()
