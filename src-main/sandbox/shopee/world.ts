import { os } from '@orpc/server'
import { z } from 'zod'
import { json } from '../frame/call.ts'
import { type Due, type Marketplace, NotPossible, type Step, type World } from '../frame/world.ts'
import { priceAsDiscounted } from './discounts.ts'
import { answerOf } from './gateway.ts'
import { totalOf } from './income.ts'
import { openedState } from './opened.ts'
import * as life from './order-life.ts'
import { keepLost, PUSH_RULES } from './push-calls.ts'
import { agree, askReturn, endReturn, refund, returnArrives, returnBecomes } from './return-life.ts'
import { type Order, type Package, type Shopee, type State, secondsNow } from './state.ts'
import { consent } from './tokens.ts'
import { CALLS, STATUS_OF_RATE_LIMIT } from './unsure.ts'
import { adjust, release, withdraw } from './wallet.ts'

const DAY = 86_400

/** Shopee Open Platform v2, as far as public material tells it. */
export const shopeeSandbox: Marketplace = {
  name: 'shopee',
  title: 'Sandbox Shopee',
  limit: CALLS,
  pushRules: (world) => ({ ...PUSH_RULES, lost: (lost) => keepLost((world() as ShopeeWorld).shopee, lost) }),
  open: (ground, saved) =>
    openWorld({ ground, state: (saved as State | undefined) ?? openedState(ground) }, saved !== undefined),
}

interface ShopeeWorld extends World {
  shopee: Shopee
}

function openWorld(shopee: Shopee, isSaved: boolean): ShopeeWorld {
  const { state, ground } = shopee
  if (!isSaved) life.due(shopee, untilPayday(shopee), 'withdraw', '')

  const orderOf = (sn: string): Order => {
    const order = state.orders.get(sn)
    if (!order) throw new NotPossible(`Pesanan ${sn} tidak ada.`)
    return order
  }
  const parcels = (order: Order, work: (parcel: Package) => void) => {
    for (const parcel of order.packages) work(parcel)
  }
  const openReturnOf = (order: Order) => {
    const found = [...state.returns.values()].find(
      ({ orderSn, status }) => orderSn === order.sn && status === 'PROCESSING',
    )
    if (!found) throw new NotPossible(`Tidak ada barang pesanan ${order.sn} yang sedang kembali.`)
    return found
  }

  const steps: Record<Step, (order: Order) => void> = {
    pay: (order) => life.pay(shopee, order),
    askCancel: (order) => life.askToCancel(shopee, order),
    cancel: (order) => life.cancel(shopee, order, 'buyer', 'Dibatalkan oleh pembeli'),
    pickUp: (order) => parcels(order, (parcel) => life.pickUp(shopee, order, parcel)),
    failPickUp: (order) => parcels(order, (parcel) => life.failPickUp(shopee, order, parcel)),
    deliver: (order) => parcels(order, (parcel) => life.deliver(shopee, order, parcel)),
    refuse: (order) => parcels(order, (parcel) => life.failDelivery(shopee, order, parcel, false)),
    lose: (order) => parcels(order, (parcel) => life.failDelivery(shopee, order, parcel, true)),
    complete(order) {
      life.complete(shopee, order)
      release(shopee, order)
    },
    askReturn: (order) => void askReturn(shopee, order),
    returnArrives: (order) => returnArrives(shopee, openReturnOf(order)),
    adjust(order) {
      if (order.releaseTime === 0) throw new NotPossible(`Dana pesanan ${order.sn} belum cair.`)
      adjust(shopee, order, -5000, 'Penyesuaian ongkos kirim')
    },
  }

  /** What was due may have become impossible meanwhile; then it does not happen. */
  function happen(event: Due) {
    try {
      inTime(event)
    } catch (problem) {
      if (!(problem instanceof NotPossible)) throw problem
    }
  }

  function inTime({ kind, id }: Due) {
    if (kind === 'withdraw') {
      withdraw(shopee)
      return life.due(shopee, 7 * DAY, 'withdraw', '')
    }
    if (kind === 'discountTurns') return priceAsDiscounted(shopee)
    const returned = state.returns.get(id)
    if (returned) {
      if (kind === 'returnUnanswered' && returned.status === 'REQUESTED') agree(shopee, returned)
      else if (kind === 'returnArrives') returnArrives(shopee, returned)
      else if (kind === 'returnChecked' && returned.status === 'PROCESSING') refund(shopee, returned)
      else if (kind === 'judging' && returned.status === 'SELLER_DISPUTE') returnBecomes(shopee, returned, 'JUDGING')
      else if (kind === 'judged' && returned.status === 'JUDGING') {
        if (ground.dice.chance(0.5)) endReturn(shopee, returned, 'CLOSED')
        else refund(shopee, returned)
      } else if (kind === 'offerTaken' && returned.status === 'REQUESTED' && returned.offer) {
        returned.refundAmount = returned.offer.amount
        returned.isRefundOnly = returned.offer.solution === 'REFUND'
        agree(shopee, returned)
      }
      return
    }
    const [sn = '', number] = id.split('/')
    const order = orderOf(sn)
    const parcel = order.packages.find((each) => each.number === number)
    if (kind === 'pay') life.pay(shopee, order)
    else if (kind === 'unpaid' && order.status === 'UNPAID')
      life.cancel(shopee, order, 'system', 'Batas waktu pembayaran habis')
    else if (kind === 'askCancel') life.askToCancel(shopee, order)
    else if (kind === 'cancelUnanswered' && order.status === 'IN_CANCEL') life.answerCancel(shopee, order, true)
    else if (kind === 'shipDeadline' && (order.status === 'READY_TO_SHIP' || order.status === 'RETRY_SHIP'))
      life.cancel(shopee, order, 'system', 'Melewati batas kirim')
    else if (kind === 'pickUp' && parcel) life.pickUp(shopee, order, parcel)
    else if (kind === 'failPickUp' && parcel) life.failPickUp(shopee, order, parcel)
    else if (kind === 'deliver' && parcel) life.deliver(shopee, order, parcel)
    else if (kind === 'refuse' && parcel) life.failDelivery(shopee, order, parcel, false)
    else if (kind === 'lose' && parcel) life.failDelivery(shopee, order, parcel, true)
    else if (kind === 'askReturn') askReturn(shopee, order)
    else if (kind === 'complete' && order.status === 'TO_CONFIRM_RECEIVE') life.complete(shopee, order)
    else if (kind === 'release') release(shopee, order)
  }

  const variants = () => [...state.items.values()].flatMap((item) => item.models.map((model) => ({ item, model })))

  return {
    shopee,
    answer: (call) => answerOf(shopee, call),
    tooMany: (seconds) => ({
      ...json(
        {
          request_id: '',
          error: 'error_rate_limit',
          message: 'Your request has reached the rate limit, please try again later.',
        },
        STATUS_OF_RATE_LIMIT,
      ),
      headers: { 'content-type': 'application/json', 'retry-after': String(seconds) },
    }),
    broken: (status) =>
      json({ request_id: '', error: 'error_server', message: 'Something wrong. Please try later.' }, status),
    bucketOf: (call) => (call.path.startsWith('/api/') ? (call.query.get('shop_id') ?? 'app') : null),
    happen,
    buy: (purchase) => life.placeOrder(shopee, purchase)?.sn ?? null,
    step: (sn, step) => steps[step](orderOf(sn)),
    orders: () =>
      [...state.orders.values()].map((order) => ({
        id: order.sn,
        status: order.status,
        total: totalOf(order),
        createdAt: order.createTime * 1000,
        changedAt: order.updateTime * 1000,
        lines: order.lines.map(({ modelSku, itemSku, quantity }) => ({ sku: modelSku || itemSku, quantity })),
      })),
    shelf() {
      const reserved = reservedBySku(state)
      return variants().map(({ item, model }) => ({
        sku: model.sku,
        name: item.name,
        price: model.price,
        stock: model.stock,
        reserved: reserved.get(model.sku) ?? 0,
        isOnSale: item.status === 'NORMAL',
      }))
    },
    setShelf(sku, change) {
      const found = variants().find(({ model }) => model.sku === sku)
      if (!found) throw new NotPossible(`SKU ${sku} tidak dijual di sini.`)
      const { item, model } = found
      model.stock = change.stock ?? model.stock
      if (change.price !== undefined) model.originalPrice = model.price = change.price
      if (change.isOnSale !== undefined) item.status = change.isOnSale ? 'NORMAL' : 'UNLIST'
      item.updateTime = secondsNow(shopee)
    },
    expireTokens() {
      for (const token of state.accessTokens) token.until = 0
    },
    revoke() {
      state.shop.isLinked = false
      state.accessTokens = []
      state.refreshTokens = []
    },
    consent: () => consent(shopee, 365),
    setPushUrl(url) {
      state.push.url = url
    },
    access: () => ({
      channel: 'shopee',
      authUrl: `${ground.url}/auth`,
      apiUrl: `${ground.url}/api/v2`,
      partnerId: state.app.partnerId,
      partnerKey: state.app.partnerKey,
      shop: { shopId: state.shop.shopId, name: state.shop.name, region: 'ID', isLinked: state.shop.isLinked },
    }),
    saved: () => structuredClone(state),
    control: control(shopee),
  }
}

/** Pieces in orders that are neither shipped nor cancelled. */
function reservedBySku(state: State): Map<string, number> {
  const reserved = new Map<string, number>()
  for (const order of state.orders.values())
    if (['UNPAID', 'READY_TO_SHIP', 'PROCESSED', 'RETRY_SHIP', 'IN_CANCEL'].includes(order.status))
      for (const { modelSku, itemSku, quantity, cancelled } of order.lines) {
        const sku = modelSku || itemSku
        reserved.set(sku, (reserved.get(sku) ?? 0) + quantity - cancelled)
      }
  return reserved
}

/** Mondays at ten, WIB. */
function untilPayday(shopee: Shopee): number {
  const now = secondsNow(shopee)
  const [week, firstMonday] = [7 * DAY, 4 * DAY + 3 * 3600]
  return firstMonday + Math.ceil((now - firstMonday) / week) * week - now || week
}

/** What only this marketplace has. */
const control = (shopee: Shopee) => ({
  promotion: os
    .route({
      method: 'PUT',
      path: '/shopee/promotion/{sku}',
      summary: 'Sets pieces of a variant aside for a promotion, whose price is then locked; 0 ends it.',
    })
    .input(z.object({ sku: z.string(), reserved: z.number().int().nonnegative() }))
    .handler(({ input }) => {
      for (const item of shopee.state.items.values())
        for (const model of item.models)
          if (model.sku === input.sku) {
            model.reserved = input.reserved
            model.isInPromotion = input.reserved > 0
          }
    }),
  dailyLimit: os
    .route({
      method: 'PUT',
      path: '/shopee/daily-limit',
      summary: 'Uses the daily quota up: every shop call is refused until midnight of UTC+8.',
    })
    .input(z.object({ isUsedUp: z.boolean() }))
    .handler(({ input }) => {
      const now = secondsNow(shopee)
      shopee.state.dailyLimitUntil = input.isUsedUp ? Math.ceil((now + 8 * 3600) / DAY) * DAY - 8 * 3600 : 0
    }),
  withdraw: os
    .route({
      method: 'POST',
      path: '/shopee/withdraw',
      summary: 'Moves the whole balance to the bank now; by itself it moves on Mondays at ten, WIB.',
    })
    .handler(() => withdraw(shopee)),
})
