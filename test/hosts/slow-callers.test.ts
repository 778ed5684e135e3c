import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { aWebHost } from './a-web-host.ts'

type Hosted = Awaited<ReturnType<typeof aWebHost>>

/** A raw line to the host, with what it has said so far. */
async function aLine({ host }: Hosted, sent = '') {
  const socket = connect(Number(new URL(host.url).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  const line = { socket, heard: '', closed: false }
  socket.on('data', (chunk) => {
    line.heard += chunk
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    line.closed = true
  })
  await once(socket, 'connect')
  if (sent) socket.write(sent)
  return line
}

const hostOf = ({ host }: Hosted) => new URL(host.url).host

test('whoever has not sent a whole head within 5 s and a breath is cut off, dripping or silent', async () => {
  const hosted = await aWebHost()
  const begun = Date.now()
  const callers = await Promise.all(
    ['', 'GET / HT', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '].map((sent) => aLine(hosted, sent)),
  )
  const dripping = await aLine(hosted, 'GET / HTTP/1.1\r\nX-Slow: ')
  const drip = setInterval(() => dripping.socket.write('a'), 100)
  onTestFinished(() => clearInterval(drip))
  await expect.poll(() => [...callers, dripping].every(({ closed }) => closed)).toBe(true)
  const waited = Date.now() - begun
  expect(waited, 'nobody is hurried').toBeGreaterThan(4500)
  expect(waited, 'Node itself looks every 30 s').toBeLessThan(12_000)
})

test('three hundred half-open callers lock nobody out: a newcomer is answered at once, an open page goes on', async () => {
  const hosted = await aWebHost()
  const { ask } = hosted
  const flood = await Promise.all(Array.from({ length: 300 }, () => aLine(hosted, 'GET / HTTP/1.1\r\nX: ')))
  for (let newcomer = 0; newcomer < 20; newcomer++) {
    const { status } = await ask('/api/settings')
    expect(status).toBe(200)
  }
  await expect.poll(() => flood.filter(({ closed }) => !closed).length).toBeLessThanOrEqual(64)
})

test('callers that nobody knows may not keep their line after an answer, those we know may', async () => {
  const hosted = await aWebHost()
  const question = (more: string) => `GET /api/settings HTTP/1.1\r\nHost: ${hostOf(hosted)}\r\n${more}\r\n`
  for (const path of ['/', '/assets/index-a1b2c3.js', '/openapi.json']) {
    const line = await aLine(hosted, `GET ${path} HTTP/1.1\r\nHost: ${hostOf(hosted)}\r\n\r\n`)
    await expect.poll(() => line.closed, { message: path }).toBe(true)
    expect(line.heard).toContain('Connection: close')
  }
  const known = await aLine(hosted, question(`Cookie: ${hosted.cookie}\r\n`))
  await expect.poll(() => known.heard).toContain('200 OK')
  known.heard = ''
  known.socket.write(question(`Cookie: ${hosted.cookie}\r\n`))
  await expect.poll(() => known.heard, { message: 'on the same line' }).toContain('200 OK')
})

test('two hundred callers that leave their answers unread do not lock a newcomer out', async () => {
  const hosted = await aWebHost()
  const head = `GET /openapi.json HTTP/1.1\r\nHost: ${hostOf(hosted)}\r\n\r\n`
  for (let caller = 0; caller < 200; caller++) (await aLine(hosted, head)).socket.pause()
  expect((await hosted.ask('/api/settings')).status).toBe(200)
})

test('a body that a stranger promises is not waited for', async () => {
  const hosted = await aWebHost()
  const head = `POST /rpc/settings/get HTTP/1.1\r\nHost: ${hostOf(hosted)}\r\nContent-Type: application/json\r\nContent-Length: 40000000\r\n\r\n{`
  const line = await aLine(hosted, head)
  await expect.poll(() => line.heard).toContain('401')
  await expect.poll(() => line.closed).toBe(true)
})

test.each([
  [
    'a line switched to WebSocket',
    'GET /rpc HTTP/1.1',
    'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: eA==\r\nSec-WebSocket-Version: 13',
  ],
  [
    'HTTP/2 without encryption',
    'GET / HTTP/1.1',
    'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA',
  ],
  ['a tunnel', 'CONNECT example.org:443 HTTP/1.1', 'X: y'],
  ['a proxy', 'GET http://example.org/ HTTP/1.1', 'X: y'],
  ['an echo', 'TRACE / HTTP/1.1', 'X: y'],
  ['a body of two lengths', 'POST /api/settings HTTP/1.1', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
  ['a header folded over two lines', 'GET /api/settings HTTP/1.1', 'X: a\r\n b'],
  ['words that are no HTTP', 'SSH-2.0-OpenSSH_9.9', 'X: y'],
])('%s is not to be had, not even with the cookie', async (_, request, headers) => {
  const hosted = await aWebHost()
  const line = await aLine(
    hosted,
    `${request}\r\nHost: ${hostOf(hosted)}\r\nCookie: ${hosted.cookie}\r\n${headers}\r\n\r\n`,
  )
  await expect.poll(() => line.closed || line.heard !== '').toBe(true)
  expect(line.heard).not.toContain('101 Switching')
  expect(line.heard).not.toContain('Batik Ratna')
  expect(line.heard).not.toMatch(/^HTTP\/1\.1 2\d\d Connection/)
})

test('the host goes on after all that', async () => {
  const hosted = await aWebHost()
  for (const noise of ['\0'.repeat(2000), 'GET '.repeat(20_000), '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'])
    (await aLine(hosted, noise)).socket.end()
  expect((await hosted.ask('/api/settings')).status).toBe(200)
  expect(hosted.defects).toEqual([])
})
