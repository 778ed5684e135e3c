import { rmSync } from 'node:fs'
import { createORPCClient, isDefinedError, safe } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, test } from 'vitest'
import type { contract } from '../../src-shared/contract.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { ANSWERS } from '../builders/a-core.ts'
import { aWebHost } from './a-web-host.ts'

type Hosted = Awaited<ReturnType<typeof aWebHost>>
const aClient = ({ host, cookie }: Pick<Hosted, 'host' | 'cookie'>): ContractRouterClient<typeof contract> =>
  createORPCClient(new RPCLink({ url: `${host.url}/rpc`, headers: { cookie } }))

test('the page is never kept by the browser, what it is made of for ever', async () => {
  const { ask } = await aWebHost()
  expect((await ask('/')).headers['cache-control']).toBe('no-store')
  expect((await ask('/assets/index-a1b2c3.js')).headers['cache-control']).toBe('max-age=31536000, immutable')
})

test('an update that builds another page under a running host takes no part of this one away', async () => {
  const { ask, rendererFolder } = await aWebHost()
  const [page, part] = [await ask('/'), await ask('/assets/index-a1b2c3.js')]
  rmSync(rendererFolder, { recursive: true })
  expect((await ask('/')).text.length).toBe(page.text.length)
  expect((await ask('/assets/index-a1b2c3.js')).text).toBe(part.text)
})

test('reloading a page inside the app gives the app again', async () => {
  const { ask } = await aWebHost()
  expect((await ask('/pesanan/retur')).text).toContain('Lumbung')
})

test('every answer carries exactly this content security policy, refusals too; a page the nonce of its own answer', async () => {
  const { ask } = await aWebHost()
  const policy = (styles: string) =>
    `default-src 'none'; script-src 'self'; style-src ${styles}; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default`
  for (const path of ['/', '/assets/index-a1b2c3.js', '/nowhere.js', '/rpc/settings/get', '/openapi.json']) {
    const { headers } = await ask(path, { headers: { cookie: null } })
    // a page, this one says where the way in is, has styles of its own
    const found = String(headers['content-security-policy']).replace(/ 'nonce-[^']+'/, '')
    expect([found, headers['x-content-type-options']], path).toEqual([policy("'self'"), 'nosniff'])
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  }
  const pages = [await ask('/'), await ask('/')]
  const nonces = pages.map(({ text }) => /<style nonce="([^"]+)">/.exec(text)?.[1] ?? '')
  expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  expect(nonces[0]).not.toBe(nonces[1])
  for (const [at, { headers }] of pages.entries())
    expect(headers['content-security-policy']).toBe(policy(`'self' 'nonce-${nonces[at]}'`))
})

test('a page can use the whole contract over HTTP, refusals keep their type and facts', async () => {
  const shop = await aWebHost({ setUp: false })
  const client = aClient(shop)
  expect((await client.settings.get()).isSetUp).toBe(false)
  await client.settings.setUp(ANSWERS)
  const { error } = await safe(client.settings.setUp({ ...ANSWERS, businessName: 'Lain' }))
  expect(error && isDefinedError(error) && error.code).toBe('ALREADY_SET_UP')
})

test('a refusal in the middle of a stream keeps its type and facts as well', async () => {
  const shop = await aWebHost()
  const importId = newId()
  const read = async () => {
    for await (const _ of await aClient(shop).channels.files.confirm({ importId, shopId: newId() }));
  }
  await expect(read()).rejects.toMatchObject({ defined: true, code: 'IMPORT_NOT_FOUND', data: { importId } })
})

test('a defect travels with its code, and the host writes down where it happened', async () => {
  const shop = await aWebHost()
  const { doors, defects } = shop
  doors.raw.exec('DROP TABLE shop')
  const { error } = await safe(aClient(shop).channels.shops.list())
  expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', data: defects[0] })
  expect(defects[0]!.details).toMatch(/^LB-[0-9A-F]{4}\nSqliteError: no such table: .*shop\nchannels\.shops\.list\n/)
})

test('a change made by one caller reaches another over its stream', async () => {
  const shop = await aWebHost()
  await aClient(shop).settings.get()
  const changes = await aClient(shop).changes.watch()
  const heard = (async () => {
    for await (const { rooms, answers } of changes) if (rooms.includes('settings')) return answers
    return []
  })()
  await aClient(shop).settings.change({ language: 'en' })
  expect(await heard).toContain('settings.get')
  await changes.return?.()
})

test('what is committed between the first question and the stream is the first thing the stream tells', async () => {
  const shop = await aWebHost()
  await aClient(shop).settings.get()
  await aClient(shop).settings.change({ language: 'en' })
  const changes = await aClient(shop).changes.watch()
  const { value } = await changes.next()
  expect(value).toMatchObject({ answers: expect.arrayContaining(['settings.get']) })
  await changes.return?.()
})

test('a name pointed at this computer by someone else is refused (DNS rebinding)', async () => {
  const { ask, host } = await aWebHost()
  const port = new URL(host.url).port
  for (const name of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    '127.0.0.1:1',
    `127.0.0.1.evil.example:${port}`,
  ])
    expect((await ask('/', { headers: { host: name } })).status, name).toBe(421)
  expect((await ask('/', { headers: { host: `localhost:${port}` } })).status).toBe(200)
})

test('a page of another origin may not ask, even with the cookie', async () => {
  const { ask, host } = await aWebHost()
  const port = Number(new URL(host.url).port)
  const strangers = ['https://evil.example', 'null', `http://127.0.0.1:${port + 1}`, `https://127.0.0.1:${port}`]
  for (const origin of strangers) expect((await ask('/api/settings', { headers: { origin } })).status, origin).toBe(403)
  expect((await ask('/api/settings', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  expect((await ask('/api/settings', { headers: { origin: host.url, 'sec-fetch-site': 'same-origin' } })).status).toBe(
    200,
  )
})

test('only JSON and forms of files change anything: what else a plain form can send is refused', async () => {
  const { ask, client } = await aWebHost()
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', null]) {
    const headers = { 'content-type': type }
    const answer = await ask('/api/settings', { method: 'PATCH', headers, body: '{"language":"en"}' })
    expect(answer.status, String(type)).toBe(415)
  }
  expect((await client.settings.get()).language).toBe('id')
})

test('a GET never changes anything', async () => {
  const { ask, client } = await aWebHost()
  const data = encodeURIComponent('{"json":{"language":"en"}}')
  expect((await ask(`/rpc/settings/change?data=${data}`)).status).toBe(405)
  expect((await ask('/openapi.json', { method: 'POST', body: '{}' })).status).toBe(405)
  expect((await client.settings.get()).language).toBe('id')
})

test.for([
  '/../secret.txt',
  '/../secret.json',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.json',
  '/%2e%2e%2fsecret.json',
  '/assets/../../secret.json',
  '/assets/..\\..\\secret.json',
  '/assets/%2e%2e%5c%2e%2e%5csecret.json',
  '/..;/secret.json',
  '//secret.json',
  '/secret.json%00.js',
  '/./../secret.json',
  '/assets/....//....//secret.json',
  '/C:/Windows/win.ini',
  '/file:///etc/passwd.json',
  '/%c0%ae%c0%ae/secret.json',
])('nothing outside the page folder is served: %s', async (path) => {
  const { ask } = await aWebHost()
  const answer = await ask(path)
  expect(answer.status).toBe(404)
  expect(answer.text).not.toContain('outside')
})

test('the API describes itself as OpenAPI 3.1, with the typed refusals', async () => {
  const { ask, host } = await aWebHost()
  const document = JSON.parse((await ask('/openapi.json', { headers: { cookie: null } })).text)
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(document.servers).toEqual([{ url: `${host.url}/api` }])
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/settings', '/status', '/changes']))
  expect(document.paths['/orders/{id}'].get.tags).toEqual(['orders'])
  const refused = document.paths['/settings'].post.responses['409']
  expect(JSON.stringify(refused)).toContain('"const":"ALREADY_SET_UP"')

  const ids = Object.values<Record<string, { operationId?: string }>>(document.paths)
    .flatMap((path) => Object.values(path))
    .map(({ operationId }) => operationId)
  expect(ids.length).toBeGreaterThan(5)
  expect(new Set(ids).size, 'operation ids are unique').toBe(ids.length)
})

test('REST: the refusal of a second set-up is a 409 with its code and sentence', async () => {
  const { ask } = await aWebHost()
  const answer = await ask('/api/settings', { method: 'POST', body: JSON.stringify(ANSWERS) })
  expect(answer.status).toBe(409)
  expect(JSON.parse(answer.text)).toMatchObject({ code: 'ALREADY_SET_UP', defined: true })
})

test('closing ends open streams, so Ctrl+C is never held up by a page', async () => {
  const shop = await aWebHost()
  const changes = await aClient(shop).changes.watch()
  const next = changes.next().then(
    () => 'ended',
    () => 'broken off',
  )
  await shop.host.close()
  expect(['ended', 'broken off']).toContain(await next)
})
