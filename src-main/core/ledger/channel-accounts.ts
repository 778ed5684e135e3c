import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Channel, Marketplace } from '../../../src-shared/orders/order.ts'

interface ChannelAccounts {
  /** Sold, and not yet released by the channel. */
  receivable: AccountCode
  /** Released, and not yet withdrawn. */
  balance: AccountCode
  /** Before what the seller gives away. */
  sales: AccountCode
}

/** Where the money of each channel waits, and where its sales are booked; its fees: `channel-fee-account.ts`. */
const CHANNEL_ACCOUNTS: Readonly<Record<Marketplace, ChannelAccounts>> = {
  shopee: { receivable: '1201', balance: '1130', sales: '4101' },
  tiktok: { receivable: '1202', balance: '1131', sales: '4102' },
  other: { receivable: '1203', balance: '1132', sales: '4105' },
}

export const MARKETPLACES = Object.keys(CHANNEL_ACCOUNTS) as Marketplace[]

/** @throws for own sales: nobody keeps their money for the shop. */
export function channelAccounts(channel: Channel): ChannelAccounts {
  if (channel === 'own') throw new Error('own sales have no account at a channel')
  return CHANNEL_ACCOUNTS[channel]
}
