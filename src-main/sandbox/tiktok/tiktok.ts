import { os } from '@orpc/server'
import { z } from 'zod'
import { type Call, json } from '../frame/call.ts'
import {
  type Due,
  type Ground,
  type Marketplace,
  NotPossible,
  type OrderState,
  type Step,
  type World,
} from '../frame/world.ts'
import { agree, arriveBack, askReturn, openReturn, shipBack, takePart } from './after-sales.ts'
import { audited } from './auditing.ts'
import { type Book, type Market, nextId, type Order } from './book.ts'
import { conversationWith, say } from './chatting.ts'
import { consentAnswer, documentAnswer, pictureAnswer, tokenAnswer, totalOf } from './doors.ts'
import { answered, endpointNameOf, refused, requestId } from './gateway.ts'
import { agreed, expireAccessTokens, warnOfEnd, withdrawPermission } from './granting.ts'
import { openedBook } from './opening.ts'
import { hold } from './promoting.ts'
import { SaidNo } from './said-no.ts'
import {
  accept,
  answerCancellation,
  askToCancel,
  buy,
  callOff,
  cancelOrder,
  everySku,
  isCancellable,
  isOnSale,
  openCancellation,
  pay,
  recordCancellation,
} from './selling.ts'
import { adjust, midnight, payStatement, withdraw } from './settling.ts'
import { complete, deliver, lose, parcelsOf, pickUp, pickUpFails, refuse } from './shipping.ts'
import { webhookSign } from './signing.ts'

const DAY = 86_400

/** TikTok Shop as an app meets it: Open API of 202309 and later, for a shop in Indonesia ("Tokopedia & Shop"). */
export const tiktok: Marketplace = {
  name: 'tiktok',
  title: 'Sandbox Tokopedia & Shop',
  // 50 a second for each app, shop and API ("Rate limits", Partner Center, 2025-12)
  limit: { perSecond: 50, burst: 50 },
  pushRules: () => ({
    timeoutMs: 3_000,
    againAfterMs: [2 * 60_000, 30 * 60_000, 3 * 3_600_000, 12 * 3_600_000],
    accepts: (status) => status === 200,
  }),
  open(ground, saved) {
    const seconds = () => Math.floor(ground.time.now() / 1000)
    const isNew = saved === undefined
    const book = isNew ? openedBook(ground.seed, ground.goods, ground.url, seconds()) : (saved as Book)
    const market: Market = {
      book,
      ground,
      now: seconds,
      notify: (type, topic, data) => notify(market, type, topic, data),
    }
    if (isNew) ground.time.at((Math.floor(seconds() / DAY) + 1) * DAY * 1000, { kind: 'midnight', id: '' })
    return worldOf(market, ground)
  },
}

/** Signed, and sent to where the app has everything sent; topics that the shop has sent elsewhere go there as well. */
function notify({ book, ground, now }: Market, type: number, topic: string, data: Record<string, unknown>) {
  const addresses = new Set([book.pushUrl, book.webhooks[topic]?.address].filter((address) => address != null))
  for (const url of addresses) {
    const notice = { type, tts_notification_id: nextId(book, 'notice'), shop_id: book.shop.id, timestamp: now(), data }
    const body = JSON.stringify(notice)
    ground.pushes.send({ url, headers: { authorization: webhookSign(book.app.key, book.app.secret, body) }, body })
  }
}

function answerOf(market: Market, call: Call) {
  if (call.path.startsWith('/api/v2/token/')) return tokenAnswer(market, call)
  if (call.path === '/oauth/authorize' || call.path.startsWith('/open/authorize')) return consentAnswer(market, call)
  if (call.path.startsWith('/documents/')) return documentAnswer(market, call)
  if (call.path.startsWith('/images/')) return pictureAnswer(market, call)
  return answered(market, call)
}

/** What is due on the clock, by its kind. */
function happen(market: Market, { kind, id }: Due) {
  const { orders, packages, products, cancellations, returns } = market.book
  const order = orders[id]
  const parcel = packages[id]
  const asked = returns[id]
  if (kind === 'midnight') return midnight(market)
  if (kind === 'paid') return payStatement(market, id)
  if (kind === 'permissionEnds') return warnOfEnd(market, id)
  if (kind === 'audit') return products[id] && audited(market, products[id])
  if (kind === 'cancelDeadline') {
    const request = cancellations[id]
    if (request?.status === 'CANCELLATION_REQUEST_PENDING') answerCancellation(market, request, true)
    return
  }
  if (parcel) {
    if (kind === 'pickUp') pickUp(market, parcel)
    if (kind === 'pickUpFails') pickUpFails(market, parcel)
    if (kind === 'delivered') deliver(market, parcel)
    if (kind === 'refused') refuse(market, parcel)
    if (kind === 'lost') lose(market, parcel)
  }
  if (asked) {
    if (kind === 'returnShips') shipBack(market, asked)
    if (kind === 'returnArrives') arriveBack(market, asked)
    if (kind === 'takesPart') takePart(market, asked)
    if (kind === 'returnDeadline' && asked.deadline !== null && asked.deadline <= market.now())
      agree(market, asked, { by: 'SYSTEM' })
  }
  if (!order) return
  if (kind === 'pay') pay(market, order)
  if (kind === 'accept') accept(market, order)
  if (kind === 'askCancel') askToCancel(market, order)
  if (kind === 'complete') complete(market, order)
  if (kind === 'askReturn') askReturn(market, order)
  if (kind === 'unpaid' && order.status === 'UNPAID') end(market, order, 'system_cancel_unpaid_time_out')
  const isLate = order.status === 'AWAITING_SHIPMENT' || order.status === 'PARTIALLY_SHIPPING'
  if (kind === 'notShipped' && isLate) end(market, order, 'system_cancel_order_reason_shipping_timeout')
}

/** The platform ends an order. */
function end(market: Market, order: Order, reason: string) {
  const request = openCancellation(market, order)
  if (request) return answerCancellation(market, request, true)
  recordCancellation(market, order, {
    type: 'CANCEL',
    role: 'SYSTEM',
    status: 'CANCELLATION_REQUEST_COMPLETE',
    reason,
    deadline: null,
  })
  cancelOrder(market, order, 'SYSTEM', reason)
}

/** What each step does, and whether it can be done now. */
const STEP: Record<Step, (market: Market, order: Order) => boolean> = {
  pay: (market, order) => order.status === 'UNPAID' && done(() => pay(market, order)),
  askCancel: (market, order) => isCancellable(order) && done(() => askToCancel(market, order)),
  cancel: (market, order) => isCancellable(order) && done(() => end(market, order, 'platform_cancel')),
  pickUp: (market, order) => withParcels(market, order, 'PROCESSING', pickUp),
  failPickUp: (market, order) => withParcels(market, order, 'PROCESSING', pickUpFails),
  deliver: (market, order) => withParcels(market, order, 'FULFILLING', deliver),
  refuse: (market, order) => withParcels(market, order, 'FULFILLING', refuse),
  lose: (market, order) => withParcels(market, order, 'FULFILLING', lose),
  complete: (market, order) =>
    order.status === 'DELIVERED' && !openReturn(market, order) && done(() => complete(market, order)),
  askReturn: (market, order) =>
    order.status === 'DELIVERED' && !openReturn(market, order) && done(() => askReturn(market, order)),
  returnArrives: (market, order) => {
    const asked = openReturn(market, order)
    if (!asked || (asked.status !== 'AWAITING_BUYER_SHIP' && asked.status !== 'BUYER_SHIPPED_ITEM')) return false
    return done(() => arriveBack(market, asked))
  },
  adjust: (market, order) =>
    order.status === 'COMPLETED' && done(() => adjust(market, 'LOGISTICS_ADJUSTMENT', -3_000, order.id)),
}

const done = (act: () => unknown) => {
  act()
  return true
}

function withParcels(market: Market, order: Order, status: string, act: typeof pickUp): boolean {
  const ready = parcelsOf(market, order).filter((parcel) => parcel.status === status)
  for (const parcel of ready) act(market, parcel)
  return ready.length > 0
}

interface TiktokWorld extends World {
  market: Market
}

function worldOf(market: Market, ground: Ground): TiktokWorld {
  const { book } = market
  return {
    market,
    answer: (call) => answerOf(market, call),
    tooMany: (seconds) => {
      const answer = refused(market, new SaidNo(36009002))
      return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } }
    },
    broken: (status) =>
      json(
        { code: 36009003, data: null, message: new SaidNo(36009003).message, request_id: requestId(market) },
        status,
      ),
    bucketOf: endpointNameOf,
    happen: (due) => void happen(market, due),
    buy: (purchase) => buy(market, purchase)?.id ?? null,
    step(orderId, step) {
      const order = book.orders[orderId]
      if (!order) throw new NotPossible(`Pesanan ${orderId} tidak ada.`)
      if (!STEP[step](market, order))
        throw new NotPossible(
          `Pesanan ${orderId} berstatus ${order.status}; langkah ${step} belum atau tidak lagi mungkin.`,
        )
    },
    orders: () => Object.values(book.orders).map(stateOf),
    shelf: () =>
      everySku(market).map(({ product, sku }) => ({
        sku: sku.sellerSku,
        name: [product.title, ...sku.attributes.map(({ valueName }) => valueName)].join(', '),
        price: sku.price,
        stock: sku.available,
        reserved: sku.committed,
        isOnSale: isOnSale(product, sku),
      })),
    setShelf(code, { stock, price, isOnSale: wanted }) {
      const found = everySku(market).find(({ sku }) => sku.sellerSku === code)
      if (!found) throw new NotPossible(`SKU ${code} tidak ada.`)
      const { product, sku } = found
      if (stock !== undefined) sku.available = stock
      if (price !== undefined) sku.price = price
      if (wanted !== undefined) sku.isDeactivated = !wanted
      product.updatedAt = market.now()
    },
    expireTokens: () => expireAccessTokens(market),
    revoke: () => withdrawPermission(market),
    consent: () => ({ code: agreed(market), state: '' }),
    setPushUrl(url) {
      book.pushUrl = url
    },
    access: () => ({
      api: ground.url,
      tokens: ground.url,
      consent: `${ground.url}/open/authorize?service_id=${book.app.serviceId}`,
      appKey: book.app.key,
      appSecret: book.app.secret,
      serviceId: book.app.serviceId,
      shop: { id: book.shop.id, cipher: book.shop.cipher, name: book.shop.name, code: book.shop.code, region: 'ID' },
    }),
    saved: () => structuredClone(book),
    control: {
      redirect: os
        .route({
          method: 'PUT',
          path: '/tiktok/redirect',
          summary: 'Where the consent page leads back to; null shows the code to copy.',
        })
        .input(z.object({ url: z.url().nullable() }))
        .handler(({ input }) => {
          book.app.redirectUrl = input.url
        }),
      scopes: os
        .route({ method: 'PUT', path: '/tiktok/scopes', summary: 'What the app may ask for from the next consent on.' })
        .input(z.object({ scopes: z.array(z.string()) }))
        .handler(({ input }) => {
          book.app.scopes = input.scopes
        }),
      adjustment: os
        .route({
          method: 'POST',
          path: '/tiktok/adjustments',
          summary: 'Money that moves without an order, on the next statement.',
        })
        .input(z.object({ type: z.string().default('GMV_PAYMENT_FOR_ADS'), amount: z.number().int() }))
        .handler(({ input }) => adjust(market, input.type, input.amount, null)),
      withdraw: os
        .route({
          method: 'POST',
          path: '/tiktok/withdrawals',
          summary: 'The seller takes the whole balance to his bank.',
        })
        .handler(() => withdraw(market)),
      message: os
        .route({ method: 'POST', path: '/tiktok/messages', summary: 'The buyer of an order writes to the shop.' })
        .input(z.object({ orderId: z.string(), text: z.string().min(1).max(2_000) }))
        .handler(({ input }) => {
          const order = book.orders[input.orderId]
          if (!order) throw new NotPossible(`Pesanan ${input.orderId} tidak ada.`)
          const conversation = conversationWith(market, order.buyerId)
          say(market, conversation, 'BUYER', 'TEXT', JSON.stringify({ content: input.text }))
        }),
      callOff: os
        .route({
          method: 'POST',
          path: '/tiktok/orders/{orderId}/called-off',
          summary: 'The platform calls off pieces of an order that goes on.',
        })
        .input(z.object({ orderId: z.string(), sku: z.string(), pieces: z.number().int().min(1) }))
        .handler(({ input }) => {
          const order = book.orders[input.orderId]
          if (!order || !callOff(market, order, input.sku, input.pieces))
            throw new NotPossible(`Dari pesanan ${input.orderId} tidak bisa dibatalkan ${input.pieces} ${input.sku}.`)
        }),
      promotion: os
        .route({
          method: 'PUT',
          path: '/tiktok/promotion/{productId}',
          summary: 'A promotion holds stock and price of a product.',
        })
        .input(z.object({ productId: z.string(), isHeld: z.boolean() }))
        .handler(({ input }) => {
          if (!hold(market, input.productId, input.isHeld))
            throw new NotPossible(`Produk ${input.productId} tidak ada.`)
        }),
    },
  }
}

const stateOf = (order: Order): OrderState => ({
  id: order.id,
  status: order.status,
  total: totalOf(order),
  createdAt: order.createdAt * 1000,
  changedAt: order.updatedAt * 1000,
  lines: [...new Set(order.lines.map((line) => line.sellerSku))].map((sku) => ({
    sku,
    quantity: order.lines.filter((line) => line.sellerSku === sku).length,
  })),
})
