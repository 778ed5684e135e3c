import type { Judge } from './judging.ts'
import {
  berandaAgainstEmptyPage,
  commandAgainstNode,
  hostAgainstNode,
  memoryMbOf,
  type StartedHost,
  startedHost,
} from './start-bench.ts'

/** `times`: against the floor of the same run. The rest are the figures we promise, in milliseconds and megabytes. */
const LIMITS = {
  command: { times: 15, cpuMs: 300 },
  host: { times: 15 },
  beranda: { times: 10 },
  memoryMb: 150,
}
const ROUNDS = 7

/** Starting, and what stays in memory: the command line on the shop of few orders, the rest on the one of many. */
export async function* startLines(folders: { few: string; many: string }, judge: Judge): AsyncGenerator<string> {
  const { commandMs, nodeMs } = await commandAgainstNode(folders.few, ROUNDS)
  yield `report neraca: ${judge('report neraca, processor', commandMs, LIMITS.command.cpuMs, ' ms')} of processor time; against a bare Node ${judge('report neraca', commandMs / nodeMs, LIMITS.command.times)}`

  const born = await hostAgainstNode(folders.many, ROUNDS)
  yield `host up: ${born.hostMs.toFixed(0)} ms; against a bare Node ${judge('host up', born.hostMs / born.nodeMs, LIMITS.host.times)}`

  const host = await startedHost(folders.many)
  try {
    yield memoryLine('memory at rest', host, judge)
    const shown = await berandaAgainstEmptyPage(host, ROUNDS)
    yield shown
      ? `Beranda with its figures: ${shown.berandaMs.toFixed(0)} ms; against an empty page ${judge('Beranda', shown.berandaMs / shown.emptyMs, LIMITS.beranda.times)}`
      : 'Beranda with its figures: not measured, there is no Chromium here'
    await aDayOf(host)
    yield memoryLine('memory after a day of work', host, judge)
  } finally {
    await host.stop()
  }
}

function memoryLine(name: string, { pid }: StartedHost, judge: Judge): string {
  const mb = memoryMbOf(pid)
  return mb === null
    ? `${name}: not measured, there is no ps here`
    : `${name}: ${judge(name, mb, LIMITS.memoryMb, ' MB')}`
}

/** What a shop looks at in a day, page by page. */
const PAGES = [
  '/reports/today',
  '/orders/tabs',
  '/orders?tab=to_ship',
  '/orders?tab=completed',
  '/orders?query=kemeja',
  '/packing/queue',
  '/handover',
  '/returns?tab=waiting',
  '/stock',
  '/products',
  '/purchases',
  '/cash',
  '/journal',
  '/find?query=kemeja',
  '/reports/neraca?day=2026-11-22',
  '/reports/laba-rugi?from=2026-11-01&to=2026-11-30',
]
const LOOKS = 40

async function aDayOf({ url, cookie }: StartedHost): Promise<void> {
  for (let look = 0; look < LOOKS; look++)
    for (const page of PAGES) {
      const answer = await fetch(`${url}/api${page}`, { headers: { cookie } })
      if (!answer.ok) throw new Error(`${page}: ${answer.status}`)
      await answer.arrayBuffer()
    }
}
