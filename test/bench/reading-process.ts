import { existsSync, readFileSync } from 'node:fs'
import { readSpreadsheet } from '../../src-main/core/spreadsheet/read-spreadsheet.ts'
import { apartInWorkers } from '../../src-main/hosting/apart-in-workers.ts'

/*
 * A process of its own, so that its memory is its own: `parser FILE` goes through all rows of a workbook, `reader FILE` understands it
 * as a host has it done.
 */
export interface ReadingCost {
  ms: number
  /** Resident set at its highest, with everything the process holds. `maxRSS` would begin with that of whoever started it. */
  peakMb: number
}

const [how, file] = process.argv.slice(2)
const bytes = readFileSync(file!)

async function throughAllRows() {
  const { sheets } = await readSpreadsheet({ name: file!, bytes })
  for (const sheet of sheets) for await (const _ of sheet.rows());
}

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html; elsewhere what the system counts. */
const highestKb = (): number => {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
}

const started = performance.now()
if (how === 'parser') await throughAllRows()
else await apartInWorkers()('channel file', { name: file!, bytes, zone: 'WIB' })
const cost: ReadingCost = { ms: performance.now() - started, peakMb: highestKb() / 1024 }
process.send?.(cost)
