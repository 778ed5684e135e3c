import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rendererFiles, SECURITY_HEADERS } from '../src-main/hosting/renderer-files.ts'

/** Serves built pages on this machine, under the app's own security headers. For the gallery and its tests. */
export async function serveFolder(folder: string): Promise<{ address: string; close: () => Promise<void> }> {
  const fileAt = rendererFiles(folder)
  const server = createServer((request, response) => {
    const found = fileAt((request.url ?? '/').split('?')[0] ?? '/')
    if (!found) return response.writeHead(404).end()
    const cache = found.isImmutable ? 'max-age=31536000, immutable' : 'no-store'
    response.writeHead(200, { 'content-type': found.type, 'cache-control': cache, ...SECURITY_HEADERS })
    return createReadStream(found.file).pipe(response)
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
