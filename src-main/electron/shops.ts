import { app, type BrowserWindow, type WebContents } from 'electron'
import { CORE_LINE, CORE_LOST, CORE_UNFINISHED } from '../../src-shared/app/desktop-bridge.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import type { Dialogs } from '../hosting/dialogs.ts'
import { whyClosed } from '../hosting/why-closed.ts'
import { type CoreLink, createCoreLink } from './core-link.ts'
import { createShopWindow } from './shop-window.ts'
import type { WindowMemory } from './window-memory.ts'

interface ShopsNeeds {
  folder: string
  resourcesFolder: string
  page: string
  memory: WindowMemory
  dialogs: Dialogs
}

interface RunningShop {
  isPractice: boolean
  window: BrowserWindow
  link: CoreLink
  /** The page asked for its line and has not got one since. */
  waits: boolean
}

/** The shops open in this app: the real one, Toko Latihan, or both; each with a window and a core of its own. */
export function createShops({ folder, resourcesFolder, page, memory, dialogs }: ShopsNeeds) {
  const running = new Set<RunningShop>()
  const leaving = new Set<Promise<void>>()

  const giveLine = ({ window, link }: RunningShop) => window.webContents.postMessage(CORE_LINE, null, [link.line()])

  const stillLeaving = (): Promise<unknown> | null => (leaving.size > 0 ? Promise.all(leaving) : null)

  const open = (isPractice: boolean): void => {
    const already = [...running].find((shop) => shop.isPractice === isPractice)
    if (already) {
      bringForward(already.window)
      return
    }
    const waiting = stillLeaving()
    if (waiting) {
      void waiting.then(() => open(isPractice))
      return
    }

    const { language } = memory.recall().look
    const giveUp = (sentence: string) =>
      void dialogs.tell(sentence).then(() => {
        if (!window.isDestroyed()) window.close()
      })
    const window = createShopWindow({
      page,
      isPractice,
      memory,
      onGivenUp: () => giveUp(whyClosed(new DomainError('WINDOW_KEEPS_ENDING'), language)),
    })
    const link = createCoreLink({
      shop: { folder, isPractice, version: app.getVersion(), host: 'electron', resourcesFolder },
      language,
      onUnfinished({ about, done, total }) {
        if (!window.isDestroyed()) window.webContents.send(CORE_UNFINISHED, { about, done, total })
      },
      onOpened() {
        if (shop.waits && !window.isDestroyed()) giveLine(shop)
        shop.waits = false
      },
      onLost() {
        shop.waits = true
        if (!window.isDestroyed()) window.webContents.send(CORE_LOST)
      },
      onPractice: () => open(true),
      onRefused: giveUp,
    })
    const shop: RunningShop = { isPractice, window, link, waits: false }
    running.add(shop)
    window.on('closed', () => {
      running.delete(shop)
      const gone = link.close().finally(() => leaving.delete(gone))
      leaving.add(gone)
    })
  }

  return {
    open,

    /** The page has loaded, again perhaps, and wants to talk. */
    connect(contents: WebContents): void {
      const shop = [...running].find(({ window }) => !window.isDestroyed() && window.webContents === contents)
      if (!shop) return
      if (shop.link.isOpen()) giveLine(shop)
      else shop.waits = true
    },

    windows: () => [...running].map(({ window }) => window).filter((window) => !window.isDestroyed()),

    /** The cores of closed windows that are still letting go of their files; null when none is. */
    stillLeaving,
  }
}
export type Shops = ReturnType<typeof createShops>

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
