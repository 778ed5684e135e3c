import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/*
 * A marketplace as small as one can be and still be one: consent, tokens that die, signed calls, pages, stock, parcels, releases. Its
 * wire belongs to nobody; it shows what a connector has to do, and lets the sync engine meet every kind of bad line.
 */

export interface ExampleLine {
  line: string
  item: string
  model: string
  name: string
  option: string
  code: string
  list_price: number
  price: number
  pieces: number
}

export interface ExampleOrder {
  number: string
  status: string
  placed: number
  changed: number
  paid: number | null
  sent: number | null
  arrived: number | null
  done: number | null
  cancelled: number | null
  ship_by: number | null
  buyer: string
  lines: ExampleLine[]
  shipping: number
  courier: string
  waybill: string
}

/** What is written of an item; one that was never written anew has its name alone. */
export interface ExampleText {
  item: string
  mark: string
  title: string
  description: string
  category: string
  photos: string[]
  brand: { id: string; name: string }
  optionPhotos: { tier: number; option: string; id: string }[]
  facts: { id: string; name: string; values: { id: string; name: string }[] }[]
  grams: number
  kinds: string[]
  isListed: boolean
  changed: number
}

export interface ExampleModel {
  item: string
  model: string
  name: string
  option: string
  code: string
  stock: number
  reserved: number
  price: number
}

/** What the line does to a call: before it is done, or after. */
export type ExampleFault =
  | 'rate'
  | 'ill'
  | 'no answer'
  | 'expired token'
  | 'portal'
  /** Done, and half of the answer arrives. */
  | 'half answer'
  /** Done, and nothing arrives. */
  | 'lost answer'

interface Planned {
  path: RegExp
  fault: ExampleFault
  times: number
}

interface Reply {
  status?: number
  data?: unknown
  error?: { code: string; message: string }
  bytes?: Uint8Array
  headers?: Record<string, string>
}

const HOUR = 3_600_000
const ACCESS_MS = 4 * HOUR
const REFRESH_MS = 30 * 24 * HOUR
const PAGE = 3

export const EXAMPLE_APP = { appId: 'app-1', secret: 'kunci-contoh', serviceId: '' }

/** Opens it on a free port of this machine. `now` is its clock. */
export async function openExampleMarket({ now }: { now: () => number }) {
  const orders = new Map<string, ExampleOrder>()
  const models: ExampleModel[] = []
  const texts = new Map<string, ExampleText>()
  const photos: string[] = []
  const returns: { number: string; order: string; status: string; changed: number; refund: number; waybill: string }[] =
    []
  const releases: { id: string; order: string; at: number; lines: { name: string; amount: number }[] }[] = []
  const wallet: { id: string; at: number; type: string; amount: number; balance: number }[] = []
  const codes = new Set<string>()
  const tokens = { access: new Map<string, number>(), refresh: new Map<string, number>() }
  const planned: Planned[] = []
  const calls: { path: string; at: number }[] = []
  const market = {
    orders,
    models,
    texts,
    photos,
    returns,
    releases,
    wallet,
    calls,
    /** Whether it lets anybody in; the seller withdrew his consent when not. */
    consents: true,
    /** Told of every call before it is answered. */
    onCall: () => {},
    refreshes: 0,
    /** Pages in another order, with repeats: what a live list does while orders change. */
    shuffle: <Each>(list: Each[]): Each[] => list,
    fault(path: RegExp, fault: ExampleFault, times = 1) {
      planned.push({ path, fault, times })
    },
    heals() {
      planned.length = 0
    },
    killAccessTokens: () => tokens.access.clear(),
    address: '',
    close: async () => {},
  }

  const no = (code: string, message: string, status = 200): Reply => ({ status, error: { code, message } })
  const paged = <Each>(list: Each[], cursor: string | null, size = PAGE): Reply => {
    const from = Number(cursor ?? 0)
    return { data: { list: list.slice(from, from + size), next: from + size < list.length ? String(from + size) : '' } }
  }
  const within = (at: number, query: URLSearchParams) =>
    at >= Number(query.get('from')) && at <= Number(query.get('to'))

  const grant = (): Reply => {
    const pair = { access: randomUUID(), refresh: randomUUID() }
    tokens.access.set(pair.access, now() + ACCESS_MS)
    tokens.refresh.set(pair.refresh, now() + REFRESH_MS)
    return { data: { ...pair, access_ms: ACCESS_MS, refresh_ms: REFRESH_MS } }
  }

  const tokensFor = (body: { code?: string; refresh?: string }): Reply => {
    if (!market.consents) return no('NOT_AUTHORISED', 'the seller ended the authorisation')
    if (body.code !== undefined) return codes.delete(body.code) ? grant() : no('BAD_CODE', 'code used or unknown')
    market.refreshes++
    const until = tokens.refresh.get(body.refresh ?? '')
    if (until === undefined || until < now()) return no('BAD_REFRESH', 'refresh token used or unknown')
    tokens.refresh.delete(body.refresh!)
    return grant()
  }

  const orderOf = (number: string): ExampleOrder => {
    const order = orders.get(number)
    if (!order) throw no('NO_SUCH_ORDER', number)
    return order
  }
  const changed = (order: ExampleOrder, change: Partial<ExampleOrder>): Reply => {
    Object.assign(order, change, { changed: now() })
    return { data: {} }
  }

  const wholeItem = (item: string) => {
    const own = models.filter((each) => each.item === item)
    const bare: ExampleText = {
      item,
      mark: '',
      title: own[0]?.name ?? '',
      description: '',
      category: 'kemeja',
      photos: [],
      brand: { id: '', name: '' },
      optionPhotos: [],
      facts: [],
      grams: 250,
      kinds: own.some(({ option }) => option !== '')
        ? own[0]!.option.split(',').length > 1
          ? ['Warna', 'Ukuran']
          : ['Warna']
        : [],
      isListed: true,
      changed: 0,
    }
    return { text: texts.get(item) ?? bare, models: own }
  }
  type Wanted = Omit<ExampleText, 'item' | 'changed' | 'brand' | 'optionPhotos'> & {
    /** What is null stays as it is. */
    brand: ExampleText['brand'] | null
    optionPhotos: ExampleText['optionPhotos'] | null
    models: { option: string; code: string; price: number; stock: number }[]
  }
  const written = (item: string, { models: wanted, ...said }: Wanted): Reply => {
    const before = wholeItem(item).text
    const optionPhotos = [...(said.optionPhotos ?? [])]
    for (const each of before.optionPhotos)
      if (!optionPhotos.some(({ option }) => option === each.option)) optionPhotos.push(each)
    const order = wanted.map(({ option }) => option)
    optionPhotos.sort((a, b) => order.indexOf(a.option) - order.indexOf(b.option))
    const text = { ...said, brand: said.brand ?? before.brand, optionPhotos }
    if (text.category !== 'kemeja') return no('BAD_CATEGORY', text.category)
    if (text.photos.some((each) => !photos.includes(each))) return no('NO_SUCH_PHOTO', text.photos.join())
    texts.set(item, { ...text, item, changed: now() })
    for (const { option, code, price, stock } of wanted) {
      const known = models.find((each) => each.item === item && each.option === option)
      if (known) Object.assign(known, { code, price, name: text.title })
      else
        models.push({
          item,
          model: String(9_100_000 + models.length),
          name: text.title,
          option,
          code,
          price,
          stock,
          reserved: 0,
        })
    }
    return { data: { item } }
  }

  const write: Record<string, (body: Record<string, unknown>) => Reply> = {
    '/items/make': (body) => written(String(2_600_000_000 + texts.size), body as unknown as Wanted),
    '/items/edit': (body) => written(String(body.item), body.wanted as Wanted),
    '/items/listed': (body) => {
      const { text } = wholeItem(String(body.item))
      texts.set(text.item, { ...text, isListed: body.isListed === true, changed: now() })
      return { data: {} }
    },
    '/photos': (body) => {
      photos.push(String(body.photo))
      return { data: {} }
    },
    '/items/stock': (body) => {
      const refused: { model: string; code: string; message: string }[] = []
      for (const { model, pieces } of body.models as { model: string; pieces: number }[]) {
        const known = models.find((each) => each.item === body.item && each.model === model)
        if (!known) refused.push({ model, code: 'NO_SUCH_MODEL', message: model })
        else if (pieces < known.reserved)
          refused.push({ model, code: 'BELOW_RESERVED', message: String(known.reserved) })
        else known.stock = pieces
      }
      return { data: { refused } }
    },
    '/items/price': (body) => {
      for (const { model, price } of body.models as { model: string; price: number }[]) {
        const known = models.find((each) => each.item === body.item && each.model === model)
        if (known) known.price = price
      }
      return { data: { refused: [] } }
    },
    '/parcels/arrange': (body) => {
      const order = orderOf(String(body.order))
      if (order.status === 'ARRANGED') return no('ARRANGED_BEFORE', order.number)
      if (order.status !== 'PAID') return no('NOT_TO_SHIP', order.status)
      return changed(order, { status: 'ARRANGED', waybill: `PC${order.number}`, courier: 'Kurir Contoh' })
    },
    '/cancellations/answer': (body) => {
      const order = orderOf(String(body.order))
      if (order.status !== 'CANCEL_ASKED') return no('NOT_ASKED', order.status)
      return body.accept
        ? changed(order, { status: 'CANCELLED', cancelled: now() })
        : changed(order, { status: 'PAID' })
    },
    '/returns/answer': (body) => {
      const it = returns.find(({ number }) => number === body.number)
      if (it?.status !== 'ASKED') return no('NOT_ASKED', String(body.number))
      Object.assign(it, { status: body.accept ? 'AGREED' : 'DISPUTED', changed: now() })
      return { data: {} }
    },
    '/orders/cancel': (body) => changed(orderOf(String(body.order)), { status: 'CANCELLED', cancelled: now() }),
  }

  const read: Record<string, (query: URLSearchParams) => Reply> = {
    '/shop': () => ({
      data: { account: '600000', name: 'Toko Contoh', sells: true, until: now() + 365 * 24 * HOUR },
    }),
    '/orders': (query) => {
      const by = query.get('by') === 'placed' ? 'placed' : 'changed'
      const list = [...orders.values()].filter((order) => within(order[by], query)).sort((a, b) => a[by] - b[by])
      return paged(market.shuffle(list.map(({ number, changed }) => ({ number, changed }))), query.get('cursor'))
    },
    '/orders/detail': (query) => ({
      data: (query.get('numbers') ?? '').split(',').flatMap((number) => orders.get(number) ?? []),
    }),
    '/items/whole': (query) => {
      const ids = query.get('ids')?.split(',') ?? [...new Set([...models.map(({ item }) => item), ...texts.keys()])]
      const whole = ids.map(wholeItem).filter(({ models: own, text }) => own.length > 0 || texts.has(text.item))
      return paged(
        whole.filter(({ text }) => !query.has('from') || text.changed >= Number(query.get('from'))),
        query.get('cursor'),
      )
    },
    '/items/find': (query) => ({
      data: [...texts.values()].filter(({ mark }) => mark === query.get('mark')).map(({ item }) => item),
    }),
    '/categories': () => ({
      data: [
        { id: 'pakaian', parent: '', name: 'Pakaian', leaf: false },
        { id: 'kemeja', parent: 'pakaian', name: 'Kemeja', leaf: true },
      ],
    }),
    '/brands': () => ({ data: [{ id: 'ratna', name: 'Batik Ratna' }] }),
    '/facts': () => ({
      data: [{ id: 'bahan', name: 'Bahan', must: true, choices: [{ id: 'katun', name: 'Katun' }] }],
    }),
    '/items': (query) => paged(models, query.get('cursor')),
    '/items/detail': (query) => ({
      data: models.filter(({ item }) => (query.get('ids') ?? '').split(',').includes(item)),
    }),
    '/parcels/ways': () => ({
      data: {
        pickup: [{ id: 'alamat-1', address: 'Jl. Pemuda 1, Jepara', slots: [{ id: 'pagi', from: now() + HOUR }] }],
      },
    }),
    '/parcels/waybill': (query) => ({ data: { waybill: orderOf(query.get('order') ?? '').waybill } }),
    '/parcels/label': () => ({
      bytes: Buffer.from('%PDF-1.4\n%%EOF\n'),
      headers: { 'content-type': 'application/pdf' },
    }),
    '/returns/detail': (query) => ({ data: returns.find(({ number }) => number === query.get('number')) ?? null }),
    '/returns': (query) =>
      paged(
        returns.filter(({ changed }) => within(changed, query)),
        query.get('cursor'),
      ),
    '/releases': (query) =>
      paged(
        releases.filter(({ at }) => within(at, query)),
        query.get('cursor'),
      ),
    '/wallet': (query) =>
      paged(
        wallet.filter(({ at }) => within(at, query)),
        query.get('cursor'),
      ),
  }

  const signatureOf = (method: string, target: string, time: string, body: string) =>
    createHmac('sha256', EXAMPLE_APP.secret).update(`${method}\n${target}\n${time}\n${body}`).digest('hex')

  const answered = (request: IncomingMessage, url: URL, body: string): Reply => {
    const time = String(request.headers['x-time'])
    if (request.headers['x-sign'] !== signatureOf(request.method!, request.url!, time, body))
      return no('BAD_SIGNATURE', 'signature', 403)
    if (Math.abs(Number(time) - now()) > 5 * 60_000) return no('BAD_TIME', 'clock', 403)
    const said = body === '' ? {} : JSON.parse(body)
    if (url.pathname === '/tokens') return tokensFor(said)
    if (!market.consents) return no('NOT_AUTHORISED', 'the seller ended the authorisation', 401)
    const until = tokens.access.get(String(request.headers['x-token']))
    if (until === undefined || until < now()) return no('TOKEN_EXPIRED', 'access token', 401)
    const answer = request.method === 'GET' ? read[url.pathname]?.(url.searchParams) : write[url.pathname]?.(said)
    return answer ?? no('NO_SUCH_PATH', url.pathname, 404)
  }

  const consentPage = (url: URL, response: ServerResponse) => {
    const back = new URL(url.searchParams.get('back') ?? '')
    back.searchParams.set('state', url.searchParams.get('state') ?? '')
    if (url.searchParams.get('answer') === 'no') back.searchParams.set('error', 'declined')
    else {
      const code = randomUUID()
      codes.add(code)
      back.searchParams.set('code', code)
      back.searchParams.set('account', '600000')
    }
    response.writeHead(302, { location: back.href }).end()
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://127.0.0.1')
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts).toString('utf8')
    response.setHeader('date', new Date(now()).toUTCString())
    if (url.pathname === '/consent') return consentPage(url, response)
    calls.push({ path: url.pathname, at: now() })
    market.onCall()
    const plan = planned.find(({ path, times }) => times > 0 && path.test(url.pathname))
    if (plan) plan.times--
    if (plan?.fault === 'no answer') return void request.socket.destroy()
    if (plan?.fault === 'portal') return void response.end('<html><h1>Masuk WiFi</h1></html>')
    if (plan?.fault === 'ill') return void response.writeHead(500).end('{}')
    let reply: Reply
    if (plan?.fault === 'rate') reply = { ...no('TOO_MANY', 'slow down', 429), headers: { 'retry-after': '7' } }
    else if (plan?.fault === 'expired token') reply = no('TOKEN_EXPIRED', 'access token', 401)
    else
      try {
        reply = answered(request, url, body)
      } catch (refused) {
        reply = refused as Reply
      }
    if (plan?.fault === 'lost answer') return void request.socket.destroy()
    const { status = 200, data = null, error = null, bytes, headers = {} } = reply
    const out = bytes ?? Buffer.from(JSON.stringify({ error, data }))
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': out.byteLength, ...headers })
    if (plan?.fault !== 'half answer') return void response.end(out)
    response.write(out.subarray(0, Math.floor(out.byteLength / 2)))
    setImmediate(() => request.socket.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  market.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  market.close = async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  return market
}
export type ExampleMarket = Awaited<ReturnType<typeof openExampleMarket>>
