import { app } from 'electron'
import { noUpdates, type Updates } from '../hosting/updates.ts'

/**
 * Updates of a packaged app, asked for by the owner and never by us. Offline or without a publisher the answer is
 * `unavailable`, quietly: a shop without internet has nothing to be told about that.
 */
export function desktopUpdates(): Updates {
  if (!app.isPackaged) return noUpdates
  const updater = async () => {
    const { autoUpdater } = (await import('electron-updater')).default
    autoUpdater.autoDownload = false
    autoUpdater.autoInstallOnAppQuit = false
    autoUpdater.allowDowngrade = false
    autoUpdater.disableWebInstaller = true
    autoUpdater.logger = null
    return autoUpdater
  }
  return {
    async check() {
      try {
        const found = await (await updater()).checkForUpdates()
        return found?.isUpdateAvailable ? { state: 'offered', version: found.updateInfo.version } : { state: 'current' }
      } catch {
        return { state: 'unavailable' }
      }
    },
    async install() {
      try {
        const offered = await updater()
        await offered.downloadUpdate()
        // after the answer has reached the window
        setImmediate(() => offered.quitAndInstall())
        return { state: 'installing' }
      } catch {
        return { state: 'unavailable' }
      }
    },
  }
}
