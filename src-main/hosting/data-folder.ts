import { homedir } from 'node:os'
import { join } from 'node:path'

interface Surroundings {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  home: string
}

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() })

/**
 * Where the shop lives unless the owner says otherwise: the operating system's folder for application data.
 * Linux: https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function dataFolder({ platform, env, home }: Surroundings = here()): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Lumbung')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lumbung')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'Lumbung')
}

/** Toko Latihan has a file of its own, never mixed with the real shop. */
export const shopFile = (folder: string, isPractice: boolean): string =>
  join(folder, isPractice ? 'latihan.sqlite' : 'lumbung.sqlite')

const SYNCED = [/^OneDrive/i, /^Dropbox/i, /^Google ?Drive/i, /^My Drive$/i, /^iCloudDrive$/i, /^Mobile Documents$/i]

/**
 * The part of a path that says a cloud service copies this folder while we write in it, which can tear the database.
 * Goes by the usual folder names, so silence proves nothing.
 */
export const syncedPart = (folder: string): string | null =>
  folder.split(/[\\/]/).find((part) => SYNCED.some((name) => name.test(part))) ?? null
