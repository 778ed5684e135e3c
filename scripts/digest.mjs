import { createHash, hash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Everything that a bundled program could be made of. */
export const SOURCES = ['src-main', 'src-shared', 'scripts', 'package-lock.json']

/**
 * One name for the contents of these files and folders; anything else in them gives another name. Contents, not times: a
 * checkout of an older commit or a copied file may have any time.
 */
export function digestOf(root, paths) {
  const digest = createHash('sha256')
  for (const path of paths.flatMap((name) => filesIn(join(root, name))).sort()) {
    const contents = readFileSync(path)
    digest.update(`${relative(root, path).replaceAll('\\', '/')}\n${contents.length}\n`).update(contents)
  }
  return digest.digest('hex').slice(0, 24)
}

/**
 * The same name; a thousand files are not read again while the system says that none of them was touched since. It says so by their
 * change times, which nobody can set, and their numbers on the disk: a copied folder is read once more. Files that were touched just
 * before are read the next time, too: within one tick of a clock they may change again.
 */
export function rememberedDigestOf(root, paths, memory, now = Date.now()) {
  const { touched, isSettled } = touchesOf(root, paths, now)
  const [before, known] = remembered(memory)
  if (before === touched && isSettled) return known
  const digest = digestOf(root, paths)
  if (isSettled) remember(memory, `${touched}\n${digest}`)
  return digest
}

/** The coarsest clock of a file system ticks every two seconds. */
const TICK_MS = 3000

function touchesOf(root, paths, now) {
  const lines = []
  let isSettled = true
  const look = (path) => {
    const { size, ino, mtimeMs, ctimeMs } = statSync(path)
    lines.push(`${path}\n${size} ${ino} ${mtimeMs} ${ctimeMs}`)
    if (!(ctimeMs > 0) || Math.max(ctimeMs, mtimeMs) > now - TICK_MS) isSettled = false
  }
  const lookIn = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) lookIn(`${folder}/${entry.name}`)
      else look(`${folder}/${entry.name}`)
  }
  for (const path of paths.map((name) => join(root, name)))
    if (statSync(path).isFile()) look(path)
    else lookIn(path)
  return { touched: hash('sha256', lines.join('\n')), isSettled }
}

function remembered(memory) {
  try {
    return readFileSync(memory, 'utf8').split('\n')
  } catch {
    return []
  }
}

/** A checkout that may not be written to is read each time. */
function remember(memory, text) {
  try {
    mkdirSync(dirname(memory), { recursive: true })
    writeFileSync(memory, text)
  } catch {}
}

const filesIn = (path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
