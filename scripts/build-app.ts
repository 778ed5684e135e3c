import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder as root } from '../src-main/hosting/project-folder.ts'
import { rememberedDigestOf } from './digest.mjs'

const SOURCES = ['src-main', 'src-shared', 'src-renderer', 'electron.vite.config.ts', 'package-lock.json']
const RESULTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const BUILT_FROM = join(root, 'out/built-from')

const BUILDING = join(root, 'node_modules/.lumbung-is-building')
const LONGEST_BUILD_MS = 5 * 60_000

/** Builds page and host into `out/` when a source is another than what is there was built from. Two at once take turns. */
export function buildWhenOld(): void {
  if (!isOld(sourcesNow())) return
  takeTurn()
  try {
    const sources = sourcesNow()
    if (!isOld(sources)) return
    process.stderr.write('Menyiapkan tampilan. / Building the app.\n')
    const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    const { status } = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0) throw new Error('electron-vite build failed; see above')
    writeFileSync(BUILT_FROM, sources)
  } finally {
    rmdirSync(BUILDING)
  }
}

const sourcesNow = () => rememberedDigestOf(root, SOURCES, join(root, 'out/sources'))

const isOld = (sources: string): boolean =>
  RESULTS.some((file) => !existsSync(join(root, file))) ||
  !existsSync(BUILT_FROM) ||
  readFileSync(BUILT_FROM, 'utf8') !== sources

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
