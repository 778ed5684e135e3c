import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { SUNDAY } from '../builders/a-core.ts'
import { aBuiltPage } from '../hosts/a-web-host.ts'

/** A host as a process of its own at a port that stays its own over every life. */
export async function aMortalHost(folder: string) {
  const page = aBuiltPage(folder)
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  let host: ChildProcess | null = null
  const spawned = () =>
    spawn(
      process.execPath,
      [join(import.meta.dirname, '../hosts/host-process.ts'), folder, page, String(port), String(SUNDAY)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
  onTestFinished(() => void host?.kill('SIGKILL'))
  return {
    url: `http://127.0.0.1:${port}`,
    async start(): Promise<string> {
      host = spawned()
      for await (const address of createInterface(host.stdout!)) return address
      throw new Error('the host ended before it said its address')
    },
    /** A start that ends, with no warning, before or after it came to its address. */
    async startInVain(ms: number) {
      host = spawned()
      await new Promise((lived) => setTimeout(lived, ms))
      await this.kill()
    },
    async kill() {
      if (host!.exitCode !== null) throw new Error('the host ended by itself')
      host!.kill('SIGKILL')
      await once(host!, 'exit')
    },
  }
}
