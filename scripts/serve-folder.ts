import { createReadStream, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pageToSend, rendererFiles, SECURITY_HEADERS } from '../src-main/hosting/renderer-files.ts'

/** Serves built pages on this machine, under the app's own security headers. For the gallery and its tests. */
export async function serveFolder(folder: string): Promise<{ address: string; close: () => Promise<void> }> {
  const fileAt = rendererFiles(folder)
  const server = createServer((request, response) => {
    const found = fileAt((request.url ?? '/').split('?')[0] ?? '/')
    if (!found) return response.writeHead(404).end()
    const cache = found.isImmutable ? 'max-age=31536000, immutable' : 'no-store'
    const sent = { 'content-type': found.type, 'cache-control': cache, ...SECURITY_HEADERS }
    if (!found.isPage) return createReadStream(found.file).pipe(response.writeHead(200, sent))
    const { html, headers } = pageToSend(readFileSync(found.file, 'utf8'))
    return response.writeHead(200, { ...sent, ...headers }).end(html)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
