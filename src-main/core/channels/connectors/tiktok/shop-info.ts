import { z } from 'zod'
import type { GrantedShop } from '../connector.ts'
import { ChannelTrouble } from '../trouble.ts'
import { type Caller, called } from './wire.ts'

const Shops = z.object({ shops: z.array(z.object({ id: z.string(), name: z.string(), cipher: z.string() })).nullish() })

/** The shops a token is good for. */
export async function grantedShops(caller: Caller, consentUntil: number | null): Promise<GrantedShop[]> {
  const { data } = await called(caller, {
    method: 'GET',
    path: '/authorization/202309/shops',
    isReading: true,
    cipher: '',
  })
  return (Shops.parse(data).shops ?? []).map(({ id, name, cipher }) => ({
    account: id,
    name,
    accessKey: cipher,
    consentUntil,
  }))
}

const Active = z.object({ shops: z.array(z.object({ id: z.string() })).nullish() })

export async function aboutShop(caller: Caller, account: string): Promise<GrantedShop & { isSelling: boolean }> {
  const shop = (await grantedShops(caller, null)).find((each) => each.account === account)
  if (!shop)
    throw new ChannelTrouble({ kind: 'consent', code: 'SHOP_NOT_GRANTED', message: 'the consent is for other shops' })
  const { data } = await called(caller, { method: 'GET', path: '/seller/202309/shops', isReading: true, cipher: '' })
  return { ...shop, isSelling: (Active.parse(data).shops ?? []).some(({ id }) => id === account) }
}
