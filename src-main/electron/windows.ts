import { app, BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron'

/** Every window of Lumbung, spelled out; https://www.electronjs.org/docs/latest/tutorial/security items 2 to 11. */
const CAREFUL: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
}

interface WindowNeeds {
  options: BrowserWindowConstructorOptions
  /** Addresses this window may show. Anything else, and every new window, is prevented. */
  mayShow(address: string): boolean
  /** Only the shop's own window has one. */
  preload?: string
  /** Chromium's PDF viewer, for the window that prints. */
  showsPdf?: boolean
}

/** The only place where a window is made. */
export function createWindow({ options, mayShow, preload, showsPdf = false }: WindowNeeds): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    webPreferences: { ...CAREFUL, devTools: !app.isPackaged, plugins: showsPdf, ...(preload ? { preload } : {}) },
  })
  const { webContents } = window
  const stay = (event: { url: string; preventDefault(): void }) => {
    if (!mayShow(event.url)) event.preventDefault()
  }
  webContents.on('will-navigate', stay)
  webContents.on('will-redirect', stay)
  webContents.on('will-frame-navigate', stay)
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  return window
}
