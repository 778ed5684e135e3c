import { contextBridge, ipcRenderer } from 'electron'
import { CORE_LINE, CORE_LOST, CORE_UNFINISHED, type DesktopBridge } from '../../src-shared/app/desktop-bridge.ts'
import { CHANNELS } from './messages.ts'

/**
 * All the page gets of Electron: named functions with plain data, and the line to the core. A port cannot pass through
 * contextBridge, so it is posted to the page, which shares this window's messages with us.
 */
ipcRenderer.on(CORE_LINE, (event) => window.postMessage(CORE_LINE, window.location.origin, [...event.ports]))
ipcRenderer.on(CORE_LOST, () => window.postMessage(CORE_LOST, window.location.origin))
ipcRenderer.on(CORE_UNFINISHED, (_event, news) =>
  window.postMessage({ kind: CORE_UNFINISHED, ...news }, window.location.origin),
)

const bridge: DesktopBridge = {
  kind: 'electron',
  platform: process.platform as DesktopBridge['platform'],
  connect: () => ipcRenderer.send(CHANNELS.connect),
  saveFile: ({ name, bytes }) => ipcRenderer.invoke(CHANNELS.saveFile, { name, bytes }),
  printers: () => ipcRenderer.invoke(CHANNELS.printers),
  printPdf: ({ name, bytes, printer, copies }) => ipcRenderer.invoke(CHANNELS.print, { name, bytes, printer, copies }),
  setLook: ({ language, titleBar, symbols }) => ipcRenderer.invoke(CHANNELS.look, { language, titleBar, symbols }),
  openPractice: () => ipcRenderer.invoke(CHANNELS.practice),
  openOtherFolder: () => ipcRenderer.invoke(CHANNELS.otherFolder),
  openLink: (address) => ipcRenderer.invoke(CHANNELS.link, address),
  canVerifyUpdates: () => ipcRenderer.invoke(CHANNELS.canVerifyUpdates),
  checkForUpdate: () => ipcRenderer.invoke(CHANNELS.checkForUpdate),
  installUpdate: () => ipcRenderer.invoke(CHANNELS.installUpdate),
  updateFromFile: () => ipcRenderer.invoke(CHANNELS.updateFromFile),
  versionBefore: () => ipcRenderer.invoke(CHANNELS.versionBefore),
  goBackToVersion: () => ipcRenderer.invoke(CHANNELS.goBackToVersion),
}
contextBridge.exposeInMainWorld('lumbung', bridge)
