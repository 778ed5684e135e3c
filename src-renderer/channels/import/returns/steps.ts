import { returnsImportWords } from '../../../../src-shared/channels/returns-import.words.ts'
import type { ReturnsOutcome } from '../../../../src-shared/channels/returns-outcome.ts'
import type { Language } from '../../../../src-shared/kernel/business-day.ts'
import type { NextStep } from '../next-step.ts'

/** After a list of returns one looks at Retur. */
export function returnSteps(_: ReturnsOutcome, language: Language): NextStep[] {
  const w = returnsImportWords[language]
  return [{ label: w.nextReturns, why: w.nextReturnsWhy, path: '/retur' }]
}
