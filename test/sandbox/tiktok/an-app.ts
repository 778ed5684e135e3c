import { createHmac } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { CALM_FATE, type Fate, type Purchase } from '../../../src-main/sandbox/frame/buyer-robot.ts'
import { openSandbox, type SandboxOptions } from '../../../src-main/sandbox/frame/sandbox.ts'
import { tiktok } from '../../../src-main/sandbox/tiktok/tiktok.ts'

/** Wednesday, 11 November 2026, 00:00 WIB. */
export const DAY_ZERO = Date.parse('2026-11-10T17:00:00Z')
export const HOUR = 3_600_000
export const DAY = 86_400_000

export interface Reply {
  http: number
  code: number
  message: string
  // biome-ignore lint/suspicious/noExplicitAny: a stranger's client knows no types of the wire
  data: any
}

interface Asking {
  query?: Record<string, string>
  body?: unknown
  form?: FormData
  token?: string | null
  /** What is changed after signing, to see it refused. */
  spoil?: (request: { query: URLSearchParams; body: string | undefined; headers: Record<string, string> }) => void
  cipher?: string | null
}

/** A sandbox that stands still, and an app of a stranger that signs by the documentation, sharing no code with either side. */
export async function anApp(options: SandboxOptions = {}) {
  const sandbox = await openSandbox(tiktok, { seed: 3, startAt: DAY_ZERO, isRunning: false, limit: null, ...options })
  onTestFinished(() => sandbox.close())
  const access = sandbox.access() as {
    appKey: string
    appSecret: string
    serviceId: string
    shop: { id: string; cipher: string }
  }
  const { appKey, appSecret, shop } = access
  let token = ''

  const get = async (path: string): Promise<Reply> => {
    const response = await fetch(`${sandbox.url}${path}`)
    return { http: response.status, ...((await response.json()) as Omit<Reply, 'http'>) }
  }
  const tokenCall = (which: 'get' | 'refresh', given: string, more: Record<string, string> = {}) =>
    get(
      `/api/v2/token/${which}?${new URLSearchParams({
        app_key: appKey,
        app_secret: appSecret,
        grant_type: which === 'get' ? 'authorized_code' : 'refresh_token',
        [which === 'get' ? 'auth_code' : 'refresh_token']: given,
        ...more,
      })}`,
    )

  async function ask(method: string, path: string, asking: Asking = {}): Promise<Reply> {
    const query = new URLSearchParams(asking.query)
    query.set('app_key', appKey)
    query.set('timestamp', String(Math.floor(sandbox.ground.time.now() / 1000)))
    if (asking.cipher !== null) query.set('shop_cipher', asking.cipher ?? shop.cipher)
    const body = asking.body === undefined ? undefined : JSON.stringify(asking.body)
    const sorted = [...query].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => key + value)
    const signed = `${appSecret}${path}${sorted.join('')}${body ?? ''}${appSecret}`
    query.set('sign', createHmac('sha256', appSecret).update(signed).digest('hex'))
    const headers: Record<string, string> = asking.form ? {} : { 'content-type': 'application/json' }
    if (asking.token !== null) headers['x-tts-access-token'] = asking.token ?? token
    const request = { query, body, headers }
    asking.spoil?.(request)
    const response = await fetch(`${sandbox.url}${path}?${query}`, {
      method,
      headers,
      ...(asking.form ? { body: asking.form } : request.body === undefined ? {} : { body: request.body }),
    })
    return { http: response.status, ...((await response.json()) as Omit<Reply, 'http'>) }
  }

  async function connect(): Promise<Reply> {
    const reply = await tokenCall('get', sandbox.world.consent().code!)
    token = reply.data.access_token
    return reply
  }

  /** Buys at once; calm buyers pay after five minutes. */
  const buy = (
    lines: { sku: string; quantity?: number }[],
    more: Partial<Omit<Purchase, 'fate'>> & { fate?: Partial<Fate> } = {},
  ): string => {
    const id = sandbox.world.buy({
      at: sandbox.ground.time.now(),
      buyer: {
        username: 'siti01',
        name: 'Siti Rahmawati',
        phone: '628123456789',
        address: 'Jl. Melati No. 3, KOTA BANDUNG, JAWA BARAT',
        city: 'KOTA BANDUNG',
        province: 'JAWA BARAT',
      },
      lines: lines.map(({ sku, quantity = 1 }) => ({ pick: 0, sku, quantity })),
      isCod: false,
      courier: 0,
      promotion: 0.4,
      note: '',
      isFromLive: false,
      ...more,
      fate: { ...CALM_FATE, ...more.fate },
    })
    if (!id) throw new Error('sold out')
    return id
  }
  const move = (ms: number) => sandbox.ground.time.move(ms)
  const order = async (id: string) => (await ask('GET', '/order/202507/orders', { query: { ids: id } })).data.orders[0]
  const skus = () => sandbox.world.shelf().map(({ sku }) => sku)

  /** A paid order, its parcel waiting. */
  const paid = async (
    lines = [{ sku: skus()[0]! } as { sku: string; quantity?: number }],
    more: Parameters<typeof buy>[1] = {},
  ) => {
    const id = buy(lines, more)
    if (!more.isCod) sandbox.world.step(id, 'pay')
    return { id, packageId: (await order(id)).packages[0].id as string }
  }
  const ship = (packageId: string, body: unknown = { handover_method: 'PICKUP' }) =>
    ask('POST', `/fulfillment/202309/packages/${packageId}/ship`, { body })

  return { sandbox, access, ask, get, tokenCall, connect, buy, paid, ship, move, order, skus, step: sandbox.world.step }
}

export const aConnectedApp = async (options?: SandboxOptions) => {
  const app = await anApp(options)
  await app.connect()
  return app
}
