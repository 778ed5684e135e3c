import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { NODE_CHOICES } from './start-bench.ts'
import type { SyncSaid } from './sync-process.ts'

/** The lines of `syncLines`, from a process that is started as the app is; what is beyond its limit is added to `failures`. */
export async function syncLinesApart(failures: string[], tell: (line: string) => void): Promise<void> {
  const child = fork(join(import.meta.dirname, 'sync-process.ts'), { execArgv: NODE_CHOICES })
  let beyond: string[] = []
  child.on('message', (said) => {
    const { line, failures } = said as SyncSaid
    beyond = failures
    tell(line)
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the bench of sync ended with ${code}`)
  failures.push(...beyond)
}
