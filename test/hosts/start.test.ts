import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { isOld } from '../../scripts/build-app.ts'
import { findChromium } from '../../scripts/chromium.mjs'
import { noDesktop } from '../../scripts/desktop-runtime.ts'
import { aBuiltPage } from './a-web-host.ts'

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
  return { child, lines, url: /^Lumbung: (http:\S+)$/m.exec(lines.join('\n'))?.[1] ?? '' }
}

const exit = async (child: ChildProcess) => (await once(child, 'exit'))[0] as number | null

test.skipIf(process.platform === 'win32')(
  'npm start serves the app to a browser, and Ctrl+C closes it with nothing left to recover',
  async () => {
    const folder = aFolder()
    const { child, url } = await started(folder)
    const page = await (await fetch(url)).text()
    const token = /name="lumbung-session" content="([^"]+)"/.exec(page)?.[1] ?? ''
    const status = await (await fetch(`${url}/api/status`, { headers: { 'x-lumbung-session': token } })).json()
    expect(status).toMatchObject({ host: 'browser', isPractice: false, dataFolder: join(folder, 'data') })

    child.kill('SIGINT')
    expect(await exit(child)).toBe(0)
    expect(existsSync(join(folder, 'data', 'lumbung.sqlite'))).toBe(true)
    expect(existsSync(join(folder, 'data', 'lumbung.sqlite-wal'))).toBe(false)
  },
)

test('a script that was given the token can use the API', async () => {
  const { url, lines } = await started(aFolder(), '--api', '--practice')
  const [, authorization] =
    /Authorization: (Bearer \S+)$/.exec(lines.find((line) => line.startsWith('API:')) ?? '') ?? []
  const settings = await (await fetch(`${url}/api/settings`, { headers: { authorization: authorization! } })).json()
  expect(settings).toMatchObject({ isPractice: true })
})

test('a second npm start on the same shop says who has it open, in both languages, and touches nothing', async () => {
  const folder = aFolder()
  const { child: first } = await started(folder)
  const second = spawn(
    process.execPath,
    ['scripts/start.ts', '--browser', '--no-open', '--data', join(folder, 'data'), '--page', join(folder, 'renderer')],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  second.stderr.on('data', (chunk) => {
    said += chunk
  })
  expect(await exit(second)).toBe(1)
  expect(said).toContain(`Toko ini sedang dibuka oleh Lumbung lain (proses ${first.pid}`)
  expect(said).toContain('Another Lumbung has this shop open')
})

test('Toko Latihan opens beside the shop, at an address and in a file of its own', async () => {
  const folder = aFolder()
  const { url, lines } = await started(folder, '--api')
  const [, authorization] =
    /Authorization: (Bearer \S+)$/.exec(lines.find((line) => line.startsWith('API:')) ?? '') ?? []
  const ask = () =>
    fetch(`${url}/api/practice`, {
      method: 'POST',
      headers: { authorization: authorization!, 'content-type': 'application/json' },
      body: '{}',
    }).then((answer) => answer.json() as Promise<{ url: string }>)
  const practice = await ask()
  expect(practice.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(practice.url).not.toBe(url)
  expect(await ask(), 'asked twice, opened once').toEqual(practice)
  expect(await (await fetch(practice.url)).text()).toContain('Lumbung')
  expect(existsSync(join(folder, 'data', 'latihan.sqlite'))).toBe(true)
})

test('what is built is built again only when a source is newer', () => {
  const folder = aFolder()
  const file = (name: string, day: number) => {
    writeFileSync(join(folder, name), '')
    utimesSync(join(folder, name), day, day)
  }
  file('a.ts', 10)
  expect(isOld(folder, ['*.ts'], ['built.js'])).toBe(true)
  file('built.js', 20)
  expect(isOld(folder, ['*.ts'], ['built.js'])).toBe(false)
  file('b.ts', 30)
  expect(isOld(folder, ['*.ts'], ['built.js'])).toBe(true)
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
