import type { AddressInfo } from 'node:net'
import { CONSENT_RETURN } from '../../../src-shared/sync/sync.ts'

const { pathname: PATH, port } = new URL(CONSENT_RETURN)
const PORT = Number(port)

const PAGE = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Lumbung</title>
<body style="font:16px system-ui;margin:15vh auto;max-width:28rem">
<h1 style="font-size:1.3rem">Persetujuan diterima</h1><p>Tutup halaman ini dan kembali ke Lumbung.</p></body></html>`

/**
 * Waits on this laptop alone for the browser to come back from the consent page. Where the port is taken, or the channel sends the browser
 * elsewhere, the owner pastes the address by hand.
 */
export async function listenForConsent(
  onAddress: (address: string) => void,
): Promise<{ address: string; stop(): void }> {
  const { createServer } = await import('node:http')
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', CONSENT_RETURN)
    if (request.method !== 'GET' || url.pathname !== PATH) return void response.writeHead(404).end()
    onAddress(url.href)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' }).end(PAGE)
  })
  server.unref()
  const isListening = await new Promise<boolean>((settled) => {
    server.once('error', () => settled(false))
    server.listen(PORT, '127.0.0.1', () => settled((server.address() as AddressInfo).port === PORT))
  })
  return {
    address: CONSENT_RETURN,
    stop() {
      if (!isListening) return
      server.close()
      server.closeAllConnections()
    },
  }
}
