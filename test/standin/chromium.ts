import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { findChromium, LEAN_CHROMIUM_ARGS } from '../../scripts/chromium.mjs'

/** Chromium knows no schemes of ours, so `lumbung://app/` is shown as a secure web origin that exists nowhere. */
const webOrigin = (scheme: string, host: string) => `https://${host}.${scheme}.test`

/** `lumbung://app/x` as Chromium sees it. Other addresses stay. */
export const toWeb = (address: string): string =>
  address.replace(/^(lumbung):\/\/([a-z]+)/, (_all, scheme: string, host: string) => webOrigin(scheme, host))
export const fromWeb = (address: string): string => address.replace(/^https:\/\/([a-z]+)\.(lumbung)\.test/, '$2://$1')

export interface Browser {
  context: BrowserContext
  /** For the test to join: `chromium.connectOverCDP`. */
  debuggingUrl: string
  close(): Promise<void>
}

export async function startChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('stand-in: no Chromium; see scripts/install.mjs --with-tools')
  const profile = mkdtempSync(join(tmpdir(), 'lumbung-standin-'))
  const port = await freePort()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1366, height: 768 },
    args: [...LEAN_CHROMIUM_ARGS, `--remote-debugging-port=${port}`, '--remote-debugging-address=127.0.0.1'],
  })
  return {
    context,
    debuggingUrl: `http://127.0.0.1:${port}`,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
