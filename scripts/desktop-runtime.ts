import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectFolder as root } from '../src-main/hosting/project-folder.ts'

const electron = join(root, 'node_modules/electron')

/**
 * The Electron runtime of this checkout, or null. Never `import 'electron'` outside the app: the package would start a
 * download of its own.
 */
export function electronRuntime(): string | null {
  try {
    const path = join(electron, 'dist', readFileSync(join(electron, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** Why Electron could not show a window here even with its runtime; null when nothing is in the way. */
export function noDesktop({ platform = process.platform, env = process.env, uid = process.getuid?.() } = {}) {
  if (platform !== 'linux') return null
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return { id: 'tidak ada layar', en: 'there is no display' }
  // Chromium's sandbox refuses root, and we do not run without it
  if (uid === 0) return { id: 'sedang berjalan sebagai root', en: 'this is the root user' }
  return null
}

const PROBE_MS = 8000
const DOWNLOAD_MS = 10 * 60_000

/**
 * Fetches the runtime (about 110 MB) when its source answers at all; offline this gives up within seconds. Tried once by
 * itself, afterwards only when asked to (`again`).
 */
export async function fetchRuntime({ again }: { again: boolean }): Promise<string | null> {
  const tried = join(root, 'node_modules/.cache/lumbung/electron-tried')
  if (existsSync(tried) && !again) return null
  try {
    mkdirSync(dirname(tried), { recursive: true })
    writeFileSync(tried, '')
  } catch {
    // a checkout we may not write to cannot take a runtime either
    return null
  }
  if (!(await isReachable(process.env.ELECTRON_MIRROR ?? 'https://github.com'))) return null
  process.stderr.write(
    'Mengambil Electron, sekali saja (sekitar 110 MB; Ctrl+C untuk berhenti). / Fetching Electron, once.\n',
  )
  spawnSync(process.execPath, [join(electron, 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_MS })
  return electronRuntime()
}

async function isReachable(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_MS) })
    return true
  } catch {
    return false
  }
}
