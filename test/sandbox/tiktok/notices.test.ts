import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { aConnectedApp, DAY, HOUR } from './an-app.ts'

/** Somewhere that notices can be sent to; says no while it is ill. */
async function anEar() {
  const heard: { signed: boolean; type: number; text: string; data: Record<string, unknown> }[] = []
  const ear = { heard, status: 200, secret: '', key: '', url: '' }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8')
      const sign = createHmac('sha256', ear.secret)
        .update(ear.key + text)
        .digest('hex')
      const { type, data } = JSON.parse(text) as { type: number; data: Record<string, unknown> }
      heard.push({ signed: request.headers.authorization === sign, type, text, data })
      response.writeHead(ear.status).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  ear.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return ear
}

async function anAppThatListens() {
  const app = await aConnectedApp()
  const ear = await anEar()
  Object.assign(ear, { secret: app.access.appSecret, key: app.access.appKey })
  app.sandbox.world.setPushUrl(ear.url)
  const settled = () => app.sandbox.ground.pushes.settled()
  return { app, ear, settled }
}

test('an order’s life is told, signed over key and body; a cancelled order is called CANCEL there', async () => {
  const { app, ear, settled } = await anAppThatListens()
  const { id, packageId } = await app.paid()
  await app.ship(packageId)
  const other = await app.paid()
  app.step(other.id, 'cancel')
  await settled()
  expect(ear.heard.every(({ signed }) => signed)).toBe(true)
  const statuses = (of: string) =>
    ear.heard.filter(({ type, data }) => type === 1 && data.order_id === of).map(({ data }) => data.order_status)
  expect(statuses(id)).toEqual(['UNPAID', 'AWAITING_SHIPMENT', 'AWAITING_COLLECTION'])
  expect(statuses(other.id).at(-1)).toBe('CANCEL')
  expect(ear.heard.map(({ type }) => type)).toEqual(expect.arrayContaining([4, 11]))
  const ids = ear.heard.map(({ text }) => /"tts_notification_id":"(\d+)"/.exec(text)![1])
  expect(new Set(ids).size).toBe(ids.length)
})

test('what nobody takes is sent again after 2 minutes, 30 minutes, 3 and 12 hours, then never', async () => {
  const { app, ear, settled } = await anAppThatListens()
  ear.status = 500
  app.buy([{ sku: app.skus()[0]! }], { fate: { paysAfterMs: null } })
  const counts: number[] = []
  for (const pause of [0, 2 * 60_000, 30 * 60_000, 3 * HOUR, 12 * HOUR, 3 * HOUR]) {
    app.move(pause + 1)
    await settled()
    counts.push(ear.heard.length)
  }
  expect(counts).toEqual([1, 2, 3, 4, 5, 5])
})

test('the end of the permission is told, a month ahead and every day', async () => {
  const { app, ear, settled } = await anAppThatListens()
  app.move(335 * DAY + 1000)
  app.move(DAY)
  await settled()
  const warnings = ear.heard.filter(({ type }) => type === 7)
  expect(warnings.length).toBe(2)
  expect(typeof warnings[0]!.data.expiration_time).toBe('string')
  app.sandbox.world.revoke()
  await settled()
  expect(ear.heard.at(-1)!.type).toBe(6)
})

test('a shop names addresses by topic: https, a name, no port', async () => {
  const { ask } = await aConnectedApp()
  const put = (address: string, event_type = 'ORDER_STATUS_CHANGE') =>
    ask('PUT', '/event/202309/webhooks', { body: { address, event_type } })
  for (const address of ['http://contoh.id/', 'https://contoh.id:8443/', 'https://127.0.0.1/', 'https://localhost/'])
    expect((await put(address)).code).toBe(36009004)
  expect((await put('https://contoh.id/', 'LAIN')).code).toBe(36009004)
  expect((await put('https://contoh.id/')).code).toBe(0)
  const list = async () => (await ask('GET', '/event/202309/webhooks')).data
  expect(await list()).toMatchObject({
    total_count: 1,
    webhooks: [{ event_type: 'ORDER_STATUS_CHANGE', address: 'https://contoh.id/' }],
  })
  await ask('DELETE', '/event/202309/webhooks', { body: { event_type: 'ORDER_STATUS_CHANGE' } })
  expect(await list()).toEqual({ total_count: 0, webhooks: [] })
})
