import { bankImportWords } from '../../../../src-shared/bank/bank-import.words.ts'
import type { BankOutcome } from '../../../../src-shared/channels/channels.ts'
import type { Language } from '../../../../src-shared/kernel/business-day.ts'
import type { NextStep } from '../next-step.ts'

/** Lines that came in want to be answered. */
export function statementSteps({ account }: BankOutcome, language: Language): NextStep[] {
  const w = bankImportWords[language]
  return [{ label: w.openInbox, why: w.openInboxWhy, path: `/bank?account=${account}` }]
}
