import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { noDesktop } from '../../scripts/desktop-runtime.ts'
import { digestOf, rememberedDigestOf, SOURCES } from '../../scripts/digest.mjs'
import { lockShop } from '../../src-main/hosting/shop-lock.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { aBuiltPage, cookieFrom } from './a-web-host.ts'

const root = join(import.meta.dirname, '../..')

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** `npm start -- --browser` as a process of its own, until it says its address. */
async function started(folder: string, ...choices: string[]) {
  const page = aBuiltPage(folder)
  const child = spawn(
    process.execPath,
    [
      'scripts/start.ts',
      '--browser',
      '--no-open',
      '--port',
      '0',
      '--data',
      join(folder, 'data'),
      '--page',
      page,
      ...choices,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (line.startsWith('Ctrl+C')) break
  }
  const startAddress = addressIn(lines.join('\n'))
  return { child, lines, startAddress, url: new URL(startAddress).origin }
}

/** A program to its end: what it said and its exit status. */
async function ran(...args: string[]) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    if (!String(chunk).startsWith('Menyiapkan program')) said.err += chunk
  })
  return { status: (await once(child, 'close'))[0], ...said }
}

const addressIn = (said: string) => /^Lumbung: (http:\S+)$/m.exec(said)?.[1] ?? ''
/** What `--api` prints for scripts. */
const authorizationIn = (lines: string[]) =>
  /Authorization: (Bearer \S+)$/m.exec(lines.find((line) => line.startsWith('API:')) ?? '')?.[1] ?? ''

const exit = async (child: ChildProcess) => (await once(child, 'exit'))[0] as number | null

test.skipIf(process.platform === 'win32')(
  'npm start serves the app to a browser, and Ctrl+C closes it with nothing left to recover',
  async () => {
    const folder = aFolder()
    const { child, url, startAddress } = await started(folder)
    const headers = { cookie: await cookieFrom(startAddress) }
    expect(await (await fetch(url, { headers })).text()).toContain('The page of Lumbung')
    const status = await (await fetch(`${url}/api/status`, { headers })).json()
    expect(status).toMatchObject({ host: 'browser', isPractice: false, dataFolder: join(folder, 'data') })

    child.kill('SIGINT')
    expect(await exit(child)).toBe(0)
    expect(existsSync(join(folder, 'data', 'lumbung.sqlite'))).toBe(true)
    expect(existsSync(join(folder, 'data', 'lumbung.sqlite-wal'))).toBe(false)
  },
)

test('a script that was given the token can use the API', async () => {
  const { url, lines } = await started(aFolder(), '--api', '--practice')
  const authorization = authorizationIn(lines)
  const settings = await (await fetch(`${url}/api/settings`, { headers: { authorization } })).json()
  expect(settings).toMatchObject({ isPractice: true })
})

/** Another `npm start` on the shop of `folder`, until it ends. */
const startedAgain = (folder: string, ...choices: string[]) =>
  ran(
    ...['scripts/start.ts', '--browser', '--no-open'],
    ...['--data', join(folder, 'data'), '--page', join(folder, 'renderer')],
    ...choices,
  )

test('npm start while the shop is served already says another address into the same host, and ends', async () => {
  const folder = aFolder()
  const { url, startAddress } = await started(folder)
  const { status, out } = await startedAgain(folder)
  expect(status).toBe(0)
  const another = addressIn(out)
  expect(another).not.toBe(startAddress)
  expect(new URL(another).origin).toBe(url)
  const cookie = await cookieFrom(another)
  expect((await fetch(`${url}/api/status`, { headers: { cookie } })).status).toBe(200)
})

test('npm start on a shop that another program has open says who, in both languages, and touches nothing', async () => {
  const folder = aFolder()
  const data = join(folder, 'data')
  mkdirSync(data)
  aBuiltPage(folder)
  const lock = lockShop(join(data, 'lumbung.sqlite'))
  onTestFinished(() => lock.release())
  // left over from a host that was killed; its address may belong to anybody by now
  const note = { url: 'http://127.0.0.1:9', run: 'x', process: process.pid + 1 }
  writeFileSync(join(data, 'lumbung.sqlite.address.json'), JSON.stringify(note))
  const { status, out, err } = await startedAgain(folder)
  expect(status).toBe(1)
  expect(out).not.toContain('http')
  expect(err).toContain(`Toko ini sedang dibuka oleh Lumbung lain (proses ${process.pid}`)
  expect(err).toContain('Another Lumbung has this shop open')
})

test.each([
  ['taken by another program', async () => new URL((await started(aFolder())).url).port],
  ['none at all', async () => '99999'],
])('a port that is %s is said, in both languages, not as a shop that could not open', async (_, port) => {
  const folder = aFolder()
  aBuiltPage(folder)
  const wished = await port()
  const { status, err } = await startedAgain(folder, '--port', wished)
  expect(status).toBe(1)
  expect(err).toContain(`Port ${wished} tidak bisa dipakai`)
  expect(err).toContain(`Port ${wished} cannot be used`)
})

test('a choice that npm start does not know is named, above those it knows', async () => {
  const { status, err } = await ran('scripts/start.ts', '--jendela')
  expect(status).toBe(2)
  expect(err).toContain("Pilihan '--jendela' tidak dikenal")
  expect(err).toContain('--no-open')
})

test('Toko Latihan opens beside the shop, at an address and in a file of its own', async () => {
  const folder = aFolder()
  const { url, lines } = await started(folder, '--api')
  const authorization = authorizationIn(lines)
  const ask = () =>
    fetch(`${url}/api/practice`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: '{}',
    }).then((answer) => answer.json() as Promise<{ url: string }>)
  const practice = await ask()
  const { origin } = new URL(practice.url)
  expect(origin).not.toBe(url)
  expect(new URL((await ask()).url).origin, 'asked twice, opened once').toBe(origin)
  const cookie = await cookieFrom(practice.url)
  expect(await (await fetch(origin, { headers: { cookie } })).text()).toContain('The page of Lumbung')
  expect(existsSync(join(folder, 'data', 'latihan.sqlite'))).toBe(true)
})

test('a program is bundled under the digest of its sources: a changed source is another program, whatever its time says', () => {
  const folder = aFolder()
  const write = (text: string) => {
    writeFileSync(join(folder, 'a.ts'), text)
    utimesSync(join(folder, 'a.ts'), 10, 10)
    return digestOf(folder, ['.'])
  }
  const first = write('1')
  expect(write('2'), 'same name, same length, same time').not.toBe(first)
  expect(write('1')).toBe(first)
  writeFileSync(join(folder, 'b.ts'), '')
  expect(digestOf(folder, ['.']), 'one more file').not.toBe(first)
  rmSync(join(folder, 'b.ts'))
  expect(digestOf(folder, ['.'])).toBe(first)
})

test('sources that nobody touched are not read again, and are told from any others all the same', () => {
  const folder = aFolder()
  const memory = join(aFolder(), 'out', 'sources')
  const later = () => Date.now() + 60_000
  const named = (now = later(), from = folder) => {
    const name = rememberedDigestOf(from, ['.'], memory, now)
    expect(name).toBe(digestOf(from, ['.']))
    return name
  }
  const write = (text: string) => {
    writeFileSync(join(folder, 'a.ts'), text)
    utimesSync(join(folder, 'a.ts'), 10, 10)
  }
  write('1')
  named(Date.now())
  expect(existsSync(memory), 'touched just now, it may be touched again within one tick of the clock').toBe(false)
  const first = named()
  writeFileSync(memory, readFileSync(memory, 'utf8').replace(first, 'remembered'))
  expect(rememberedDigestOf(folder, ['.'], memory, later()), 'not read again').toBe('remembered')
  expect(rememberedDigestOf(folder, ['.'], memory), 'read again: touched just now').toBe(first)
  write('2')
  expect(named(), 'same name, same length, same time').not.toBe(first)
  write('1')
  expect(named()).toBe(first)
  mkdirSync(join(folder, 'deeper'))
  writeFileSync(join(folder, 'deeper', 'b.ts'), '')
  expect(named(), 'one more file').not.toBe(first)
  const copy = aFolder()
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
  writeFileSync(memory, readFileSync(memory, 'utf8').replace(/\n.*$/, '\nremembered'))
  expect(named(later(), copy), 'a copy is read').toBe(named(Date.now()))
  writeFileSync(memory, '')
  named()
})

test('the bundled command line is the one of these sources, and says what they say', async () => {
  const bundled = (...choices: string[]) => ran('scripts/bundled.mjs', 'lumbung', ...choices)
  const sources = (...choices: string[]) => ran('src-main/cli/lumbung.ts', ...choices)
  expect(await bundled('--help')).toEqual(await sources('--help'))
  const data = join(aFolder(), 'nowhere')
  expect(await bundled('report', 'neraca', '--data', data)).toEqual(await sources('report', 'neraca', '--data', data))
  const file = join(aFolder(), 'pesanan.xlsx')
  writeFileSync(file, anOrderFile().withOrder('261104HN3T8WQA', { placedAt: '2026-11-04 10:00' }).xlsx())
  const read = await bundled('import', file, '--dry-run', '--data', data)
  expect(read, 'its worker is bundled too').toEqual(await sources('import', file, '--dry-run', '--data', data))
  expect(read).toMatchObject({ status: 0, err: '' })
  const folder = join(root, 'out/programs', digestOf(root, SOURCES))
  expect(existsSync(join(folder, 'lumbung.mjs'))).toBe(true)
})

test('the bundled command line reads a file in its bundled worker', async () => {
  const folder = aFolder()
  const file = join(folder, 'pesanan.xlsx')
  writeFileSync(file, anOrderFile().withOrder('261104HN3T8WQA').xlsx())
  const { out, err } = await ran('scripts/bundled.mjs', 'lumbung', 'import', file, '--dry-run', '--data', folder)
  expect(err).toBe('')
  expect(out).toContain('pesanan.xlsx: 1 pesanan')
})

test('Electron is not tried where it cannot show a window', () => {
  expect(noDesktop({ platform: 'linux', env: {}, uid: 1000 })?.en).toBe('there is no display')
  expect(noDesktop({ platform: 'linux', env: { DISPLAY: ':0' }, uid: 0 })?.en).toBe('this is the root user')
  expect(noDesktop({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, uid: 1000 })).toBeNull()
  expect(noDesktop({ platform: 'win32', env: {}, uid: undefined })).toBeNull()
})

test('the browser for tests can be chosen, and a wrong choice is not quietly replaced', () => {
  expect(findChromium({ LUMBUNG_CHROMIUM: process.execPath })).toBe(process.execPath)
  expect(findChromium({ LUMBUNG_CHROMIUM: '/nowhere/chromium' })).toBeNull()
})
