import { z } from 'zod'
import type { GrantedShop, ShopSession } from '../connector.ts'
import { agreed, asked, Moment, readAs, Text } from './wire.ts'

const Info = z.looseObject({ shop_name: Text, status: Text, expire_time: Moment })

/** Its name, whether it may sell, and the end of the consent. The answer is flat. */
export async function shopInfo(session: ShopSession): Promise<GrantedShop & { isSelling: boolean }> {
  const call = { method: 'GET', path: 'shop/get_shop_info', isReading: true } as const
  const info = readAs(Info, agreed(await asked(session.app, session.line, session, call), true), call)
  return {
    account: session.shop.account,
    name: info.shop_name,
    accessKey: '',
    consentUntil: info.expire_time,
    isSelling: info.status === 'NORMAL',
  }
}
