import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const sources = globSync(
  ['src-main/**/*.ts', 'src-shared/**/*.ts', 'src-renderer/**/*.{ts,tsx}', 'scripts/**/*.{ts,mjs}'],
  {
    cwd: root,
  },
).map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(root, file), 'utf8') }))

/** Files where a line of code (not of comment) matches. */
const where = (pattern: RegExp, files = sources) =>
  files
    .filter(({ text }) => pattern.test(text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')))
    .map(({ file }) => file)
const electron = sources.filter(({ file }) => file.startsWith('src-main/electron/'))

test('only the desktop host knows Electron', () => {
  const importers = where(/from 'electron(-updater|\/\w+)?'|import\('electron|require\(['"]electron/)
  expect(importers.length).toBeGreaterThan(5)
  expect(importers.filter((file) => !file.startsWith('src-main/electron/'))).toEqual([])
})

test('the preload, which runs beside the page, imports nothing but electron and our own words', () => {
  const preload = electron.find(({ file }) => file.endsWith('/preload.ts'))!.text
  const imported = [...preload.matchAll(/from '([^']+)'/g)].map(([, name]) => name)
  expect(imported).toEqual(['electron', '../../src-shared/app/desktop-bridge.ts', './messages.ts'])
})

test('the page gets no way to send a message of its own choosing', () => {
  const preload = electron.find(({ file }) => file.endsWith('/preload.ts'))!.text
  for (const [call] of preload.matchAll(/ipcRenderer\.\w+\([^,)]*/g))
    expect(call).toMatch(/^ipcRenderer\.(invoke|send)\(CHANNELS\.\w+$|^ipcRenderer\.on\(CORE_(LINE|LOST|UNFINISHED)$/)
})

test('windows are made in one place', () => {
  expect(where(/new (BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/)).toEqual([
    'src-main/electron/windows.ts',
  ])
})

test('messages are answered in one place, and each handler goes through the check of its sender', () => {
  expect(where(/ipcMain\.(handle|on|once|handleOnce)\b/)).toEqual(['src-main/electron/bridge.ts'])
  const bridge = electron.find(({ file }) => file.endsWith('/bridge.ts'))!.text
  expect(bridge.match(/ipcMain\.\w+\(/g)?.length).toBe(bridge.match(/isFromOurPage\(event, origin\)/g)?.length)
})

test('the careful settings of a window are spelled out where it is made, and nowhere undone', () => {
  const windows = electron.find(({ file }) => file.endsWith('/windows.ts'))!.text
  const [made = ''] = /new BrowserWindow\(\{[\s\S]*?\n {2}\}\)/.exec(windows) ?? []
  for (const setting of [
    'contextIsolation: true',
    'sandbox: true',
    'nodeIntegration: false',
    'nodeIntegrationInWorker: false',
    'nodeIntegrationInSubFrames: false',
    'webSecurity: true',
    'allowRunningInsecureContent: false',
    'experimentalFeatures: false',
    'webviewTag: false',
    "disableBlinkFeatures: 'Auxclick'",
    'devTools: !app.isPackaged',
  ])
    expect(made).toContain(setting)
  expect(
    where(
      /nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webSecurity: false|bypassCSP: true|'no-sandbox'|enableBlinkFeatures|executeJavaScript/,
      electron,
    ),
  ).toEqual([])
})

test('the browser is opened in one place, for addresses that were looked up', () => {
  expect(where(/openExternal\(/)).toEqual(['src-main/electron/bridge.ts'])
})

test('nothing is awaited before the app is ready: Electron would wait for us and we for it', () => {
  const main = electron.find(({ file }) => file.endsWith('/main.ts'))!.text
  expect(main).not.toMatch(/^(?:const \w+ = )?await /m)
})

test('a dead window is loaded again in one place, which counts', () => {
  expect(where(/\.reload\(\)/, electron)).toEqual(['src-main/electron/shop-window.ts'])
  const window = electron.find(({ file }) => file.endsWith('/shop-window.ts'))!.text
  expect(window).toMatch(/if \(mayReload\(\)\) window\.webContents\.reload\(\)\s+else onGivenUp\(\)/)
})

test('the environment is asked for a page in one place, which knows whether the app is packaged', () => {
  expect(where(/ELECTRON_RENDERER_URL/)).toEqual(['src-main/electron/start-options.ts'])
  expect(where(/developmentPage\(app\.isPackaged, process\.env\)/)).toEqual(['src-main/electron/main.ts'])
})
