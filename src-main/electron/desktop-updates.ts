import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, net, shell } from 'electron'
import { copyForOlder, makeCopyReady } from '../core/database/going-back.ts'
import { migrations } from '../core/database/migrations/index.ts'
import type { Dialogs } from '../hosting/dialogs.ts'
import { type Installer, installerBefore, installerFrom, keepInstaller } from '../hosting/update-file.ts'
import { LIST_NAME, UPDATE_KEYS } from '../hosting/update-keys.ts'
import { isListed, takenManifest, type UpdateAsked, type UpdateManifest } from '../hosting/update-manifest.ts'
import { noUpdates, type Updates } from '../hosting/updates.ts'

interface UpdatesNeeds {
  dialogs: Pick<Dialogs, 'chooseFile'>
  /** Where installers are kept that can be gone back to. */
  keptFolder: string
  /** The shop's file, which goes back with the version before where its data was brought along. */
  file: string
  keys?: readonly string[]
}

/**
 * Updates of a packaged app, asked for by the owner and never by us. Offline or without a publisher the answer is
 * `unavailable`, quietly: a shop without internet has nothing to be told about that. Nothing is offered that our own signed list does not
 * name, and nothing is begun whose bytes differ from it; the updater's and the operating system's checks come after.
 */
export function desktopUpdates({ dialogs, keptFolder, file, keys = UPDATE_KEYS }: UpdatesNeeds): Updates {
  if (!app.isPackaged || keys.length === 0) return noUpdates
  const schema = migrations.at(-1)!.number
  const asked = (): UpdateAsked => ({ keys, version: app.getVersion(), schema, now: Date.now() })
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
    const manifest = takenManifest(new Uint8Array(await answer.arrayBuffer()), asked())
    return typeof manifest === 'string' ? null : manifest
  }
  /** The system opens it, and with that checks whose it is. */
  const run = async ({ file: installer }: Installer): Promise<boolean> => {
    if ((await shell.openPath(installer)) !== '') return false
    // after the answer has reached the window
    setImmediate(() => app.quit())
    return true
  }
  return {
    canVerify: true,
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
        setImmediate(() => taking.quitAndInstall())
        return { state: 'installing' }
      } catch {
        return { state: 'unavailable' }
      }
    },
    async fromFile() {
      const chosen = await dialogs.chooseFile()
      if (chosen === null) return { state: 'cancelled' }
      const installer = await installerFrom(chosen, asked())
      if (typeof installer === 'string') return { state: 'refused', why: installer }
      keepInstaller(installer, keptFolder)
      return { state: (await run(installer)) ? 'installing' : 'unavailable' }
    },
    async before() {
      const installer = await installerBefore(keptFolder, asked())
      if (!installer) return null
      const { version } = installer
      if (installer.schema >= schema) return { version, dataAt: null }
      const copy = copyForOlder(file, installer.schema)
      return copy && { version, dataAt: copy.at }
    },
    async goBack() {
      const installer = await installerBefore(keptFolder, asked())
      if (!installer) return { state: 'unavailable' }
      if (installer.schema < schema) {
        const copy = copyForOlder(file, installer.schema)
        if (!copy) return { state: 'unavailable' }
        makeCopyReady(file, copy.copy, Date.now())
      }
      return { state: (await run(installer)) ? 'installing' : 'unavailable' }
    },
  }
}
