import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { UpdateRefused } from '../../src-shared/app/desktop-bridge.ts'
import { LIST_NAME } from './update-keys.ts'
import {
  isListed,
  isNewer,
  signedManifest,
  takenManifest,
  type UpdateAsked,
  type UpdateManifest,
} from './update-manifest.ts'

/** An installer that may be run. */
export interface Installer {
  version: string
  file: string
  /** The data that it writes. */
  schema: number
}

/**
 * Whether an installer from a stick or a friend may be run: the signed list must lie beside it, name a newer version, and name this very file to
 * the byte. The person may point at either of the two.
 */
export async function installerFrom(chosen: string, asked: UpdateAsked): Promise<Installer | UpdateRefused> {
  const list = join(dirname(chosen), LIST_NAME)
  if (!existsSync(list)) return 'no list beside it'
  const manifest = takenManifest(readFileSync(list), asked)
  if (typeof manifest === 'string') return manifest
  return whole(basename(chosen) === LIST_NAME ? dirname(chosen) : chosen, manifest)
}

/** Of a folder, the one of the list's files that lies in it. */
async function whole(place: string, manifest: UpdateManifest): Promise<Installer | 'other bytes'> {
  const files = manifest.files.map(({ name }) => join(place, basename(name))).filter((each) => existsSync(each))
  for (const file of files.length > 0 ? files : [place])
    if (await isListed(file, manifest).catch(() => false))
      return { version: manifest.version, file, schema: manifest.schema ?? manifest.minSchema }
  return 'other bytes'
}

const KEPT_VERSIONS = 2

/** Keeps an installer with its list, so that a later version can be left again for it; the newest two stay. */
export function keepInstaller({ version, file }: Pick<Installer, 'version' | 'file'>, folder: string): void {
  const kept = join(folder, version)
  mkdirSync(kept, { recursive: true, mode: 0o700 })
  copyFileSync(join(dirname(file), LIST_NAME), join(kept, LIST_NAME))
  copyFileSync(file, join(kept, basename(file)))
  const versions = versionsIn(folder)
  for (const old of versions.slice(KEPT_VERSIONS)) rmSync(join(folder, old), { recursive: true, force: true })
}

/** The newest version before this one that was installed here from a list of ours, whole; null where none is kept. */
export async function installerBefore(
  folder: string,
  { keys, version }: Pick<UpdateAsked, 'keys' | 'version'>,
): Promise<Installer | null> {
  for (const older of versionsIn(folder).filter((each) => isNewer(version, each))) {
    const list = join(folder, older, LIST_NAME)
    const manifest = existsSync(list) && signedManifest(readFileSync(list), keys)
    // its time is over, and that is meant: it was taken in time
    if (!manifest || typeof manifest === 'string' || manifest.version !== older) continue
    const found = await whole(join(folder, older), manifest)
    if (typeof found !== 'string') return found
  }
  return null
}

/** Newest first. */
const versionsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^\d+\.\d+\.\d+$/.test(name))
        .sort((a, b) => (isNewer(a, b) ? -1 : 1))
    : []
