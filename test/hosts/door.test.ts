import { execFile } from 'node:child_process'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createDoor } from '../../src-main/web/door.ts'
import { doorKeys } from '../../src-main/web/door-keys.ts'
import { asker, aWebHost, cookieFrom } from './a-web-host.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test('another process of this computer that asks for the page gets no page, no cookie and no data', async () => {
  const { host, client } = await aWebHost()
  const { businessName } = await client.settings.get()
  const knock = `
    const get = (path) => fetch(${JSON.stringify(host.url)} + path, { redirect: 'manual' })
    const answers = await Promise.all(['/', '/index.html', '/pesanan/retur', '/masuk/', '/masuk/guess'].map(get))
    for (const answer of answers)
      console.log(answer.status, answer.headers.getSetCookie().length, (await answer.text()).replaceAll('\\n', ' '))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', knock])
  const lines = stdout.trim().split('\n')
  expect(lines).toHaveLength(5)
  for (const line of lines) {
    expect(line).toMatch(/^401 0 /)
    expect(line).toContain('npm start')
    expect(line).not.toContain('The page of Lumbung')
    expect(line).not.toContain(businessName)
  }
  expect(lines[0]).toContain('Buka alamat dari terminal')
})

test('a start address lets one browser in, gives it the cookie of the session and leads to the clean address', async () => {
  const { host } = await aWebHost()
  const answer = await fetch(host.startAddress(), { redirect: 'manual' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('refresh')).toBe('0; url=/')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('set-cookie')).toMatch(/^lumbung-[0-9a-f]{12}=[^;]+; HttpOnly; SameSite=Strict; Path=\/$/)
  expect(await answer.text()).not.toContain('Toko')
})

test('the second to open a start address stays outside, however the ticket is written', async () => {
  const { host, ask, cookie } = await aWebHost()
  const address = host.startAddress()
  expect(await cookieFrom(address)).not.toBe('')
  const { pathname } = new URL(address)
  for (const again of [pathname, `${pathname}?x=1`, `${pathname}.x`, `${pathname}=`, `${pathname}/`])
    expect(await cookieFrom(host.url + again), again).toBe('')
  // who is in already, and comes back to it by the history, is led on
  expect((await ask(pathname, { headers: { cookie } })).headers.refresh).toBe('0; url=/')
})

test('looking at a start address without opening it (HEAD) does not use it up', async () => {
  const { host } = await aWebHost()
  const address = host.startAddress()
  await fetch(address, { method: 'HEAD' })
  expect(await cookieFrom(address)).not.toBe('')
})

test('nobody is answered who has neither cookie nor token, or one of another shop', async () => {
  const { ask, cookie, keys } = await aWebHost()
  const other = await aWebHost()
  const [name = '', value = ''] = cookie.split('=')
  const [moment = '', noise = '', signature = ''] = value.split('.')
  const later = (Date.now() + DAY).toString(36)
  const wrong: Record<string, string | null>[] = [
    { cookie: null },
    { cookie: '' },
    { cookie: `${name}=` },
    { cookie: `${name}=guess` },
    { cookie: `${name}=${value}x` },
    { cookie: `${name}=${value.toUpperCase()}` },
    { cookie: `${name}=${later}.${noise}.${signature}` },
    { cookie: `${name}=${moment}.${noise}.` },
    { cookie: `lumbung=${value}` },
    { cookie: other.cookie },
    { cookie: `${name}=${other.cookie.split('=')[1]}` },
    { cookie: `${name}=${new URL(other.host.startAddress()).pathname.split('/').at(-1)}` },
    { cookie: null, authorization: 'Bearer ' },
    { cookie: null, authorization: `Bearer ${keys.apiToken}x` },
    { cookie: null, authorization: `Bearer ${keys.apiToken.toUpperCase()}` },
    { cookie: null, authorization: `Basic ${keys.apiToken}` },
    { cookie: null, authorization: `Bearer ${value}` },
    { cookie: null, authorization: `Bearer ${other.keys.apiToken}` },
    { cookie: null, 'x-lumbung-session': keys.apiToken },
  ]
  for (const headers of wrong) {
    const said = JSON.stringify(headers)
    expect((await ask('/rpc/settings/get', { method: 'POST', headers, body: '{}' })).status, said).toBe(401)
    expect((await ask('/api/settings', { headers })).status, said).toBe(401)
    expect((await ask('/', { headers })).status, said).toBe(401)
  }
})

test('a ticket is not a session, and a session is not a ticket', async () => {
  const { host, ask, cookie } = await aWebHost()
  const [name = '', session = ''] = cookie.split('=')
  const ticket = new URL(host.startAddress()).pathname.split('/').at(-1)
  expect((await ask('/', { headers: { cookie: `${name}=${ticket}` } })).status).toBe(401)
  expect(await cookieFrom(`${host.url}/masuk/${session}`)).toBe('')
})

test('many tabs share one cookie, and loading a page anew makes it last from then', async () => {
  const { ask } = await aWebHost()
  const tabs = await Promise.all(Array.from({ length: 8 }, () => ask('/')))
  expect(tabs.map(({ status }) => status)).toEqual(Array(8).fill(200))
  const renewed = String(tabs[0]!.headers['set-cookie']).split(';')[0]!
  expect((await ask('/api/settings', { headers: { cookie: renewed } })).status).toBe(200)
})

test('a page that was open finds back after the host was restarted; used and old tickets do not', async () => {
  const { ask, host, restarted } = await aWebHost()
  const unused = host.startAddress()
  const again = await restarted()
  expect(again.url).toBe(host.url)
  expect((await ask('/api/settings')).status).toBe(200)
  expect((await ask('/')).text).toContain('The page of Lumbung')
  expect(await cookieFrom(unused), 'of the run before').toBe('')
  expect(await cookieFrom(again.startAddress())).not.toBe('')
})

test('tickets run out after 5 minutes, sessions 30 days after the page was last loaded', () => {
  let now = Date.UTC(2026, 10, 28)
  const door = createDoor({ key: Buffer.alloc(32, 1), apiToken: 'x' }, 'run', () => now)
  const [early, late] = [door.ticket(), door.ticket()]
  const cookie = door.cookie().split(';')[0]!
  now += 5 * MINUTE
  expect(door.admit(early)).toBe(true)
  now += 1
  expect(door.admit(late)).toBe(false)
  expect(door.admit(early)).toBe(false)
  now += 30 * DAY - 5 * MINUTE - 1
  expect(door.knowsBrowser({ cookie })).toBe(true)
  now += 1
  expect(door.knowsBrowser({ cookie })).toBe(false)
})

test("a laptop's clock that is put back leaves the open page inside, and no ticket good twice", () => {
  let now = Date.UTC(2026, 10, 28)
  const door = createDoor({ key: Buffer.alloc(32, 1), apiToken: 'x' }, 'run', () => now)
  const cookie = door.cookie().split(';')[0]!
  const ticket = door.ticket()
  expect(door.admit(ticket)).toBe(true)
  for (const jump of [-3 * DAY, -MINUTE, 2 * DAY]) {
    now += jump
    expect(door.knowsBrowser({ cookie })).toBe(true)
    door.admit(door.ticket())
    expect(door.admit(ticket)).toBe(false)
  }
})

test('a script gives the token that lies in a file beside the shop', async () => {
  const { host, folder } = await aWebHost()
  const token = readFileSync(join(folder, 'lumbung.sqlite.api-token'), 'utf8').trim()
  const { text } = await asker(host.url, '')('/api/settings', { headers: { authorization: `Bearer ${token}` } })
  expect(JSON.parse(text)).toMatchObject({ businessName: 'Batik Ratna' })
})

test.skipIf(process.platform === 'win32')(
  'keys are for the owner alone; a file that was loosened is tightened',
  async () => {
    const { folder } = await aWebHost()
    const files = ['door-key', 'api-token'].map((name) => join(folder, `lumbung.sqlite.${name}`))
    const modes = () => files.map((file) => statSync(file).mode & 0o777)
    expect(modes()).toEqual([0o600, 0o600])
    for (const file of files) chmodSync(file, 0o644)
    doorKeys(join(folder, 'lumbung.sqlite'))
    expect(modes()).toEqual([0o600, 0o600])
  },
)

test('keys stay the same from start to start, and one that was cut short is made anew', async () => {
  const { folder, keys } = await aWebHost()
  const file = join(folder, 'lumbung.sqlite')
  expect(doorKeys(file)).toEqual(keys)
  writeFileSync(`${file}.door-key`, keys.key.subarray(0, 7))
  writeFileSync(`${file}.api-token`, '')
  const fresh = doorKeys(file)
  expect(fresh.key).toHaveLength(32)
  expect(fresh.key).not.toEqual(keys.key)
  expect(fresh.apiToken).toMatch(/^[\w-]{43}$/)
  expect(statSync(`${file}.door-key`).size).toBe(32)
})
