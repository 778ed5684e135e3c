import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from 'playwright-core'
import { openCommandShop } from '../../src-main/cli/shop.ts'
import { aProfile, pages, SUNDAY, sampleFolder } from './a-window.ts'

/** A port that nobody listens on at the moment; a page finds its host by it, so it stays over every restart. */
async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** The sample shop behind a host that is a process of its own, killed with no warning and started again under
 * open pages. */
export async function aHostToKill() {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-killed-'))
  cpSync(await sampleFolder(), folder, { recursive: true })
  const page = await pages()
  const port = await aFreePort()
  let host: ChildProcess | null = null

  /** Starts it and waits for its address. */
  const start = async (): Promise<string> => {
    host = spawn(
      process.execPath,
      [join(import.meta.dirname, '../hosts/host-process.ts'), folder, page, String(port), String(SUNDAY)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    for await (const address of createInterface(host.stdout!)) return address
    throw new Error('the host ended before it said its address')
  }
  const kill = async () => {
    const dying = host
    host = null
    if (!dying) return
    dying.kill('SIGKILL')
    await once(dying, 'exit')
  }

  const profile = await aProfile({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
  await profile.context.clock.setFixedTime(SUNDAY)
  const open = async (address: string): Promise<Page> => {
    const opened = await profile.context.newPage()
    await opened.goto(address)
    return opened
  }
  const startAddress = await start()
  const url = new URL(startAddress).origin
  const first = await open(startAddress)
  await first.waitForURL(({ pathname }) => pathname === '/')
  return {
    url,
    page: first,
    start,
    kill,
    /** Another tab of the same browser, at an address of the app. */
    tab: (path: string) => open(`${url}/#${path}`),
    /** The shop itself, read once its host has been killed. */
    async reading<Answer>(read: (client: Awaited<ReturnType<typeof openCommandShop>>['client']) => Promise<Answer>) {
      const shop = await openCommandShop(folder, { now: () => SUNDAY })
      try {
        return await read(shop.client)
      } finally {
        shop.close()
      }
    },
    async close() {
      await profile.close()
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
