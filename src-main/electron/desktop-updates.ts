import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, net } from 'electron'
import { migrations } from '../core/database/migrations/index.ts'
import { LIST_NAME, UPDATE_KEYS } from '../hosting/update-keys.ts'
import { isListed, takenManifest, type UpdateManifest } from '../hosting/update-manifest.ts'
import { noUpdates, type Updates } from '../hosting/updates.ts'

/**
 * Updates of a packaged app, asked for by the owner and never by us. Offline or without a publisher the answer is
 * `unavailable`, quietly: a shop without internet has nothing to be told about that. Nothing is offered that our own signed list does not
 * name, and nothing is begun whose bytes differ from it; the updater's and the operating system's checks come after.
 */
export function desktopUpdates(): Updates {
  if (!app.isPackaged || UPDATE_KEYS.length === 0) return noUpdates
  const updater = async () => {
    const { autoUpdater } = (await import('electron-updater')).default
    autoUpdater.autoDownload = false
    autoUpdater.autoInstallOnAppQuit = false
    autoUpdater.allowDowngrade = false
    autoUpdater.disableWebInstaller = true
    autoUpdater.logger = null
    return autoUpdater
  }
  /** The signed list of what is offered; null where there is none that may be taken. */
  const offered = async (): Promise<UpdateManifest | null> => {
    const config = await readFile(join(process.resourcesPath, 'app-update.yml'), 'utf8')
    const feed = /^url:\s*(https:\S+)$/m.exec(config)?.[1]
    if (!feed) return null
    const answer = await net.fetch(`${feed}/${LIST_NAME}`, { cache: 'no-store' })
    if (!answer.ok) return null
    const asked = { keys: UPDATE_KEYS, version: app.getVersion(), schema: migrations.at(-1)!.number, now: Date.now() }
    const manifest = takenManifest(new Uint8Array(await answer.arrayBuffer()), asked)
    return typeof manifest === 'string' ? null : manifest
  }
  return {
    async check() {
      try {
        const manifest = await offered()
        const found = manifest && (await (await updater()).checkForUpdates())
        if (!manifest || !found?.isUpdateAvailable) return { state: 'current' }
        return found.updateInfo.version === manifest.version
          ? { state: 'offered', version: manifest.version }
          : { state: 'unavailable' }
      } catch {
        return { state: 'unavailable' }
      }
    },
    async install() {
      try {
        const manifest = await offered()
        if (!manifest) return { state: 'unavailable' }
        const taking = await updater()
        const files = await taking.downloadUpdate()
        for (const file of files) if (!(await isListed(file, manifest))) return { state: 'unavailable' }
        // after the answer has reached the window
        setImmediate(() => taking.quitAndInstall())
        return { state: 'installing' }
      } catch {
        return { state: 'unavailable' }
      }
    },
  }
}
