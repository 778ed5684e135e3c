import { backupRefusals } from '../../src-shared/backup/backup.refusals.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { DomainError, type Refusal } from '../../src-shared/kernel/refusal.ts'
import { settingsRefusals } from '../../src-shared/settings/settings.refusals.ts'
import { hostingRefusals } from './hosting.refusals.ts'

const openingRefusals: Record<string, Refusal> = { ...hostingRefusals, ...settingsRefusals, ...backupRefusals }

/** Why the shop could not be opened, in a sentence for the person at the screen. */
export function whyClosed(problem: unknown, language: Language = 'id'): string {
  if (problem instanceof DomainError) {
    const refusal = openingRefusals[problem.code]
    if (refusal) return refusal.sentence[language](problem.facts as never)
  }
  const detail = problem instanceof Error ? problem.message : String(problem)
  return language === 'id'
    ? `Ada yang tidak beres, toko belum bisa dibuka. Data aman. Rincian: ${detail}`
    : `Something is not right, so the shop could not open. Your data is safe. Detail: ${detail}`
}
