import { app, BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'

interface WindowNeeds {
  options: BrowserWindowConstructorOptions
  /** Addresses this window may show. Anything else, and every new window, is prevented. */
  mayShow(address: string): boolean
  /** Only the shop's own window has one. */
  preload?: string
  /** Chromium's PDF viewer, for the window that prints. */
  showsPdf?: boolean
}

/**
 * The only place where a window is made, with all of items 2 to 11 of https://www.electronjs.org/docs/latest/tutorial/security spelled out
 * where it is made: there people look for them, and scanners, too.
 */
export function createWindow({ options, mayShow, preload, showsPdf = false }: WindowNeeds): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    webPreferences: {
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
      // the middle button opens nothing
      disableBlinkFeatures: 'Auxclick',
      spellcheck: false,
      devTools: !app.isPackaged,
      plugins: showsPdf,
      ...(preload ? { preload } : {}),
    },
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
