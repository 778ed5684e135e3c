import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Defect } from '../../src-shared/kernel/defect.ts'

const LARGEST_BYTES = 1_000_000

/**
 * Writes defects to `lumbung.log` beside the shop, so that what "Salin rincian" copied can be found again; the log before
 * it is kept as `lumbung.1.log`. Stays on this computer.
 */
export function defectLog(folder: string, now: () => number = Date.now): (defect: Defect) => void {
  const file = join(folder, 'lumbung.log')
  return ({ details }) => {
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_BYTES)
        renameSync(file, join(folder, 'lumbung.1.log'))
      appendFileSync(file, `${new Date(now()).toISOString()} ${details}\n\n`)
    } catch {
      // a full disk must not turn one defect into two
    }
  }
}
