import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import type {
  AppAtChannel,
  Connector,
  ListingAtChannel,
  Page,
  Payload,
  ShopAtChannel,
  ShopSession,
  Tokens,
} from '../../../../src-main/core/channels/connectors/connector.ts'
import type { WantedItem } from '../../../../src-main/core/channels/connectors/items.ts'
import {
  type Answer,
  type Line,
  type Question,
  retryAfterMs,
} from '../../../../src-main/core/channels/connectors/line.ts'
import { ChannelTrouble, type Trouble } from '../../../../src-main/core/channels/connectors/trouble.ts'
import { businessDay } from '../../../../src-shared/kernel/business-day.ts'
import { ItemAttribute, ItemBrand } from '../../../../src-shared/listings/item.ts'
import type { ChannelState } from '../../../../src-shared/orders/order.ts'

/*
 * How a further channel starts: copy this file, follow the compiler, let `conformance.ts` say what is still wrong. Three parts: the
 * wire (signature, envelope, which trouble each code is), the calls, and the readers, which see nothing but a payload.
 */

// ── The wire ──

const Envelope = z.object({ error: z.object({ code: z.string(), message: z.string() }).nullable(), data: z.unknown() })

/** What each code of the channel means for whoever asked. A code that is not here is a plain no. */
const TROUBLES: Record<string, Trouble['kind']> = {
  TOKEN_EXPIRED: 'token',
  NOT_AUTHORISED: 'consent',
  BAD_REFRESH: 'consent',
  BAD_CODE: 'consent',
  BAD_SIGNATURE: 'setup',
  NO_SUCH_PATH: 'setup',
  BAD_TIME: 'clock',
  TOO_MANY: 'rate',
}
const CODES: Record<string, string> = { ARRANGED_BEFORE: 'ALREADY_ARRANGED' }

interface Call {
  method: 'GET' | 'POST'
  path: string
  query?: Record<string, string>
  body?: unknown
  isReading: boolean
}

async function called(app: AppAtChannel, token: string, line: Line, call: Call): Promise<Answer> {
  const query = new URLSearchParams(call.query).toString()
  const target = query === '' ? call.path : `${call.path}?${query}`
  const body = call.body === undefined ? '' : JSON.stringify(call.body)
  const time = String(line.now())
  const sign = createHmac('sha256', app.secret).update(`${call.method}\n${target}\n${time}\n${body}`).digest('hex')
  const question: Question = {
    method: call.method,
    url: `${app.addresses.api}${target}`,
    headers: { 'x-app': app.appId, 'x-time': time, 'x-sign': sign, 'x-token': token },
    isReading: call.isReading,
    ...(body === '' ? {} : { body }),
  }
  const answer = await line.ask(question)
  if (answer.status >= 500)
    throw new ChannelTrouble({
      kind: call.isReading ? 'transient' : 'unknown result',
      code: `HTTP_${answer.status}`,
      message: 'the channel is ill',
      retryAfterMs: retryAfterMs(answer.headers, answer.at),
    })
  return answer
}

/** The data of an answer. @throws ChannelTrouble by what its code means. */
function dataOf(answer: Answer): unknown {
  const { error, data } = Envelope.parse(answer.json())
  if (!error) return data
  const kind = TROUBLES[error.code] ?? 'permanent'
  throw new ChannelTrouble({
    kind,
    code: CODES[error.code] ?? error.code,
    message: error.message,
    retryAfterMs: kind === 'rate' ? retryAfterMs(answer.headers, answer.at) : null,
    channelTime: answer.at,
  })
}

// ── What it writes ──

const OrderLine = z.object({
  line: z.string(),
  item: z.string(),
  model: z.string(),
  name: z.string(),
  option: z.string(),
  code: z.string(),
  list_price: z.number().int(),
  price: z.number().int(),
  pieces: z.number().int(),
})
const Order = z.object({
  number: z.string(),
  status: z.string(),
  placed: z.number(),
  changed: z.number(),
  paid: z.number().nullable(),
  sent: z.number().nullable(),
  arrived: z.number().nullable(),
  done: z.number().nullable(),
  cancelled: z.number().nullable(),
  ship_by: z.number().nullable(),
  buyer: z.string(),
  lines: z.array(OrderLine),
  shipping: z.number().int(),
  courier: z.string(),
  waybill: z.string(),
})
const Model = z.object({
  item: z.string(),
  model: z.string(),
  name: z.string(),
  option: z.string(),
  code: z.string(),
  stock: z.number().int(),
  reserved: z.number().int(),
  price: z.number().int(),
})
const Shop = z.object({ account: z.string(), name: z.string(), sells: z.boolean(), until: z.number() })
const Pair = z.object({ access: z.string(), refresh: z.string(), access_ms: z.number(), refresh_ms: z.number() })
const Refused = z.object({ refused: z.array(z.object({ model: z.string(), code: z.string(), message: z.string() })) })
const Return = z.object({
  number: z.string(),
  order: z.string(),
  status: z.string(),
  changed: z.number(),
  refund: z.number().int(),
  waybill: z.string(),
})
const Release = z.object({
  id: z.string(),
  order: z.string(),
  at: z.number(),
  lines: z.array(z.object({ name: z.string(), amount: z.number().int() })),
})
const Movement = z.object({
  id: z.string(),
  at: z.number(),
  type: z.string(),
  amount: z.number().int(),
  balance: z.number().int(),
})

/** Every status onto one state; one that is not here is `unknown` and keeps its word. */
const STATES: Record<string, ChannelState> = {
  NEW: 'unpaid',
  PAID: 'to_arrange',
  ARRANGED: 'arranged',
  SENT: 'in_transit',
  ARRIVED: 'delivered',
  DONE: 'completed',
  CANCEL_ASKED: 'cancel_requested',
  CANCELLED: 'cancelled',
}

const payload = (key: string, told: unknown, answer: Answer): Payload => ({
  key,
  body: JSON.stringify(told),
  saidAt: answer.at,
})

const listing = ({
  item,
  model,
  name,
  option,
  code,
  stock,
  reserved,
  price,
}: z.infer<typeof Model>): ListingAtChannel => ({
  itemId: item,
  modelId: model,
  productName: name,
  variationName: option,
  sku: code,
  parentSku: '',
  state: 'live',
  stock,
  reserved,
  price,
  lockedBy: '',
})

const pairOf = (answer: Answer): Tokens => {
  const { access, refresh, access_ms, refresh_ms } = Pair.parse(dataOf(answer))
  return { access, refresh, accessUntil: answer.at + access_ms, refreshUntil: answer.at + refresh_ms }
}

const traded = (app: AppAtChannel, line: Line, body: object) =>
  called(app, '', line, { method: 'POST', path: '/tokens', body, isReading: false }).then(pairOf)

const Written = z.object({
  text: z.object({
    item: z.string(),
    mark: z.string(),
    title: z.string(),
    description: z.string(),
    category: z.string(),
    photos: z.array(z.string()),
    brand: ItemBrand,
    optionPhotos: z.array(z.object({ tier: z.number(), option: z.string(), id: z.string() })),
    facts: z.array(ItemAttribute),
    grams: z.number(),
    kinds: z.array(z.string()),
    isListed: z.boolean(),
  }),
  models: z.array(Model),
})
const writtenBy = (wanted: WantedItem) => ({
  mark: wanted.mark,
  title: wanted.title,
  description: wanted.description,
  category: wanted.categoryId,
  photos: wanted.photoIds,
  brand: wanted.brand,
  optionPhotos: wanted.optionPhotos?.of.map((each) => ({ ...each, tier: wanted.optionPhotos!.tier })) ?? null,
  facts: wanted.attributes,
  grams: wanted.weightGrams,
  kinds: wanted.tiers,
  isListed: wanted.isListed,
  models: wanted.models.map(({ options, sku, price, stock }) => ({
    option: options.join(','),
    code: sku,
    price,
    stock,
  })),
})

function shopAt({ app, accessToken, line }: ShopSession): ShopAtChannel {
  const get = (path: string, query: Record<string, string> = {}) =>
    called(app, accessToken, line, { method: 'GET', path, query, isReading: true })
  const post = async (path: string, body: object) =>
    dataOf(await called(app, accessToken, line, { method: 'POST', path, body, isReading: false }))
  const page = async <Item>(
    path: string,
    query: Record<string, string>,
    cursor: string | null,
    read: (item: unknown, answer: Answer) => Item,
  ): Promise<Page<Item>> => {
    const answer = await get(path, cursor === null ? query : { ...query, cursor })
    const { list, next } = z.object({ list: z.array(z.unknown()), next: z.string() }).parse(dataOf(answer))
    return { items: list.map((item) => read(item, answer)), next: next === '' ? null : next }
  }
  const times = ({ from, to }: { from: number; to: number }) => ({ from: String(from), to: String(to) })
  const Named = z.object({ number: z.string(), changed: z.number() })
  return {
    async about() {
      const { account, name, sells, until } = Shop.parse(dataOf(await get('/shop')))
      return { account, name, accessKey: '', consentUntil: until, isSelling: sells }
    },
    changedOrders: (window, cursor) =>
      page('/orders', { ...times(window), by: 'changed' }, cursor, (item) => {
        const { number, changed } = Named.parse(item)
        return { number, changedAt: changed, payload: null }
      }),
    placedOrders: (window, cursor) =>
      page('/orders', { ...times(window), by: 'placed' }, cursor, (item) => Named.parse(item).number),
    async orders(numbers) {
      const answer = await get('/orders/detail', { numbers: numbers.join(',') })
      const told = z.array(z.looseObject({ number: z.string() })).parse(dataOf(answer))
      return told.map((order) => payload(order.number, order, answer))
    },
    items: (window, cursor) =>
      page('/items/whole', window ? times(window) : {}, cursor, (item, answer) =>
        payload(Written.parse(item).text.item, item, answer),
      ),
    async itemsWhole(ids) {
      const answer = await get('/items/whole', { ids: ids.join(',') })
      const { list } = z.object({ list: z.array(Written) }).parse(dataOf(answer))
      return list.map((item) => payload(item.text.item, item, answer))
    },
    async categories() {
      const told = z.array(z.object({ id: z.string(), parent: z.string(), name: z.string(), leaf: z.boolean() }))
      return told
        .parse(dataOf(await get('/categories')))
        .map(({ parent, leaf, ...each }) => ({ ...each, parentId: parent, isLeaf: leaf, isInviteOnly: false }))
    },
    async attributes() {
      const Choice = z.object({ id: z.string(), name: z.string() })
      const told = z.array(Choice.extend({ must: z.boolean(), choices: z.array(Choice) }))
      return told
        .parse(dataOf(await get('/facts')))
        .map(({ must, ...each }) => ({ ...each, isMandatory: must, isFree: false, isMultiple: false }))
    },
    async brands(categoryId) {
      const brands = z.array(ItemBrand).parse(dataOf(await get('/brands', { category: categoryId })))
      return { items: brands, next: null, isMandatory: false }
    },
    async uploadPhoto({ bytes }) {
      const photo = createHash('sha256').update(bytes).digest('hex')
      await post('/photos', { photo })
      return photo
    },
    async findItem({ mark }) {
      return z.array(z.string()).parse(dataOf(await get('/items/find', { mark })))[0] ?? null
    },
    createItem: async (wanted) =>
      z.object({ item: z.string() }).parse(await post('/items/make', writtenBy(wanted))).item,
    async bringItem(item, wanted) {
      await post('/items/edit', { item, wanted: writtenBy(wanted) })
      return []
    },
    setListed: async (item, isListed) => void (await post('/items/listed', { item, isListed })),
    listings: (cursor) => page('/items', {}, cursor, (item) => listing(Model.parse(item))),
    listingsOf: async (ids) =>
      z
        .array(Model)
        .parse(dataOf(await get('/items/detail', { ids: ids.join(',') })))
        .map(listing),
    async setStock(item, models) {
      const said = models.map(({ modelId, pieces }) => ({ model: modelId, pieces }))
      const { refused } = Refused.parse(await post('/items/stock', { item, models: said }))
      return refused.map(({ model, ...why }) => ({ modelId: model, ...why }))
    },
    async setPrice(item, models) {
      const said = models.map(({ modelId, price }) => ({ model: modelId, price }))
      const { refused } = Refused.parse(await post('/items/price', { item, models: said }))
      return refused.map(({ model, ...why }) => ({ modelId: model, ...why }))
    },
    async shipmentChoices({ orderNumber }) {
      const Ways = z.object({
        pickup: z.array(
          z.object({
            id: z.string(),
            address: z.string(),
            slots: z.array(z.object({ id: z.string(), from: z.number() })),
          }),
        ),
      })
      const { pickup } = Ways.parse(dataOf(await get('/parcels/ways', { order: orderNumber })))
      return {
        pickup: pickup.map(({ id, address, slots }, index) => ({
          addressId: id,
          address,
          isUsual: index === 0,
          slots: slots.map((slot) => ({ ...slot, to: null })),
        })),
        dropOff: { isAllowed: false, branches: [] },
        ownCourier: { isAllowed: false, couriers: [] },
      }
    },
    arrangeShipment: async ({ orderNumber }, choice) =>
      void (await post('/parcels/arrange', { order: orderNumber, ...choice })),
    async trackingNumber({ orderNumber }) {
      const { waybill } = z
        .object({ waybill: z.string() })
        .parse(dataOf(await get('/parcels/waybill', { order: orderNumber })))
      return waybill === '' ? null : waybill
    },
    async label(parcels) {
      const answer = await get('/parcels/label', { orders: parcels.map(({ orderNumber }) => orderNumber).join(',') })
      if (answer.type === 'application/pdf') return { isReady: true, bytes: answer.bytes, type: 'pdf' }
      dataOf(answer)
      return { isReady: false }
    },
    answerCancelRequest: async (order, answer) =>
      void (await post('/cancellations/answer', { order, accept: answer === 'accept' })),
    cancelOrder: async (order, reason) => void (await post('/orders/cancel', { order, reason })),
    async cancelRequest(number) {
      const [order] = z.array(Order).parse(dataOf(await get('/orders/detail', { numbers: number })))
      return order?.status === 'CANCEL_ASKED' ? { reason: '', answerUntil: order.changed + 86_400_000 } : null
    },
    async returnNow(number) {
      const answer = await get('/returns/detail', { number })
      const told = dataOf(answer)
      return told === null ? null : payload(number, told, answer)
    },
    answerReturn: async (number, answer) =>
      void (await post('/returns/answer', { number, accept: answer.is === 'accept' })),
    changedReturns: (window, cursor) =>
      page('/returns', times(window), cursor, (item, answer) => payload(Return.parse(item).number, item, answer)),
    settlements: (window, cursor) =>
      page('/releases', times(window), cursor, (item, answer) => payload(Release.parse(item).id, item, answer)),
    walletLines: (window, cursor) =>
      page('/wallet', times(window), cursor, (item, answer) => payload(Movement.parse(item).id, item, answer)),
  }
}

const read = <Schema extends z.ZodType>(schema: Schema, { body }: Payload): z.output<Schema> =>
  schema.parse(JSON.parse(body))

const addressesAt = (origin: string) => ({ api: origin, tokens: origin, consent: `${origin}/consent` })

export const exampleConnector = (address = 'https://contoh.example'): Connector => ({
  channel: 'shopee',
  addresses: addressesAt(address),
  addressesAt,
  facts: {
    requestsPerSecond: 1_000,
    ordersAtOnce: 3,
    itemsAtOnce: 10,
    modelsAtOnce: 10,
    longestWindowMs: 15 * 86_400_000,
    consoleAddress: address,
    sellerCentreAddress: address,
    needsServiceId: false,
    returnsAwaitAnswerIn: ['ASKED'],
    takesDisputes: true,
    sellerCancels: { to_arrange: ['out of stock', 'buyer asked'] },
    takesGoodsOffSale: true,
  },

  consentAddress(app, { address, state }) {
    const page = new URL(app.addresses.consent)
    page.search = new URLSearchParams({ app: app.appId, back: address, state }).toString()
    return page.href
  },
  readConsent(address) {
    const query = address.includes('?') ? new URL(address).searchParams : new URLSearchParams({ code: address.trim() })
    const code = query.get('code') ?? ''
    if (code === '')
      throw new ChannelTrouble({ kind: 'consent', code: query.get('error') ?? 'NO_CODE', message: 'no code' })
    return { code, account: query.get('account') ?? '', state: query.get('state') ?? '' }
  },
  async grant(app, { code }, line) {
    const tokens = await traded(app, line, { code })
    const session = { app, shop: { account: '', accessKey: '' }, accessToken: tokens.access, line }
    const { isSelling: _, ...shop } = await shopAt(session).about()
    return { tokens, shops: [shop] }
  },
  refresh: (app, { refresh }, line) => traded(app, line, { refresh }),
  shop: shopAt,

  reads: {
    order(told) {
      const order = read(Order, told)
      return {
        channel: 'shopee',
        number: order.number,
        state: STATES[order.status] ?? 'unknown',
        rawStatus: order.status,
        atLeast: order.changed,
        atMost: told.saidAt,
        placedAt: order.placed,
        paidAt: order.paid,
        arrangedAt: null,
        shippedAt: order.sent,
        deliveredAt: order.arrived,
        completedAt: order.done,
        cancelledAt: order.cancelled,
        shipBy: order.ship_by,
        cancelReason: '',
        paymentMethod: '',
        isCod: false,
        shippingService: '',
        courier: order.courier,
        trackingNumber: order.waybill,
        isPickup: null,
        buyerNote: '',
        sellerNote: '',
        recipient: { username: order.buyer, name: '', phone: '', address: '', city: '', province: '' },
        lines: order.lines.map((line) => ({
          itemId: line.item,
          modelId: line.model,
          lineId: line.line,
          productName: line.name,
          variationName: line.option,
          sku: line.code,
          parentSku: '',
          listPrice: line.list_price,
          price: line.price,
          pieces: line.pieces,
          returnedPieces: 0,
          sellerDiscount: (line.list_price - line.price) * line.pieces,
          channelDiscount: 0,
          weightGrams: null,
        })),
        money: [{ name: 'Ongkos Kirim Dibayar oleh Pembeli', kind: 'shipping paid by buyer', amount: order.shipping }],
        buyerPayment: order.lines.reduce((sum, { price, pieces }) => sum + price * pieces, order.shipping),
      }
    },
    return(told) {
      const { number, order, status, refund, waybill, changed } = read(Return, told)
      return {
        number,
        orderNumber: order,
        waybill,
        status,
        solution: '',
        reason: '',
        goodsStatus: '',
        pieces: 1,
        bringsGoods: waybill !== '',
        refund,
        compensation: 0,
        askedAt: changed,
        appealUntil: null,
      }
    },
    settlements(told, zone) {
      const { order, at, lines } = read(Release, told)
      return [
        {
          kind: 'order',
          orderNumber: order,
          reference: '',
          releasedOn: businessDay(at, zone),
          released: lines.reduce((sum, { amount }) => sum + amount, 0),
          lines,
          description: '',
        },
      ]
    },
    item(told) {
      const { text, models } = read(Written, told)
      return {
        itemId: text.item,
        ownCode: text.mark,
        title: text.title,
        description: text.description,
        state: text.isListed ? 'live' : 'hidden',
        isUnderReview: false,
        refusedFor: '',
        categoryId: text.category,
        categoryPath: '',
        brand: text.brand,
        attributes: text.facts,
        optionPhotos: text.optionPhotos,
        photos: text.photos.map((id) => ({ id, address: `https://foto.example/${id}` })),
        weightGrams: text.grams,
        dimensions: null,
        tiers: text.kinds,
        models: models.map(({ model, option, code, stock, reserved, price }) => ({
          modelId: model,
          options: option === '' ? [] : option.split(','),
          sku: code,
          price,
          stock,
          reserved,
          isHidden: false,
          lockedBy: '',
        })),
      }
    },
    walletLine(told, zone) {
      const { id, at, type, amount, balance } = read(Movement, told)
      return {
        at,
        day: businessDay(at, zone),
        type,
        description: '',
        orderNumber: '',
        amount,
        balance,
        status: 'done',
        reference: id,
      }
    },
  },
})
