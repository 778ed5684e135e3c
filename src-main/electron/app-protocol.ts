import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { pageToSend, type RendererFiles, SECURITY_HEADERS } from '../hosting/renderer-files.ts'

const SCHEME = 'lumbung'
const HOST = 'app'
export const APP_ORIGIN = `${SCHEME}://${HOST}`
export const APP_ADDRESS = `${APP_ORIGIN}/`

/** Before `ready`, and once: a second call would replace the first. */
export const registerScheme = () =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

/** Serves the built page at `lumbung://app/`, with the policy in a header so that no page can loosen it. */
export const serveApp = (fileAt: RendererFiles) =>
  protocol.handle(SCHEME, async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    const found = host === HOST && method === 'GET' ? fileAt(pathname) : null
    if (!found) return new Response('Not found', { status: 404, headers: SECURITY_HEADERS })
    const ofThisType = { ...SECURITY_HEADERS, 'content-type': found.type }
    if (!found.isPage) return new Response(new Uint8Array(await readFile(found.file)), { headers: ofThisType })
    const { html, headers } = pageToSend(await readFile(found.file, 'utf8'))
    return new Response(html, { headers: { ...ofThisType, ...headers } })
  })
