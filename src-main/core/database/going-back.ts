import { copyFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { keptCopies } from './kept-copy.ts'
import { folderToGrowIn, makeReady, markForOlder } from './put-in-place.ts'

const NAMED = /\.v(\d+)\.(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)\.sqlite$/

/** The newest copy of a shop from before its data was brought along to more than an older Lumbung knows; null where none is kept. */
export function copyForOlder(file: string, schema: number): { copy: string; at: Instant } | null {
  for (const copy of keptCopies(file).toReversed()) {
    const [, version, day, hours, minutes, seconds] = NAMED.exec(copy) ?? []
    if (Number(version) <= schema) return { copy, at: Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`) }
  }
  return null
}

/**
 * The copy takes the shop's place when the Lumbung before opens it; what stands there now is kept. Should this one open it again, because nothing
 * came of going back, the shop is as it was.
 */
export function makeCopyReady(file: string, copy: string, at: Instant): void {
  const folder = folderToGrowIn(file)
  copyFileSync(copy, join(folder, basename(file)))
  markForOlder(folder)
  makeReady(file, folder, new Date(at).toISOString().slice(0, 19).replaceAll(':', '-'))
}
