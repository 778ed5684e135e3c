import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { doHere } from '../../src-main/core/heavy-work.ts'
import { apartInWorkers } from '../../src-main/hosting/apart-in-workers.ts'
import { openShop } from '../../src-main/hosting/open-shop.ts'
import { doorKeys } from '../../src-main/web/door-keys.ts'
import { createWebHost } from '../../src-main/web/web-host.ts'

/*
 * A process of its own, so that its memory is its own: `read-here FILE` and `read-apart FILE` read a file in this thread or as a
 * host does, `door FOLDER` serves a new shop until it is told to stop. Says what it cost.
 */
export interface Cost {
  ms: number
  /** Resident set at its highest, above what stood before. */
  peakMb: number
  /** The longest time in which this thread answered nobody. */
  blockedMs: number
}

const MEGABYTE = 1024 * 1024

/** Watches memory and the event loop while something is done. */
async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 10)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  await pause(50)
  delay.enable()
  const started = performance.now()
  await work()
  const ms = performance.now() - started
  delay.disable()
  clearInterval(watch)
  return { ms, peakMb: Math.round((peak - before) / MEGABYTE), blockedMs: delay.max / 1e6 }
}

const [what, subject] = process.argv.slice(2)
if (what === 'read-here' || what === 'read-apart') {
  const doIt = what === 'read-here' ? doHere : apartInWorkers()
  const bytes = readFileSync(subject!)
  const cost = await costOf(() => doIt('channel file', { name: subject!, bytes, zone: 'WIB' }))
  process.send?.(cost)
}
if (what === 'door') {
  const shop = await openShop({
    folder: subject!,
    isPractice: false,
    version: '0',
    host: 'browser',
    resourcesFolder: join(import.meta.dirname, '../../resources'),
  })
  const keys = doorKeys(join(subject!, 'lumbung.sqlite'))
  const host = await createWebHost({
    core: shop.core,
    rendererFolder: subject!,
    port: 0,
    version: '0',
    keys,
    noteDefect: ({ details }) => console.error(details),
  })
  process.send?.({ url: host.url, token: keys.apiToken })
  const cost = await costOf(() => new Promise((resolve) => process.once('message', resolve)))
  await host.close()
  shop.close()
  process.send?.(cost)
}
process.disconnect?.()
