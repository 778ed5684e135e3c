import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import { RequestHeadersPlugin } from '@orpc/server/plugins'
import { type Defect, defectOf } from '../../src-shared/kernel/defect.ts'
import { refusals } from '../../src-shared/refusals.ts'
import { THIS_LAPTOP } from '../core/access/gate.ts'
import type { Core } from '../core/core.ts'
import { refused } from '../core/refused.ts'
import { pageToSend, type RendererFile, rendererFiles, SECURITY_HEADERS } from '../hosting/renderer-files.ts'
import { badForm, bodyLength, isForm, refusedBody } from './body.ts'
import { createDoor } from './door.ts'
import type { DoorKeys } from './door-keys.ts'
import { formIn, NotAForm } from './form.ts'
import { type Refused, refusedCall, strangeRequest } from './guard.ts'
import { NO_ICON, outsidePage } from './outside-page.ts'
import type { Rest } from './rest.ts'
import { startAddress, ticketIn } from './start-address.ts'
import { limitStrangers } from './strangers.ts'
import { createUploadRoom } from './upload-room.ts'

// imported as a module it would load the HTTP client of `fetch` as well, a tenth of the start
const { createServer } = process.getBuiltinModule('node:http')

/** Headers come in 5 s, looked at every half second; a large file has a minute. */
const PATIENCE = { headersTimeout: 5000, requestTimeout: 60_000, connectionsCheckingInterval: 500 }
/** A browser opens six lines at once; each is known by its first request. */
const MOST_STRANGERS = 64

export interface WebHostNeeds {
  core: Pick<Core, 'router' | 'gateAt'>
  /** The built page: `out/renderer`. */
  rendererFolder: string
  /** 0 takes any free port. */
  port: number
  version: string
  keys: DoorKeys
  noteDefect: (defect: Defect) => void
}

export interface WebHost {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string
  /** Names this run of the host; tickets are good for no other. */
  run: string
  /** Lets one browser in, once and within five minutes. Whoever opens it acts as the person at this computer. */
  startAddress(): string
  close(): Promise<void>
}

/**
 * Every file of the page, a few megabytes. A host speaks one contract with the page that it began with: an update that
 * builds another one beside it must not take that page's parts away.
 */
async function contentsOf(files: readonly RendererFile[]): Promise<ReadonlyMap<RendererFile, Buffer>> {
  return new Map(await Promise.all(files.map(async (each) => [each, await readFile(each.file)] as const)))
}

/**
 * Serves the app to a browser on this computer: the page at `/`, its calls at `/rpc`, and the same contract as plain REST
 * at `/api`, described by `/openapi.json`. Listens on 127.0.0.1 only, where every program of the computer can knock: the
 * page is for browsers that opened a start address, calls are for them and for scripts that have the token.
 */
export async function createWebHost({
  core,
  rendererFolder,
  port,
  version,
  keys,
  noteDefect,
}: WebHostNeeds): Promise<WebHost> {
  const run = randomBytes(16).toString('base64url')
  const door = createDoor(keys, run)
  const fileAt = rendererFiles(rendererFolder)
  const contents = await contentsOf(fileAt.all)
  const rpc = new RPCHandler(core.router, { plugins: [new RequestHeadersPlugin()] })
  let rest: Promise<Rest> | undefined
  const answerRest: Rest = async (...asked) => {
    rest ??= import('./rest.ts').then(({ createRest }) => createRest(core.router))
    return (await rest)(...asked)
  }
  const gate = core.gateAt(THIS_LAPTOP)
  const uploads = createUploadRoom()
  let document: Promise<object> | undefined

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    const strange = strangeRequest(request, hosts)
    if (strange) return refuse(response, strange)

    const path = (request.url ?? '/').split('?')[0]!
    if (path.startsWith('/rpc/') || path.startsWith('/api/')) {
      const unknown = refusedCall(request, door)
      if (unknown) return refuse(response, unknown)
      response.setHeader('cache-control', 'no-store')
      const unread = refusedBody(request, door)
      if (unread) return refuseUnread(request, response, unread)
      if (!isForm(request)) return call(path, request, response)
      const leave = await uploads.enter(bodyLength(request), closed(response))
      if (!leave) return refuseUnread(request, response, refused('UPLOADS_BUSY', {}))
      try {
        // read here, and not by oRPC, which takes a body that stands there already
        Object.assign(request, { body: await formIn(request) })
        return await call(path, request, response)
      } catch (problem) {
        if (problem instanceof NotAForm) return refuseUnread(request, response, badForm())
        // who went away in the middle is told nothing
        if (request.complete) throw problem
      } finally {
        leave()
      }
    }

    if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, 'Only GET.')
    if (path === '/openapi.json') {
      document ??= import('./open-api.ts').then(({ openApiDocument }) => openApiDocument(version, url))
      return send(response, 'application/json', JSON.stringify(await document))
    }
    const ticket = ticketIn(path)
    if (ticket !== null) return welcome(request, response, ticket)
    const found = fileAt(path)
    if (!found) return say(response, 404, 'No such page.')
    response.setHeader('cache-control', found.isImmutable ? 'max-age=31536000, immutable' : 'no-store')
    if (!found.isPage) return send(response, found.type, contents.get(found)!)
    if (!door.knowsBrowser(request.headers)) return sendPage(response, outsidePage('unknown'), 401)
    response.setHeader('set-cookie', door.cookie())
    sendPage(response, contents.get(found)!.toString())
  }

  const call = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // a script has the shop's own token, which only the owner of its files can read
    const context = door.knowsBrowser(request.headers) ? { noteDefect, gate } : { noteDefect }
    const { matched } = path.startsWith('/rpc/')
      ? await rpc.handle(request, response, { prefix: '/rpc', context })
      : await answerRest(request, response, context)
    if (!matched) say(response, 404, 'No such procedure.')
  }

  /** Leads to the clean address by a page, not by a redirect, whose request would count as sent by the site before. */
  const welcome = (request: IncomingMessage, response: ServerResponse, ticket: string): void => {
    response.setHeader('cache-control', 'no-store')
    const isAdmitted = request.method === 'GET' && door.admit(ticket)
    if (isAdmitted) response.setHeader('set-cookie', door.cookie())
    else if (!door.knowsBrowser(request.headers)) {
      sendPage(response, outsidePage('used'), 401)
      return
    }
    response.setHeader('refresh', '0; url=/')
    sendPage(response, `<!doctype html><title>Lumbung</title>${NO_ICON}`)
  }

  const server = createServer(PATIENCE, (request, response) => {
    if (door.knowsBrowser(request.headers) || door.knowsScript(request.headers)) strangers.welcome(request.socket)
    // whoever stays unknown takes no seat: one answer, and the line is closed
    else response.shouldKeepAlive = false
    answer(request, response).catch((problem) => {
      noteDefect(defectOf(problem, request.method ?? ''))
      if (response.headersSent) response.destroy()
      else say(response, 500, 'Something is not right. The data is safe.')
    })
  })
  const strangers = limitStrangers(server, MOST_STRANGERS)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const listening = (server.address() as AddressInfo).port
  const hosts = new Set([`127.0.0.1:${listening}`, `localhost:${listening}`])
  const url = `http://127.0.0.1:${listening}`

  return {
    url,
    run,
    startAddress: () => startAddress(url, door.ticket()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function sendPage(response: ServerResponse, page: string, status = 200): void {
  const { html, headers } = pageToSend(page)
  response.setHeaders(new Map(Object.entries(headers)))
  send(response, 'text/html; charset=utf-8', html, status)
}

function send(response: ServerResponse, type: string, content: Buffer | string, status = 200): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(content) })
  response.end(response.req.method === 'HEAD' ? undefined : content)
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(sentence)
}

/** The body was not read, so the connection cannot be used again. */
function refuse(response: ServerResponse, { status, reason }: Refused): void {
  response.setHeader('connection', 'close')
  say(response, status, reason)
}

/** In the words of the protocol that was asked in. What still comes in is thrown away, so that the caller hears the answer. */
function refuseUnread(request: IncomingMessage, response: ServerResponse, refusal: ORPCError<string, unknown>): void {
  const said = { ...refusal.toJSON(), defined: refusal.code in refusals }
  response.setHeader('connection', 'close')
  send(
    response,
    'application/json',
    JSON.stringify(request.url?.startsWith('/rpc/') ? { json: said } : said),
    refusal.status,
  )
  request.resume()
}

function closed(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return gone.signal
}
