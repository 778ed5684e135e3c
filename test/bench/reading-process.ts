import { readFileSync } from 'node:fs'
import { readSpreadsheet } from '../../src-main/core/spreadsheet/read-spreadsheet.ts'
import { apartInWorkers } from '../../src-main/hosting/apart-in-workers.ts'

/*
 * A process of its own, so that its memory is its own: `parser FILE` goes through all rows of a workbook, `reader FILE` understands it
 * as a host has it done.
 */
export interface ReadingCost {
  ms: number
  /** Resident set at its highest, with everything the process holds. */
  peakMb: number
}

const [how, file] = process.argv.slice(2)
const bytes = readFileSync(file!)

async function throughAllRows() {
  const { sheets } = await readSpreadsheet({ name: file!, bytes })
  for (const sheet of sheets) for await (const _ of sheet.rows());
}

const started = performance.now()
if (how === 'parser') await throughAllRows()
else await apartInWorkers()('channel file', { name: file!, bytes, zone: 'WIB' })
const cost: ReadingCost = { ms: performance.now() - started, peakMb: process.resourceUsage().maxRSS / 1024 }
process.send?.(cost)
