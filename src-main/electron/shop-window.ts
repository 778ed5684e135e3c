import { join } from 'node:path'
import { type BrowserWindow, screen } from 'electron'
import { atMost } from './at-most.ts'
import { isSamePlace } from './trust.ts'
import type { Remembered, WindowMemory } from './window-memory.ts'
import { createWindow } from './windows.ts'

/** The header of the page is the title bar. */
const HEADER_HEIGHT = 44

/** A page that dies at once each time it is loaded would otherwise be loaded for ever. */
const MOST_RELOADS_A_MINUTE = 3
const MINUTE_MS = 60_000

interface ShopWindowNeeds {
  page: string
  isPractice: boolean
  memory: WindowMemory
  /** The page's process keeps ending, and a person must act. */
  onGivenUp(): void
}

/**
 * A shop's window: 1366 x 768 the first time, then as it was left. Shown once the page has something to show; loaded again
 * when its process ends by itself, three times a minute.
 */
export function createShopWindow({ page, isPractice, memory, onGivenUp }: ShopWindowNeeds): BrowserWindow {
  const { bounds, isMaximized, look } = memory.recall()
  const window = createWindow({
    options: {
      title: isPractice ? 'Toko Latihan - Lumbung' : 'Lumbung',
      width: 1366,
      height: 768,
      ...(bounds && isOnScreen(bounds) ? bounds : {}),
      minWidth: 1024,
      minHeight: 600,
      show: false,
      backgroundColor: look.titleBar,
      autoHideMenuBar: true,
      titleBarStyle: 'hidden',
      titleBarOverlay: { color: look.titleBar, symbolColor: look.symbols, height: HEADER_HEIGHT },
      trafficLightPosition: { x: 14, y: 14 },
    },
    mayShow: (address) => isSamePlace(address, page),
    preload: join(import.meta.dirname, '../preload/index.cjs'),
  })
  if (isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => memory.remember({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }))
  const mayReload = atMost(MOST_RELOADS_A_MINUTE, MINUTE_MS)
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    if (mayReload()) window.webContents.reload()
    else onGivenUp()
  })
  window.loadURL(page).catch(() => {
    // the window was closed while it loaded
  })
  return window
}

export function recolour(window: BrowserWindow, { titleBar, symbols }: Remembered['look']): void {
  window.setBackgroundColor(titleBar)
  if (process.platform !== 'darwin')
    window.setTitleBarOverlay({ color: titleBar, symbolColor: symbols, height: HEADER_HEIGHT })
}

/** A second screen may have gone since. */
function isOnScreen({ x, y, width }: NonNullable<Remembered['bounds']>): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const isBeside = x + width < workArea.x + 80 || x > workArea.x + workArea.width - 80
    return !isBeside && y >= workArea.y && y < workArea.y + workArea.height - HEADER_HEIGHT
  })
}
