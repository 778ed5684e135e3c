import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Dice } from '../../src-main/sample-shop/dice.ts'

/** What becomes of one call on the line; in the last two the host has done it. */
type Fate = 'answered' | 'never arrives' | 'answer lost' | 'answer breaks'

/** A line to a host that loses requests, and answers of acts that were committed: its sockets are destroyed at random. */
export async function aBadLine(host: string, die: Dice) {
  const fates: Record<Fate, number> = { answered: 0, 'never arrives': 0, 'answer lost': 0, 'answer breaks': 0 }
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const fate = die.weighted<Fate>([
      ['answered', 11],
      ['never arrives', 2],
      ['answer lost', 5],
      ['answer breaks', 2],
    ])
    fates[fate]++
    if (fate === 'never arrives') return request.socket.destroy()
    const headers = new Headers({ host: new URL(host).host })
    for (const name of ['cookie', 'content-type', 'idempotency-key'])
      if (request.headers[name]) headers.set(name, String(request.headers[name]))
    const answer = await fetch(host + request.url, { method: request.method!, headers, body: Buffer.concat(chunks) })
    const body = Buffer.from(await answer.arrayBuffer())
    if (fate === 'answer lost') return request.socket.destroy()
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type')!,
      'content-length': body.length,
    })
    if (fate === 'answered') return response.end(body)
    response.write(body.subarray(0, body.length / 2), () => request.socket.destroy())
  }
  const line = createServer((request, response) => void pass(request, response).catch(() => request.socket.destroy()))
  await new Promise<void>((listening) => line.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    line.close()
    line.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`, fates }
}
