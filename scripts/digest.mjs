import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

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

const filesIn = (path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
