import { copyFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchShop } from './bench-shop.ts'
import { timed } from './timing.ts'

/** How often somebody saves something while the shop is backed up. */
const SAVE_EVERY_MS = 20

/**
 * One backup (copied online, verified, compressed, sealed, on the disk) beside a plain copy of the same file, and how long somebody who goes on
 * working waits at most for what they save meanwhile.
 */
export async function backupAgainstCopy({ client, core, file, folder }: BenchShop) {
  core.doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const megabytes = statSync(file).size / 1_000_000
  const copy = join(folder, 'salinan.sqlite')
  const copyMs = await timed(() => copyFileSync(file, copy))
  rmSync(copy)
  let isOver = false
  let longestWaitMs = 0
  const work = (async () => {
    for (let day = 1; !isOver; day++) {
      longestWaitMs = Math.max(longestWaitMs, await timed(() => client.settings.change({ returnDays: 7 + (day % 20) })))
      await new Promise((done) => setTimeout(done, SAVE_EVERY_MS))
    }
  })()
  const backupMs = await timed(() => client.backup.make())
  isOver = true
  await work
  return { megabytes, copyMs, backupMs, longestWaitMs }
}
