import type { Connector, ShopAtChannel, ShopSession } from '../connector.ts'
import { sellableOf } from '../items.ts'
import { AWAITED, afterSalesCalls } from './after-sales-calls.ts'
import { consentAddress, grant, readConsent, refresh } from './consent.ts'
import { itemCalls } from './item-calls.ts'
import { listingCalls } from './listing-calls.ts'
import { moneyCalls } from './money-calls.ts'
import { orderCalls } from './order-calls.ts'
import { parcelCalls } from './parcel-calls.ts'
import { readItem } from './read-item.ts'
import { readSettlements, readWalletLine } from './read-money.ts'
import { readOrder } from './read-order.ts'
import { readReturn } from './read-return.ts'
import { shopCalls } from './shop-calls.ts'
import { aboutShop } from './shop-info.ts'
import { CALLS_PER_SECOND, WINDOW_MS } from './unsure.ts'

/**
 * Tokopedia & Shop: TikTok Shop's Open API of 202309 and later, where orders of Tokopedia stand since the merger. Source: Partner
 * Center's public pages, read 2026-11.
 */
export const tiktokConnector: Connector = {
  channel: 'tiktok',
  addresses: {
    api: 'https://open-api.tiktokglobalshop.com',
    tokens: 'https://auth.tiktok-shops.com',
    consent: 'https://services.tiktokshop.com/open/authorize',
  },
  addressesAt: (origin) => ({ api: origin, tokens: origin, consent: `${origin}/open/authorize` }),
  facts: {
    requestsPerSecond: CALLS_PER_SECOND,
    ordersAtOnce: 50,
    itemsAtOnce: 100,
    modelsAtOnce: 100,
    longestWindowMs: WINDOW_MS,
    consoleAddress: 'https://partner.tiktokshop.com',
    sellerCentreAddress: 'https://seller-id.tokopedia.com',
    needsServiceId: true,
    returnsAwaitAnswerIn: AWAITED,
    takesDisputes: true,
    sellerCancels: {
      unpaid: ['out of stock', 'wrong price', 'buyer asked'],
      to_arrange: ['out of stock', 'wrong price'],
    },
    takesGoodsOffSale: false,
  },
  reads: {
    order: readOrder,
    return: readReturn,
    settlements: readSettlements,
    walletLine: readWalletLine,
    item: readItem,
  },
  consentAddress,
  readConsent,
  grant,
  refresh,
  shop: shopAt,
}

function shopAt(session: ShopSession): ShopAtChannel {
  const calls = shopCalls(session)
  const items = itemCalls(calls)
  return {
    about: () => aboutShop(session, session.shop.account),
    ...orderCalls(calls),
    ...items,
    async listings(cursor) {
      const page = await items.items(null, cursor)
      return { ...page, items: page.items.flatMap((item) => sellableOf(readItem(item))) }
    },
    listingsOf: async (itemIds) => (await items.itemsWhole(itemIds)).flatMap((item) => sellableOf(readItem(item))),
    ...listingCalls(calls),
    ...parcelCalls(calls, session.line),
    ...moneyCalls(calls),
    ...afterSalesCalls(calls),
  }
}
