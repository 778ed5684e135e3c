import { z } from 'zod'
import type { AccountCode } from '../ledger/ledger.ts'
import type { Marketplace } from '../orders/order.ts'
import type { Meaning } from './meaning.ts'

/** What the owner may say that a name is. */
export const FeeChoice = z.enum([
  'commission',
  'service',
  'processing',
  'payment',
  'affiliate',
  'ads',
  'ads balance',
  'shipping',
  'return shipping',
  'tax withheld',
  'compensation',
  'refund',
  'seller voucher',
  'seller discount',
  'seller coins',
  'goods price',
  'subsidy',
])
export type FeeChoice = z.infer<typeof FeeChoice>

const CHOICES: Readonly<
  Record<Exclude<FeeChoice, 'goods price' | 'subsidy' | 'ads balance'>, readonly [Meaning, AccountCode]>
> = {
  commission: ['fee', '6101'],
  service: ['fee', '6102'],
  processing: ['fee', '6103'],
  payment: ['fee', '6110'],
  affiliate: ['affiliate', '6104'],
  ads: ['ads', '6106'],
  shipping: ['shipping', '6108'],
  'return shipping': ['return shipping', '6109'],
  'tax withheld': ['tax withheld', '1410'],
  compensation: ['compensation', '4901'],
  refund: ['refund', '4201'],
  'seller voucher': ['seller voucher', '4202'],
  'seller discount': ['seller discount', '4202'],
  'seller coins': ['seller coins', '4203'],
}

const SALES: Readonly<Record<Marketplace, AccountCode>> = { shopee: '4101', tiktok: '4102', other: '4105' }
const ADS_BALANCE: Readonly<Record<Marketplace, AccountCode>> = { shopee: '1401', tiktok: '1402', other: '1401' }

/** What an amount is and where it goes, once the owner chose. */
export function meantBy(choice: FeeChoice, channel: Marketplace): { meaning: Meaning; account: AccountCode } {
  if (choice === 'goods price' || choice === 'subsidy') return { meaning: choice, account: SALES[channel] }
  if (choice === 'ads balance') return { meaning: 'ads', account: ADS_BALANCE[channel] }
  const [meaning, account] = CHOICES[choice]
  return { meaning, account }
}
