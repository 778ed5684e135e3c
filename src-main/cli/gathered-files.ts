import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { ARCHIVE_ENDING, type WhySkipped, whySkipped } from '../../src-shared/channels/many-files.ts'
import { refused } from '../core/refused.ts'
import { fileInHand } from './file-bytes.ts'
import type { Client } from './shop.ts'

type InHand = Parameters<Client['channels']['files']['stage']>[0]

/** One file to be read; of a folder or an archive one that cannot be read is said, and the others go on. */
export interface GatheredFile {
  name: string
  isNamed: boolean
  inHand: () => Promise<InHand>
}

export interface Gathered {
  files: GatheredFile[]
  skipped: { name: string; why: WhySkipped }[]
}

/** What somebody named on the command line: files as they are, folders with all that is in them, ZIP archives unpacked. */
export async function gathered(client: Client, paths: readonly string[]): Promise<Gathered> {
  const all: Gathered = { files: [], skipped: [] }
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    const { files, skipped } = found?.isDirectory()
      ? await ofFolder(client, path)
      : path.toLowerCase().endsWith(ARCHIVE_ENDING)
        ? await ofArchive(client, path)
        : { files: [{ name: basename(resolve(path)), isNamed: true, inHand: () => fileInHand(path) }], skipped: [] }
    all.files.push(...files)
    all.skipped.push(...skipped)
  }
  return all
}

async function ofFolder(client: Client, folder: string): Promise<Gathered> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const all: Gathered = { files: [], skipped: [] }
  for (const path of paths.sort()) {
    const why = whySkipped(relative(folder, path))
    const name = basename(path)
    const inside =
      why === 'archive' && name.toLowerCase().endsWith(ARCHIVE_ENDING) ? await ofArchiveIn(client, path) : null
    if (inside) {
      all.files.push(...inside.files)
      all.skipped.push(...inside.skipped)
    } else if (why) all.skipped.push({ name, why })
    else all.files.push({ name, isNamed: false, inHand: () => fileInHand(path) })
  }
  if (all.files.length === 0) throw refused('ARCHIVE_WITHOUT_FILES', { name: basename(resolve(folder)) })
  return all
}

/** An archive among other files; null where it cannot be opened, so that the others go on. */
const ofArchiveIn = (client: Client, path: string): Promise<Gathered | null> =>
  ofArchive(client, path).catch(() => null)

async function ofArchive(client: Client, path: string): Promise<Gathered> {
  const { files, skipped } = await opened(client, path)
  return {
    files: files.map(({ entry, name }) => ({
      name,
      isNamed: false,
      inHand: async () => ({ archiveId: (await opened(client, path)).archiveId, entry }),
    })),
    skipped,
  }
}

let last: { path: string; archive: Awaited<ReturnType<Client['channels']['archives']['open']>> } | null = null

/** The core holds the archive that was opened last: of several each is opened again for its files. */
async function opened(client: Client, path: string) {
  if (last?.path !== path) {
    const { file } = await fileInHand(path)
    last = { path, archive: await client.channels.archives.open({ file }) }
  }
  return last.archive
}
