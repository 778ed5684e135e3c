import { readdirSync, statSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { LikelyPlace } from '../../../src-shared/backup/backup.ts'

const CLOUDS = /^(OneDrive|Dropbox|Google ?Drive|My Drive|iCloud ?Drive)/i

/** The cloud service that keeps a folder in step with elsewhere; null where none is known to. */
export const syncedBy = (path: string): string | null =>
  path
    .split(/[\\/]/)
    .map((part) => CLOUDS.exec(part)?.[1] ?? null)
    .find((cloud) => cloud !== null) ?? null

const foldersIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
  } catch {
    return []
  }
}

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Disks that are plugged in: letters on Windows, where a system mounts them elsewhere. C: is the laptop's own. */
function disks(): LikelyPlace[] {
  if (process.platform === 'win32')
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ']
      .map((letter) => ({ kind: 'disk' as const, name: `${letter}:`, folder: `${letter}:\\` }))
      .filter(({ folder }) => isFolder(folder))
  const mounts =
    process.platform === 'darwin'
      ? ['/Volumes']
      : [join('/media', userInfo().username), join('/run/media', userInfo().username)]
  return mounts.flatMap((mount) =>
    foldersIn(mount).map((name) => ({ kind: 'disk' as const, name, folder: join(mount, name) })),
  )
}

/** Where an owner probably wants a second copy: disks that are plugged in, and folders that a cloud service keeps. */
export function likelyPlaces(): LikelyPlace[] {
  const home = homedir()
  const clouds = foldersIn(home)
    .filter((name) => CLOUDS.test(name))
    .map((name) => ({ kind: 'cloud' as const, name, folder: join(home, name) }))
  return [...disks(), ...clouds]
}
