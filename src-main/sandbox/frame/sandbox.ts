import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { dice } from '../../sample-shop/dice.ts'
import type { Purchase } from './buyer-robot.ts'
import { type Answer, type Call, page } from './call.ts'
import { createCallLog } from './call-log.ts'
import { controlOf } from './control.ts'
import { controlPage } from './control-page.ts'
import { createFaults, type FaultKind, lastsMs } from './faults.ts'
import { listedGoods } from './goods.ts'
import { createPushes, type Push } from './pushes.ts'
import { createTime, type SavedTime } from './time.ts'
import { tokenBucket } from './token-bucket.ts'
import type { Due, Ground, Marketplace, World } from './world.ts'

export interface SandboxOptions {
  /** 0 takes a free one. */
  port?: number | undefined
  /** One seed, one shop and one day. */
  seed?: number | undefined
  /** Milliseconds since 1970; this computer's now when left out. */
  startAt?: number | undefined
  /** False: the clock stands still until it is moved. */
  isRunning?: boolean | undefined
  /** At least so many variants on sale, and so many pieces of each. */
  skus?: number | undefined
  stock?: number | undefined
  /** Calls a second; the marketplace's own when left out, null for none. */
  limit?: { perSecond: number; burst: number } | null | undefined
  /** What `saved()` gave earlier. */
  saved?: SavedSandbox | undefined
  /** Until when a clock that ran when it was saved has gone on meanwhile; this computer's now when left out. */
  goesOnAt?: number | undefined
}

export interface SavedSandbox {
  version: 1
  channel: string
  time: SavedTime<Due>
  world: unknown
}

export interface Sandbox {
  url: string
  controlUrl: string
  world: World
  ground: Ground
  access(): Record<string, unknown>
  saved(): SavedSandbox
  close(): Promise<void>
}

const CONTROL = '/sandbox'
const LARGEST_BODY = 16 * 1024 * 1024
/** As long as the gates of the marketplaces keep a quiet connection; a short one is cut under a client that is about to ask again. */
const QUIET_CONNECTION_MS = 60_000
const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** Faults that strike before anything is done, in the order they are tried. */
const BEFORE: readonly FaultKind[] = ['reset', 'timeout', 'tooMany', 'serverError', 'unavailable', 'html']
/** Faults that spoil an answer after the work was done. */
const AFTER: readonly FaultKind[] = ['lostReply', 'halfBody', 'wrongLength', 'slowDrip', 'slow']

/** Opens a marketplace of one's own on 127.0.0.1, from nothing but a seed or from what an earlier one saved. */
export async function openSandbox(marketplace: Marketplace, options: SandboxOptions = {}): Promise<Sandbox> {
  const seed = options.seed ?? 1
  const log = createCallLog()
  const server = createServer({ keepAliveTimeout: QUIET_CONNECTION_MS })
  const url = await listening(server, options.port ?? 0)

  const time = createTime<Due>(
    options.saved?.time ?? {
      now: options.startAt ?? Date.now(),
      isRunning: options.isRunning ?? true,
      due: [],
    },
    (due) => {
      if (due.kind === 'purchase') world.buy(due.data as Purchase)
      else if (due.kind === 'push') pushes.deliver(due.data as Push)
      else world.happen(due)
    },
  )
  const faults = createFaults(dice(seed ^ 0x5eed), time.now)
  const pushes = createPushes(
    marketplace.pushRules(() => world),
    faults,
    { now: time.now, after: (ms, push) => time.after(ms, { kind: 'push', id: String(push.id), data: push }) },
  )
  const ground: Ground = {
    url,
    seed,
    time,
    // a sandbox that was saved goes on with other rolls than those it began with
    dice: dice(options.saved ? seed ^ Math.floor(options.saved.time.now / 1000) : seed),
    faults,
    pushes,
    goods: listedGoods({ skus: options.skus, stock: options.stock }),
  }
  const world = marketplace.open(ground, options.saved?.world)

  const limit = options.limit === undefined ? marketplace.limit : options.limit
  const buckets = new Map<string, ReturnType<typeof tokenBucket>>()
  const bucketOf = (key: string) => {
    const known = buckets.get(key) ?? tokenBucket(limit!)
    buckets.set(key, known)
    return known
  }

  const access = () => ({ url, control: `${url}${CONTROL}/`, ...world.access() })
  const router = controlOf(ground, world, log, access)
  const rest = new OpenAPIHandler(router)
  const openApi = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })

  async function control(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    // a page of the internet must not play the marketplace of a learner, not even by a name that leads here
    const origin = request.headers.origin
    if (!OWN_HOST.test(request.headers.host ?? '') || (origin && origin !== `http://${request.headers.host}`))
      return send(response, { status: 403, body: 'forbidden' })
    if (path === CONTROL) return send(response, { status: 302, headers: { location: `${CONTROL}/` }, body: '' })
    if (path === `${CONTROL}/`) return send(response, page(controlPage(marketplace.title)))
    if (path === `${CONTROL}/openapi.json`) {
      const document = await openApi.generate(router, {
        info: {
          title: marketplace.title,
          version: '1',
          description:
            'What can be asked of the sandbox that the marketplace itself does not offer. Money is whole rupiah.',
        },
        servers: [{ url: `${url}${CONTROL}` }],
      })
      return send(response, {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(document),
      })
    }
    const { matched } = await rest.handle(request, response, { prefix: CONTROL, context: {} })
    if (!matched) send(response, { status: 404, body: 'not found' })
  }

  /** One fault strikes a call; those after it keep their strikes for the next. */
  function firstStrike(kinds: readonly FaultKind[], path: string) {
    for (const kind of kinds) {
      const fault = faults.strikes(kind, path)
      if (fault) return fault
    }
    return undefined
  }

  async function marketplaceCall(request: IncomingMessage, response: ServerResponse, address: URL): Promise<void> {
    const body = await bodyOf(request)
    if (!body) return send(response, { status: 413, body: '' })
    const call: Call = {
      method: request.method ?? 'GET',
      path: address.pathname,
      query: address.searchParams,
      headers: Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)])),
      body,
    }
    const at = time.now()
    const before = firstStrike(BEFORE, call.path)
    if (before?.kind === 'reset' || before?.kind === 'timeout') {
      log.add(at, call, null, before.kind)
      if (before.kind === 'timeout') await pause(lastsMs(before), response)
      return void request.socket.destroy()
    }
    const answer = await answered(call, before)
    const after = before ? undefined : firstStrike(AFTER, call.path)
    log.add(at, call, answer, before?.kind ?? after?.kind ?? null)
    response.setHeader('date', new Date(time.believed()).toUTCString())
    const bytes = Buffer.from(answer.body)
    if (after?.kind === 'lostReply') return void request.socket.destroy()
    if (after?.kind === 'slow') await pause(lastsMs(after), response)
    if (after?.kind === 'halfBody' || after?.kind === 'wrongLength') {
      const short = after.kind === 'halfBody' ? bytes.subarray(0, bytes.length >> 1) : bytes
      response.writeHead(answer.status, {
        ...answer.headers,
        'content-length': bytes.length + (after.kind === 'wrongLength' ? 64 : 0),
      })
      return void response.write(short, () => request.socket.destroy())
    }
    if (after?.kind === 'slowDrip') {
      response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length })
      const drop = Math.max(1, Math.ceil(bytes.length / 40))
      for (let from = 0; from < bytes.length && !response.destroyed; from += drop) {
        response.write(bytes.subarray(from, from + drop))
        await pause(lastsMs(after), response)
      }
      return void response.end()
    }
    send(response, answer)
  }

  async function answered(
    call: Call,
    fault: { kind: FaultKind; retryAfterSeconds?: number | undefined } | undefined,
  ): Promise<Answer> {
    if (fault?.kind === 'tooMany') return world.tooMany(fault.retryAfterSeconds ?? 1)
    if (fault?.kind === 'serverError') return world.broken(500)
    if (fault?.kind === 'unavailable') return world.broken(503)
    if (fault) return page('<!doctype html><title>Wi-Fi</title><p>Silakan masuk dahulu.</p>')
    const bucket = limit ? world.bucketOf(call) : null
    const waitMs = bucket === null ? 0 : bucketOf(bucket)()
    if (waitMs > 0) return world.tooMany(Math.ceil(waitMs / 1000))
    const answer = await world.answer(call)
    return faults.strikes('unknownField', call.path) ? withUnknownField(answer) : answer
  }

  server.on('request', (request, response) => {
    const address = new URL(request.url ?? '/', url)
    const work =
      address.pathname === CONTROL || address.pathname.startsWith(`${CONTROL}/`)
        ? control(request, response, address.pathname)
        : marketplaceCall(request, response, address)
    work.catch((problem: unknown) => {
      console.error(problem)
      if (response.headersSent) request.socket.destroy()
      else send(response, { status: 500, body: String(problem) })
    })
  })

  // while it was away a clock that runs went on; one that was moved ahead waits for nobody
  if (options.saved?.time.isRunning) time.move(Math.max(0, (options.goesOnAt ?? Date.now()) - time.now()))

  return {
    url,
    controlUrl: `${url}${CONTROL}`,
    world,
    ground,
    access,
    saved: () => ({ version: 1, channel: marketplace.name, time: time.saved(), world: world.saved() }),
    async close() {
      time.stop()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function listening(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size > LARGEST_BODY) return null
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}

function send(response: ServerResponse, answer: Answer) {
  const bytes = Buffer.from(answer.body)
  response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length }).end(bytes)
}

/** Waits, but not for someone who has gone. */
const pause = (ms: number, response: ServerResponse) =>
  new Promise<void>((resolve) => {
    const over = () => {
      clearTimeout(timer)
      response.off('close', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    timer.unref()
    response.once('close', over)
  })

/** One more field in every object of a JSON answer: what a marketplace adds without asking. */
function withUnknownField(answer: Answer): Answer {
  if (answer.headers?.['content-type'] !== 'application/json') return answer
  const value: unknown = JSON.parse(String(answer.body), (_, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? { ...each, sandbox_new_field: { of: ['a', 1, null] } }
      : each,
  )
  return { ...answer, body: JSON.stringify(value) }
}
