import type { ScannerProfile } from '../../src-shared/settings/settings.ts'
import type { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { isLate, isSlow } from '../design/scanner/scanner-profile.ts'

type Words = (typeof settingsWords)['id']

/** What kind of scanner it is: `alat scan lambat, ditutup Tab`. */
export function scannerWords(w: Words, profile: ScannerProfile): string {
  const { end } = profile
  const pace = isSlow(profile) ? w.scannerSlow : w.scannerFast
  if (end === 'none') return `${pace}, ${w.scannerClosedByNothing}`
  return `${pace}, ${isLate(profile) ? w.scannerClosedLate(end) : w.scannerClosedBy(end)}`
}
