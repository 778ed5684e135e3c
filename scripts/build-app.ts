import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const SOURCES = ['src-{main,shared,renderer}/**/*', 'electron.vite.config.ts', 'package-lock.json']
const RESULTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

const BUILDING = join(root, 'node_modules/.lumbung-is-building')
const LONGEST_BUILD_MS = 5 * 60_000

/** Builds page and host into `out/` when a source is newer than what is there. Two at once take turns. */
export function buildWhenOld(): void {
  if (!isOld(root, SOURCES, RESULTS)) return
  takeTurn()
  try {
    if (!isOld(root, SOURCES, RESULTS)) return
    process.stderr.write('Menyiapkan tampilan. / Building the app.\n')
    const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    const { status } = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0) throw new Error('electron-vite build failed; see above')
  } finally {
    rmdirSync(BUILDING)
  }
}

/** Waits while another process builds. One that was killed while building is waited for no longer than a build takes. */
function takeTurn(): void {
  for (;;) {
    try {
      mkdirSync(BUILDING)
      return
    } catch {
      const since = statSync(BUILDING, { throwIfNoEntry: false })?.mtimeMs
      if (since !== undefined && Date.now() - since > LONGEST_BUILD_MS) rmdirSync(BUILDING)
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250)
    }
  }
}

/** Whether a result is missing or older than the newest source. */
export function isOld(folder: string, sources: string[], results: string[]): boolean {
  const timeOf = (file: string) => statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs
  const built = results.map((file) => timeOf(file) ?? 0)
  const newest = Math.max(...globSync(sources, { cwd: folder }).map((file) => timeOf(file) ?? 0))
  return Math.min(...built) < newest
}
