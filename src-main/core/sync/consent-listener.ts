import type { AddressInfo } from 'node:net'

/** What the owner registers as return address in the channel's console; a fixed port, because consoles take no open ones. */
const PORT = 47_613
const PATH = '/lumbung'

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
  const address = `http://127.0.0.1:${PORT}${PATH}`
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', address)
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
    address,
    stop() {
      if (!isListening) return
      server.close()
      server.closeAllConnections()
    },
  }
}
