import { channelWords } from '../../src-shared/app/parts.words.ts'
import type { Shop, StagedFile } from '../../src-shared/channels/channels.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { refused } from '../core/refused.ts'
import type { Client } from './shop.ts'

/** The shop a file goes to; one that is not there yet has a name to be made with. */
export interface ShopForFile {
  id: string
  newName: string | null
}

/**
 * The shop that was named, else the only one of the file's channel, else a first one.
 * @throws SHOP_NOT_CHOSEN when there are several and none was named: nobody can guess between them.
 */
export async function shopForFile(
  client: Client,
  { fileName, channel }: StagedFile,
  named: string | undefined,
): Promise<ShopForFile> {
  const shops = await client.channels.shops.list()
  const fitting = shops.filter((shop) => shop.channel === channel)
  if (named !== undefined) return known(shops.find(isCalled(named))) ?? { id: newId(), newName: named }
  if (fitting.length > 1)
    throw refused('SHOP_NOT_CHOSEN', { fileName, channel, shops: fitting.map(({ name }) => name) })
  return known(fitting[0]) ?? { id: newId(), newName: `${channelWords.id[channel]} (lewat berkas)` }
}

const known = (shop: Shop | undefined): ShopForFile | null => (shop ? { id: shop.id, newName: null } : null)

export const isCalled =
  (name: string) =>
  (shop: Shop): boolean =>
    shop.name.toLowerCase() === name.toLowerCase()
