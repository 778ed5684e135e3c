import type { Shop } from '../../../src-shared/channels/channels.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { Reader } from '../database/open.ts'
import { shops } from './shops.repository.ts'

/** The shop a file is meant for. @throws SHOP_NOT_FOUND; WRONG_CHANNEL when it sells at another channel than the file's. */
export async function requireShopFor(
  reader: Reader,
  shopId: string,
  channel: Channel,
  fileName: string,
): Promise<Shop> {
  const shop = (await shops(reader)).find(({ id }) => id === shopId)
  if (!shop) throw new DomainError('SHOP_NOT_FOUND', { shopId })
  if (shop.channel !== channel)
    throw new DomainError('WRONG_CHANNEL', { fileName, channel, shop: shop.name, shopChannel: shop.channel })
  return shop
}
