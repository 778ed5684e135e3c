import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { bringFolderToDisk } from './bring-to-disk.ts'
import { forgetMark } from './own-log.ts'
import { forgetPageSums } from './page-sums.ts'

/*
 * A shop that is restored grows in a folder of its own beside the one it replaces, and changes places with it while nobody
 * has either open. Whatever is killed on the way, the next opening goes on: a file that stands in the folder of the ready has
 * not been put in place yet, and the names it is given say where the old one goes.
 */
const GROWING = 'pulih'
const READY = 'pulih-siap.'
/** In a folder with a copy that only an older Lumbung shall take: one that finds this in it did not give way after all. */
const FOR_OLDER = 'untuk-versi-lama'

const stemOf = (file: string) => basename(file, '.sqlite')

/** An empty folder for a shop that is to take this one's place. */
export function folderToGrowIn(file: string): string {
  const folder = join(dirname(file), `${stemOf(file)}.${GROWING}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

/** Where the shop that stands here now will lie. */
export const keptBeforeRestore = (file: string, moment: string): string =>
  join(dirname(file), `${stemOf(file)}.sebelum-pulih.${moment}.sqlite`)

/** What grew in `folder` is for the Lumbung before this one, once that is installed again. */
export const markForOlder = (folder: string): void => writeFileSync(join(folder, FOR_OLDER), '')

/** The shop that grew in `folder` takes this one's place at the next opening. */
export function makeReady(file: string, folder: string, moment: string): void {
  bringFolderToDisk(folder)
  renameSync(folder, join(dirname(file), `${stemOf(file)}.${READY}${moment}`))
  bringFolderToDisk(dirname(file))
}

/** Folders of shops that are ready to stand here; the newest last. */
function readyFor(file: string): string[] {
  const beginning = `${stemOf(file)}.${READY}`
  return namesIn(dirname(file))
    .filter((name) => name.startsWith(beginning))
    .toSorted()
}

export const isShopReady = (file: string): boolean => readyFor(file).length > 0

/**
 * Puts a shop that is ready in place; what stood there is kept, with what belongs to it. To be called by whoever holds the
 * shop's lock, before anything is opened.
 */
export function putReadyInPlace(file: string): void {
  for (const name of readyFor(file)) {
    const folder = join(dirname(file), name)
    const grown = join(folder, basename(file))
    if (existsSync(grown) && !existsSync(join(folder, FOR_OLDER))) {
      const kept = keptBeforeRestore(file, name.slice(`${stemOf(file)}.${READY}`.length))
      for (const part of ['', '-wal']) if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${kept}${part}`)
      // an index over the log, made anew by whoever opens it
      rmSync(`${file}-shm`, { force: true })
      forgetMark(file)
      forgetPageSums(file)
      renameSync(grown, file)
      bringFolderToDisk(dirname(file))
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (problem) {
    // where no folder is, or a file stands in its place, nothing is ready; whoever makes the folder says why it cannot be
    if (['ENOENT', 'ENOTDIR'].includes((problem as NodeJS.ErrnoException).code ?? '')) return []
    throw problem
  }
}
