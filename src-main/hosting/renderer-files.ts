import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

/**
 * The same for the desktop app and the browser. Scripts come from our own files only and can be made from no text (trusted
 * types; the page's one policy lets CSS through and no markup); style elements need the nonce of this very answer; nothing
 * may be fetched from, framed by or posted to anyone else.
 */
const contentSecurityPolicy = (styles: string): string =>
  `default-src 'none'; script-src 'self'; style-src ${styles}; img-src 'self' blob: data:; font-src 'self'; ` +
  "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types default"

export const SECURITY_HEADERS = {
  'content-security-policy': contentSecurityPolicy("'self'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
} as const

/** What Vite writes where a page's nonce belongs; each answer has its own. */
export const NONCE_PLACE = 'nonce-of-this-answer'

/** A page as it is sent: with a nonce for the style elements that its parts (Mantine's) make, and the policy that asks for it. */
export function pageToSend(html: string): { html: string; headers: Record<'content-security-policy', string> } {
  const nonce = randomBytes(16).toString('base64')
  return {
    html: html.replaceAll(NONCE_PLACE, nonce),
    headers: { 'content-security-policy': contentSecurityPolicy(`'self' 'nonce-${nonce}'`) },
  }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

export interface RendererFile {
  file: string
  type: string
  /** A page, to be sent as `pageToSend` has it. */
  isPage: boolean
  /** Vite puts a hash in the names under `assets/`, so these never change. */
  isImmutable: boolean
}

export interface RendererFiles {
  (urlPath: string): RendererFile | null
  all: readonly RendererFile[]
}

/**
 * The built page as a fixed map from address to file, drawn up once. A request only ever looks up this map: no path is
 * joined from what a caller sent, so nothing outside the folder can be reached. Links and unknown types are left out.
 *
 * A path without a dot (`/pesanan/retur`) is a page of the app and gets `index.html`, so that reloading works.
 */
export function rendererFiles(folder: string): RendererFiles {
  const files = new Map<string, RendererFile>()
  const walk = (inside: string) => {
    // not `recursive: true`, which Electron's asar reader does not promise
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside ? `${inside}/${entry.name}` : entry.name
      if (entry.isDirectory()) walk(path)
      const type = TYPES[extname(entry.name)]
      if (entry.isFile() && type)
        files.set(`/${path}`, {
          file: join(folder, path),
          type,
          isPage: type === TYPES['.html'],
          isImmutable: path.startsWith('assets/'),
        })
    }
  }
  walk('')
  const page = files.get('/index.html') ?? null
  const fileAt = (urlPath: string) => files.get(urlPath) ?? (/^\/[a-z0-9/_-]*$/i.test(urlPath) ? page : null)
  return Object.assign(fileAt, { all: [...files.values()] })
}
