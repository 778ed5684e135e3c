import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { dataFolder } from './data-folder.ts'

/** What we keep in a shop's folder: the shop, what lies beside it under its name, and how the window looked. */
const OURS = /^(lumbung|latihan)\.|^(window|cadangan)$/

/**
 * Keeps a shop's folder for its owner alone, on systems with permission bits: 0700, files 0600; what stands there already
 * is tightened, what this process makes from now on is born so. A folder that holds other things as well belongs to more
 * than us and is left as it is; our files in it are tightened all the same.
 *
 * Windows: the folder lies in the user's profile, whose access list lets in the user, administrators and the system; a
 * folder named with `--data` has the access list of where it lies.
 */
export function keepPrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (process.platform === 'win32') return
  // also for what SQLite makes by itself; workers have no mask of their own
  if (isMainThread) process.umask(0o077)
  const entries = readdirSync(folder)
  const isOnlyOurs = resolve(folder) === dataFolder() || entries.every((name) => OURS.test(name))
  if (isOnlyOurs && resolve(folder) !== homedir()) tighten(folder)
  for (const name of entries) if (OURS.test(name)) tighten(join(folder, name))
}

/** Links are not followed; what belongs to another user, or to everybody (`/tmp`), is not ours to change. */
function tighten(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found || found.uid !== process.getuid?.() || !(found.isFile() || found.isDirectory())) return
  const isShared = (found.mode & 0o1000) !== 0
  if ((found.mode & 0o077) !== 0 && !isShared) chmodSync(path, found.mode & 0o700)
}
