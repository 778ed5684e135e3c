import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { OpenedKeys } from '../src-main/core/outside.ts'
import { dataFolder, shopFile, syncedPart } from '../src-main/hosting/data-folder.ts'
import { defectLog } from '../src-main/hosting/defect-log.ts'
import { openerOf } from '../src-main/hosting/opener.ts'
import { projectFolder as root } from '../src-main/hosting/project-folder.ts'
import { openShopOrRescue } from '../src-main/hosting/rescue.ts'
import { shownInTheTerminal } from '../src-main/hosting/unfinished-work.ts'
import { whyClosed } from '../src-main/hosting/why-closed.ts'
import { TICKET_MINUTES } from '../src-main/web/door.ts'
import { apiTokenFile, type DoorKeys, doorKeys } from '../src-main/web/door-keys.ts'
import { type ServedShop, serveShop } from '../src-main/web/serve-shop.ts'
import { anotherStartAddress } from '../src-main/web/start-address.ts'
import { createWebHost, type WebHost, type WebHostNeeds } from '../src-main/web/web-host.ts'
import { DomainError } from '../src-shared/kernel/refusal.ts'
import { buildWhenOld } from './build-app.ts'
import { electronRuntime, fetchRuntime, noDesktop } from './desktop-runtime.ts'

const HELP = `npm start -- [choices]

  --data DIR    the folder of the shop, instead of the operating system's
  --practice    Toko Latihan, a file of its own
  --browser     the browser, even where the desktop app could open
  --no-open     say the address, open nothing
  --port N      in the browser: this port (4710, or any free one)
  --api         in the browser: say the token for scripts and its file too; see /openapi.json
  --fetch       try again to fetch the Electron runtime
  --page DIR    in the browser: serve this built page, build nothing
`

/** A browser keeps a page's small memories per port, so the port should stay. */
const USUAL_PORT = 4710
const PRACTICE_PORT = 4711
/** Taken, not for this user, or no port at all. */
const NO_PORT = ['EADDRINUSE', 'EACCES', 'ERR_SOCKET_BAD_PORT']
/** Electron that cannot start, for want of a library or a sandbox, ends sooner than this. */
const STARTS_WITHIN_MS = 15_000

function choices() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string' },
        practice: { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string' },
        api: { type: 'boolean', default: false },
        fetch: { type: 'boolean', default: false },
        page: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (problem) {
    const [option = ''] = /'-[^']*'/.exec((problem as Error).message) ?? []
    process.stderr.write(
      `Pilihan ${option} tidak dikenal atau kurang isinya. / ${option} is unknown or lacks its value.\n\n${HELP}`,
    )
    return process.exit(2)
  }
}
const choice = choices()
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)

if (choice.help) say(HELP)
else await start()

async function start(): Promise<void> {
  const folder = choice.data ? resolve(choice.data) : dataFolder()
  const synced = syncedPart(folder)
  if (synced)
    say(
      `Perhatian: ${synced} menyalin folder ini sambil kita menulis; itu bisa merusak data. Pilih folder lain dengan --data. / ${synced} copies this folder while we write in it; choose another with --data.`,
    )
  if (!choice.page) buildWhenOld()
  if (choice.browser || (await noWindow(folder))) await openBrowser(folder)
}

/** Opens the desktop app and stays with it. True when it could not be had, after saying why in one line. */
async function noWindow(folder: string): Promise<boolean> {
  const hindrance = noDesktop()
  const runtime = hindrance ? null : (electronRuntime() ?? (await fetchRuntime({ again: choice.fetch })))
  const missing = hindrance ?? { id: 'Electron belum terpasang', en: 'the Electron runtime is not installed' }
  if (runtime && (await ranDesktop(runtime, folder))) return false
  const why = runtime ? { id: 'Electron tidak mau berjalan di sini', en: 'Electron would not run here' } : missing
  say(
    `Aplikasi desktop tidak bisa dibuka (${why.id}), jadi Lumbung dibuka di peramban; isinya sama. / The desktop app cannot open (${why.en}), so Lumbung opens in the browser; nothing else differs.`,
  )
  return true
}

/** Whether the desktop app opened at all; resolves when it has ended. */
function ranDesktop(runtime: string, folder: string): Promise<boolean> {
  const started = Date.now()
  const app = spawn(runtime, [root, '--data', folder, ...(choice.practice ? ['--practice'] : [])], { stdio: 'inherit' })
  // Ctrl+C reaches the app as well; it ends first, then we do
  process.on('SIGINT', () => {})
  return new Promise((done) => {
    app.on('error', () => done(false))
    app.on('exit', (code) => done(code === 0 || Date.now() - started > STARTS_WITHIN_MS))
  })
}

async function openBrowser(folder: string): Promise<void> {
  const served = new Map<boolean, Promise<ServedShop>>()
  const begin = (isPractice: boolean): Promise<ServedShop> => {
    const shop = served.get(isPractice) ?? serve(folder, isPractice, async () => (await begin(true)).startAddress())
    served.set(isPractice, shop)
    shop.catch(() => served.delete(isPractice))
    return shop
  }
  const file = shopFile(folder, choice.practice)
  const shop = await begin(choice.practice).catch((problem) => {
    const again = problem instanceof DomainError && problem.code === 'SHOP_IS_OPEN' && runningAlready(file, problem)
    if (again) return process.exit(0)
    process.stderr.write(`${whyClosed(problem)}\n${whyClosed(problem, 'en')}\n`)
    return process.exit(1)
  })
  sayAddress(shop.startAddress())
  if (choice.api)
    say(`API: ${shop.url}/openapi.json  Authorization: Bearer ${doorKeys(file).apiToken}\n     (${apiTokenFile(file)})`)
  say('Ctrl+C menutup dengan rapi. / Ctrl+C closes it cleanly.')

  const close = async () => {
    for (const shop of served.values()) await shop.then((open) => open.close()).catch(() => {})
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void close())
}

function sayAddress(address: string): void {
  say(`Lumbung: ${address}`)
  say(
    `Alamat ini berlaku sekali, ${TICKET_MINUTES} menit; yang baru: npm start sekali lagi. / Good once, for ${TICKET_MINUTES} minutes; for another, run npm start again.`,
  )
  if (!choice['no-open']) open(address)
}

/** Says another start address when a host serves this shop to the browser already. */
function runningAlready(file: string, { facts }: DomainError): boolean {
  const address = anotherStartAddress(file, (facts as { process: number | null }).process)
  if (address) sayAddress(address)
  return address !== null
}

async function serve(folder: string, isPractice: boolean, startPractice: () => Promise<string>): Promise<ServedShop> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const rendererFolder = choice.page ? resolve(choice.page) : join(root, 'out/renderer')
  const wished = choice.port && isPractice === choice.practice ? Number(choice.port) : null
  // a browser that was let in stays so when the shop is opened again
  let keys: DoorKeys | null = null
  const openedKeys: OpenedKeys = new Map()
  return serveShop({
    async open(reopen) {
      const shop = await openShopOrRescue({
        folder,
        isPractice,
        version,
        host: 'browser',
        resourcesFolder: join(root, 'resources'),
        startPractice,
        reopen,
        openedKeys,
        unfinished: shownInTheTerminal,
      })
      if (shop.closedBecause)
        process.stderr.write(`${whyClosed(shop.closedBecause)}\n${whyClosed(shop.closedBecause, 'en')}\n`)
      return shop
    },
    serve({ core, beside }, port) {
      keys ??= doorKeys(beside)
      return hostOnPort(
        { core, rendererFolder, version, keys, noteDefect: defectLog(folder) },
        port ?? wished ?? (isPractice ? PRACTICE_PORT : USUAL_PORT),
        port !== null || wished !== null,
      )
    },
    onLost(problem) {
      process.stderr.write(`${whyClosed(problem)}\n${whyClosed(problem, 'en')}\n`)
      process.exit(1)
    },
  })
}

/** A port nobody wished for may give way to any free one. */
async function hostOnPort(needs: Omit<WebHostNeeds, 'port'>, port: number, isWished: boolean): Promise<WebHost> {
  try {
    return await createWebHost({ ...needs, port })
  } catch (problem) {
    const { code = '' } = problem as NodeJS.ErrnoException
    if (isWished && NO_PORT.includes(code)) throw new DomainError('PORT_NOT_FREE', { port })
    if (isWished || code !== 'EADDRINUSE') throw problem
    return createWebHost({ ...needs, port: 0 })
  }
}

/** Without anything to open it with, the address on the terminal has to do. */
function open(address: string): void {
  const { command, args } = openerOf(address, process.platform)
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  opener.on('error', () => {})
  opener.unref()
}
