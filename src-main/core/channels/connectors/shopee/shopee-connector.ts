import type { Connector, ShopAtChannel, ShopSession } from '../connector.ts'
import { sellableOf } from '../items.ts'
import { answerReturn, cancelRequest, returnNow } from './after-sales-calls.ts'
import { consentAddress, grant, readConsent, refresh } from './consent.ts'
import { itemCalls, items, itemsWhole } from './item-calls.ts'
import { setPrice, setStock } from './listing-calls.ts'
import { changedReturns, settlements, walletLines } from './money-calls.ts'
import { answerCancelRequest, cancelOrder, changedOrders, orders, placedOrders } from './order-calls.ts'
import { arrangeShipment, label, shipmentChoices, trackingNumber } from './parcel-calls.ts'
import { readItem } from './read-item.ts'
import { readSettlements, readWalletLine } from './read-money.ts'
import { readOrder } from './read-order.ts'
import { readReturn } from './read-return.ts'
import { shopInfo } from './shop-info.ts'
import { REQUESTS_PER_SECOND } from './unsure.ts'
import { atShop, LONGEST_WINDOW_MS } from './wire.ts'

function shopAt(session: ShopSession): ShopAtChannel {
  const shop = atShop(session)
  return {
    about: () => shopInfo(session),
    changedOrders: (window, cursor) => changedOrders(shop, window, cursor),
    placedOrders: (window, cursor) => placedOrders(shop, window, cursor),
    orders: (numbers) => orders(shop, numbers),
    async listings(cursor) {
      const page = await items(shop, null, cursor)
      return { ...page, items: page.items.flatMap((item) => sellableOf(readItem(item))) }
    },
    listingsOf: async (itemIds) => (await itemsWhole(shop, itemIds)).flatMap((item) => sellableOf(readItem(item))),
    ...itemCalls(shop),
    setStock: (itemId, models) => setStock(shop, itemId, models),
    setPrice: (itemId, models) => setPrice(shop, itemId, models),
    shipmentChoices: (parcel) => shipmentChoices(shop, parcel),
    arrangeShipment: (parcel, choice) => arrangeShipment(shop, parcel, choice),
    trackingNumber: (parcel) => trackingNumber(shop, parcel),
    label: (parcels) => label(shop, parcels),
    answerCancelRequest: (orderNumber, answer) => answerCancelRequest(shop, orderNumber, answer),
    cancelOrder: (orderNumber, reason, lines) => cancelOrder(shop, orderNumber, reason, lines),
    cancelRequest: (orderNumber) => cancelRequest(shop, orderNumber),
    returnNow: (number) => returnNow(shop, number),
    answerReturn: (number, answer) => answerReturn(shop, number, answer),
    changedReturns: (window, cursor) => changedReturns(shop, window, cursor),
    settlements: (window, cursor) => settlements(shop, window, cursor),
    walletLines: (window, cursor) => walletLines(shop, window, cursor),
  }
}

/** Shopee through its Open Platform v2, with the owner's own app. */
export const shopeeConnector: Connector = {
  channel: 'shopee',
  addresses: {
    api: 'https://partner.shopeemobile.com',
    tokens: 'https://partner.shopeemobile.com',
    consent: 'https://open.shopee.com/auth',
  },
  addressesAt: (origin) => ({ api: origin, tokens: origin, consent: `${origin}/auth` }),
  facts: {
    requestsPerSecond: REQUESTS_PER_SECOND,
    ordersAtOnce: 50,
    itemsAtOnce: 50,
    modelsAtOnce: 50,
    longestWindowMs: LONGEST_WINDOW_MS,
    consoleAddress: 'https://open.shopee.com/console',
    sellerCentreAddress: 'https://seller.shopee.co.id',
    needsServiceId: false,
    returnsAwaitAnswerIn: ['REQUESTED'],
    takesDisputes: false,
    sellerCancels: { to_arrange: ['out of stock', 'buyer asked'] },
    takesGoodsOffSale: true,
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
