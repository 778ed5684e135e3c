import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { NONCE_PLACE } from '../../src-main/hosting/renderer-files.ts'
import { doorKeys } from '../../src-main/web/door-keys.ts'
import { createWebHost } from '../../src-main/web/web-host.ts'
import type { Defect } from '../../src-shared/kernel/defect.ts'
import { aCore } from '../builders/a-core.ts'

/** A page as Vite builds it, small: `index.html`, one script, and a neighbour outside the folder that must stay unseen. */
export function aBuiltPage(folder: string): string {
  const renderer = join(folder, 'renderer')
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(
    join(renderer, 'index.html'),
    `<!doctype html><style nonce="${NONCE_PLACE}"></style><body>The page of Lumbung</body>`,
  )
  writeFileSync(join(renderer, 'assets', 'index-a1b2c3.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  writeFileSync(join(folder, 'secret.json'), '"outside"')
  return renderer
}

/** A real core behind a real HTTP server on a free port. */
export async function aWebHost(setUp: Parameters<typeof aCore>[0] = {}) {
  const shop = await aCore(setUp)
  const defects: Defect[] = []
  const keys = doorKeys(join(shop.folder, 'lumbung.sqlite'))
  const rendererFolder = aBuiltPage(shop.folder)
  const start = (port: number) =>
    createWebHost({
      core: shop.core,
      rendererFolder,
      port,
      version: '0.0.0',
      keys,
      noteDefect: (defect) => void defects.push(defect),
    })
  let host = await start(0)
  onTestFinished(() => host.close())
  const cookie = await cookieFrom(host.startAddress())
  return {
    ...shop,
    host,
    keys,
    defects,
    /** Of a browser that opened a start address. */
    cookie,
    rendererFolder,
    ask: asker(host.url, cookie),
    /** The same shop served again at the same address, as after a crash of the host. */
    async restarted() {
      await host.close()
      host = await start(Number(new URL(host.url).port))
      return host
    },
  }
}

/** Opens a start address as a browser does; the cookie it is given, or nothing. */
export async function cookieFrom(startAddress: string): Promise<string> {
  const { headers } = await fetch(startAddress, { redirect: 'manual' })
  return headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

interface Question {
  method?: string
  /** Sent as they are; `null` leaves a header out that would be sent. */
  headers?: Record<string, string | null>
  body?: string
}

/** Plain `http.request`: unlike `fetch` it lets a test lie about Host and send a path with dots in it. */
export function asker(url: string, cookie: string) {
  const { host, hostname, port } = new URL(url)
  return (path: string, { method = 'GET', headers = {}, body }: Question = {}) =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
      const sent: Record<string, string | null> = {
        host,
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      }
      const call = request({
        hostname,
        port,
        path,
        method,
        setHost: false,
        headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null)) as Record<
          string,
          string
        >,
      })
      call.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      })
      call.on('error', reject)
      if (body !== undefined && body.length > 0) call.write(body)
      call.end()
    })
}
