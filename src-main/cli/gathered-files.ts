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
      ? await ofFolder(path)
      : path.toLowerCase().endsWith(ARCHIVE_ENDING)
        ? await ofArchive(client, path)
        : { files: [{ name: basename(resolve(path)), isNamed: true, inHand: () => fileInHand(path) }], skipped: [] }
    all.files.push(...files)
    all.skipped.push(...skipped)
  }
  return all
}

async function ofFolder(folder: string): Promise<Gathered> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const judged = paths.sort().map((path) => ({ path, why: whySkipped(relative(folder, path)) }))
  if (judged.every(({ why }) => why !== null))
    throw refused('ARCHIVE_WITHOUT_FILES', { name: basename(resolve(folder)) })
  return {
    files: judged
      .filter(({ why }) => why === null)
      .map(({ path }) => ({ name: basename(path), isNamed: false, inHand: () => fileInHand(path) })),
    skipped: judged.flatMap(({ path, why }) => (why === null ? [] : [{ name: basename(path), why }])),
  }
}

async function ofArchive(client: Client, path: string): Promise<Gathered> {
  const { file } = await fileInHand(path)
  const { archiveId, files, skipped } = await client.channels.archives.open({ file })
  return {
    files: files.map(({ entry, name }) => ({ name, isNamed: false, inHand: async () => ({ archiveId, entry }) })),
    skipped,
  }
}
