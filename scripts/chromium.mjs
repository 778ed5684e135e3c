import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** How tests start Chromium: without a sandbox, for CI runs as root, and without a word to the outside. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // letters stand as far apart as on a screen of Windows or macOS
  '--font-render-hinting=none',
]

/** For pages that live for seconds: optimising their code costs more than it gives back. */
export const LEAN_CHROMIUM_ARGS = [...CHROMIUM_ARGS, '--js-flags=--no-opt']

// the shell has the same engine without the browser's own windows, and needs a quarter less processor time
const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

/** Any browser of the Chromium family on this computer, or null. `LUMBUNG_CHROMIUM` goes before everything. */
export function findChromium(env = process.env, platform = process.platform) {
  const wished = env.LUMBUNG_CHROMIUM
  if (wished) return existsSync(wished) ? wished : null
  if (platform === 'darwin') return firstOf(macApps(env))
  if (platform === 'win32') return firstOf(windowsApps(env))
  for (const command of COMMANDS) {
    try {
      const path = execFileSync('which', [command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
      if (path) return path
    } catch {
      // not this one
    }
  }
  return null
}

const firstOf = (paths) => paths.find((path) => existsSync(path)) ?? null

const macApps = ({ HOME = '' }) =>
  ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', join(HOME, 'Applications')].map((folder) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
  )

const windowsApps = (env) =>
  [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].flatMap((folder) =>
    folder
      ? [
          'Google/Chrome/Application/chrome.exe',
          'Chromium/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
        ].map((file) => join(folder, file))
      : [],
  )
