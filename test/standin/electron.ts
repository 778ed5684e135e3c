import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Route } from 'playwright-core'
import { StandInWindow } from './browser-window.ts'
import { type Browser, fromWeb, startChromium, toWeb } from './chromium.ts'
import { IpcMain } from './ipc-main.ts'
import { PortHub, PortShelf } from './ports.ts'
import { strict } from './strict.ts'
import { createUtilityProcess } from './utility-process.ts'

/*
 * What `import 'electron'` means in the stand-in: as much of Electron's main process as Lumbung uses, on Node and
 * Chromium. It lets the real bundles run where no Electron can be had. What it cannot show stands in README.md.
 */
const appFolder = process.env.STANDIN_APP!
const said = (fact: object) => process.send?.(fact)

let isReady = false
let hasScheme = false
let isQuitting = false
const endings: (() => void)[] = []

class App extends EventEmitter {
  readonly isPackaged = false
  readonly name = 'Lumbung'
  readonly #paths = new Map([['downloads', join(tmpdir(), 'lumbung-standin-downloads')]])
  readonly commandLine = { hasSwitch: (name: string) => process.argv.includes(`--${name}`) }
  isSandboxed = false

  enableSandbox(): void {
    if (isReady) throw new Error('stand-in: enableSandbox after ready')
    this.isSandboxed = true
  }
  whenReady = () => (isReady ? Promise.resolve() : new Promise<void>((resolve) => this.once('ready', () => resolve())))
  setAppUserModelId(_id: string): void {}
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`stand-in: setPath to a folder that does not exist: ${path}`)
    this.#paths.set(name, path)
  }
  getPath = (name: string) => this.#paths.get(name) ?? tmpdir()
  getVersion = () => (JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { version: string }).version
  requestSingleInstanceLock = () => true

  relaunch({ args }: { args: string[] }): void {
    said({ kind: 'relaunched', args })
  }

  quit(): void {
    const event = preventable()
    this.emit('before-quit', event)
    if (event.isPrevented()) return
    isQuitting = true
    if (StandInWindow.all.size > 0) for (const window of [...StandInWindow.all]) window.close()
    else this.leave()
  }
  leave(): void {
    const event = preventable()
    this.emit('will-quit', event)
    if (event.isPrevented()) isQuitting = false
    else void this.exit(0)
  }
  async exit(code: number): Promise<void> {
    for (const end of endings) end()
    if (started) await (await started).close()
    process.exit(code)
  }
}

const preventable = () => {
  let isPrevented = false
  return {
    preventDefault() {
      isPrevented = true
    },
    isPrevented: () => isPrevented,
  }
}

const realApp = new App()
const hub = new PortHub()
const shelf = new PortShelf({
  post: (port, data, ports) => hub.post(port, data, ports),
  close: (port) => hub.close(port),
})
const realIpc = new IpcMain()

type SchemeHandler = (request: Request) => Response | Promise<Response>
const schemes = new Map<string, SchemeHandler>()

let started: Promise<Browser> | null = null
const browser = () => {
  started ??= startChromium().then(async (running) => {
    await running.context.route('**/*', (route) => serve(route))
    said({ kind: 'browser', debuggingUrl: running.debuggingUrl })
    return running
  })
  return started
}

/** Every request of every page: our scheme goes to its handler, everything else goes nowhere. */
async function serve(route: Route): Promise<void> {
  const request = route.request()
  const address = fromWeb(request.url())
  const handler = schemes.get(/^([a-z]+):/.exec(address)?.[1] ?? '')
  const isFirst = request.isNavigationRequest() && request.frame().parentFrame() === null
  const window = isFirst ? [...StandInWindow.all].find(({ page }) => page === request.frame().page()) : undefined
  const hasPage = window && window.page?.url() !== 'about:blank'
  if (hasPage && !window.mayGo(address)) {
    said({ kind: 'prevented', address })
    return route.abort('aborted')
  }
  if (!handler) {
    said({ kind: 'refused', address })
    return route.abort('addressunreachable')
  }
  const asked = new Request(request.url(), { method: request.method() })
  const answer = await handler(Object.defineProperty(asked, 'url', { value: address }))
  await route.fulfill({
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  })
}

StandInWindow.surroundings = {
  hub,
  ipcMain: realIpc,
  browser,
  onAllClosed() {
    if (isQuitting) realApp.leave()
    else realApp.emit('window-all-closed')
  },
}

/** A dialog waits for the test to answer, before or after it has opened. */
const dialogAnswers: unknown[] = []
const openDialogs: ((answer: unknown) => void)[] = []
const answerDialog = (answer: unknown) => {
  const waiting = openDialogs.shift()
  if (waiting) waiting(answer)
  else dialogAnswers.push(answer)
}
const ask = (kind: string, options: object) => {
  said({ kind: 'dialog', dialog: kind, options })
  if (dialogAnswers.length > 0) return dialogAnswers.shift()
  return new Promise((resolve) => openDialogs.push(resolve))
}

process.on('message', (message: { kind: string; answer?: unknown; argv?: string[] }) => {
  if (message.kind === 'dialog answer') answerDialog(message.answer)
  if (message.kind === 'quit') realApp.quit()
  if (message.kind === 'second instance') realApp.emit('second-instance', {}, message.argv ?? [])
})

export const app = strict('app', realApp)
export const BrowserWindow = strict(
  'BrowserWindow',
  Object.assign(StandInWindow, { getFocusedWindow: () => [...StandInWindow.all][0] ?? null }),
)
export const ipcMain = strict('ipcMain', realIpc)
export const utilityProcess = strict(
  'utilityProcess',
  createUtilityProcess(
    hub,
    () => isReady,
    (end) => endings.push(end),
  ),
)
export class MessageChannelMain {
  readonly port1
  readonly port2
  constructor() {
    const [first, second] = hub.channel(shelf)
    this.port1 = shelf.take(first)
    this.port2 = shelf.take(second)
  }
}
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list: { scheme: string; privileges?: Record<string, boolean> }[]) {
    if (isReady || hasScheme) throw new Error('stand-in: schemes are registered once, before ready')
    hasScheme = true
    for (const { scheme, privileges } of list) {
      if (!privileges?.standard || !privileges.secure || privileges.bypassCSP)
        throw new Error(`stand-in: ${scheme} must be standard and secure, and may not bypass the policy`)
      if (toWeb(`${scheme}://app/`) === `${scheme}://app/`) throw new Error(`stand-in: unknown scheme ${scheme}`)
    }
  },
  handle(scheme: string, handler: SchemeHandler) {
    if (!isReady) throw new Error('stand-in: protocol.handle before ready')
    schemes.set(scheme, handler)
  },
})
/** Remembers which doors were shut, for the test to ask. */
const shut = new Set<string>()
export const session = strict('session', {
  defaultSession: strict('session', {
    setPermissionRequestHandler: () => shut.add('request'),
    setPermissionCheckHandler: () => shut.add('check'),
    setDevicePermissionHandler: () => shut.add('device'),
    setDisplayMediaRequestHandler: () => shut.add('display'),
    on: (name: string) => shut.add(name),
  }),
})
export const dialog = strict('dialog', {
  showOpenDialog: async (...args: object[]) => ask('open', args.at(-1)!),
  showSaveDialog: async (...args: object[]) => ask('save', args.at(-1)!),
  showMessageBox: async (...args: object[]) => ask('message', args.at(-1)!),
})
export const Menu = strict('Menu', {
  buildFromTemplate: (template: object[]) => template,
  setApplicationMenu: (template: { label: string }[]) =>
    said({ kind: 'menu', labels: template.map(({ label }) => label) }),
})
export const screen = strict('screen', {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 768 } }],
})
export const shell = strict('shell', {
  openExternal: async (address: string) => said({ kind: 'opened outside', address }),
  openPath: async (path: string) => {
    said({ kind: 'opened file', path, bytes: readFileSync(path).byteLength })
    return ''
  },
})
export const webContents = strict('webContents', {
  getAllWebContents: () => [...StandInWindow.all].map((window) => window.webContents),
})
export const net = strict('net', { fetch: (address: string, init?: RequestInit) => fetch(address, init) })
export const safeStorage = strict('safeStorage', { isAsyncEncryptionAvailable: async () => false })

/** Called by `run.ts` once the app's entry module has finished, as Electron does. */
export function becomeReady(): void {
  if (!realApp.isSandboxed) throw new Error('stand-in: app.enableSandbox() was not called')
  isReady = true
  realApp.emit('ready')
  setImmediate(() => {
    const missing = ['request', 'check', 'device', 'display'].filter((name) => !shut.has(name))
    if (missing.length > 0) throw new Error(`stand-in: permissions left open: ${missing.join(', ')}`)
  })
}
