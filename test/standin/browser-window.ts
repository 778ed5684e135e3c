import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-core'
import { type Browser, fromWeb, toWeb } from './chromium.ts'
import type { IpcMain } from './ipc-main.ts'
import { StandInPage } from './page.ts'
import { handOver, type PortHub, type StandInPort } from './ports.ts'
import { strict } from './strict.ts'

export interface WindowSurroundings {
  hub: PortHub
  ipcMain: IpcMain
  browser(): Promise<Browser>
  onAllClosed(): void
}

interface Options {
  title?: string
  width?: number
  height?: number
  show?: boolean
  titleBarOverlay?: object
  webPreferences?: Record<string, unknown>
}

/** What every window must be; a packaged app could not be less careful than this without a test failing. */
const MUST = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false }

class WebContents extends EventEmitter {
  readonly mainFrame: { readonly origin: string; readonly url: string; readonly parent: null }
  readonly #window: StandInWindow

  constructor(window: StandInWindow) {
    super()
    this.#window = window
    this.mainFrame = {
      parent: null,
      get url() {
        return fromWeb(window.page?.url() ?? 'about:blank')
      },
      get origin() {
        return /^[a-z]+:\/\/[^/]*/.exec(this.url)?.[0] ?? 'null'
      },
    }
  }

  send(channel: string, ...args: unknown[]): void {
    this.#window.speaker?.event(channel, args, [])
  }

  postMessage(channel: string, message: unknown, transfer: StandInPort[] = []): void {
    this.#window.speaker?.event(channel, [message], handOver(transfer))
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#window.openHandler = handler
  }

  reload(): void {
    void this.#window.page?.reload()
  }
}

export class StandInWindow extends EventEmitter {
  static readonly all = new Set<StandInWindow>()
  static surroundings: WindowSurroundings

  readonly webContents: WebContents
  readonly overlays: object[] = []
  page: Page | null = null
  speaker: StandInPage | null = null
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  readonly #opened: Promise<Page>
  #isDestroyed = false

  constructor({ webPreferences = {}, titleBarOverlay }: Options) {
    super()
    for (const [name, value] of Object.entries(MUST))
      if (webPreferences[name] !== value) throw new Error(`stand-in: a window needs ${name}: ${value}`)
    if (titleBarOverlay) this.overlays.push(titleBarOverlay)
    this.webContents = strict('webContents', new WebContents(this))
    StandInWindow.all.add(this)
    this.#opened = this.#open(webPreferences.preload as string | undefined)
  }

  async #open(preload: string | undefined): Promise<Page> {
    const { browser, hub, ipcMain } = StandInWindow.surroundings
    const { context } = await browser()
    const page = await context.newPage()
    this.page = page
    const event = () => ({ sender: this.webContents, senderFrame: this.webContents.mainFrame, ports: [] })
    this.speaker = await StandInPage.open(page, preload, hub, {
      onSend: (channel, args) => void ipcMain.emit(channel, event(), ...args),
      onInvoke: (channel, args) => ipcMain.answer(channel, event(), args),
    })
    page.on('popup', (popup) => {
      if (this.openHandler({ url: popup.url() }).action === 'deny') void popup.close()
    })
    page.on('close', () => this.#closed())
    return page
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#opened
    await page.goto(toWeb(address), { waitUntil: 'load' })
    this.emit('ready-to-show')
  }

  /** As Electron does before a page goes elsewhere; false when a listener prevented it. */
  mayGo(address: string): boolean {
    let isPrevented = false
    this.webContents.emit('will-navigate', {
      url: fromWeb(address),
      preventDefault: () => {
        isPrevented = true
      },
    })
    return !isPrevented
  }

  close(): void {
    if (this.#isDestroyed) return
    this.emit('close')
    void this.#opened.then((page) => page.close())
  }

  #closed(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    if (this.speaker) StandInWindow.surroundings.hub.abandon(this.speaker)
    StandInWindow.all.delete(this)
    this.emit('closed')
    if (StandInWindow.all.size === 0) StandInWindow.surroundings.onAllClosed()
  }

  isDestroyed = () => this.#isDestroyed
  isMinimized = () => false
  isMaximized = () => false
  getNormalBounds = () => ({ x: 0, y: 0, width: 1366, height: 768 })
  setTitleBarOverlay(options: object): void {
    this.overlays.push(options)
  }
  setBackgroundColor(_colour: string): void {}
  show(): void {}
  focus(): void {}
  restore(): void {}
  maximize(): void {}
}
