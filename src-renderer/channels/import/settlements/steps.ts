import { settlementsImportWords } from '../../../../src-shared/channels/settlements-import.words.ts'
import type { SettlementsOutcome } from '../../../../src-shared/channels/settlements-outcome.ts'
import type { Language } from '../../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../../src-shared/kernel/rupiah.ts'
import type { NextStep } from '../next-step.ts'
import { unmappedNames } from './SettlementEffects.tsx'

/** What settlements that came in ask for next. */
export function settlementSteps(outcome: SettlementsOutcome, language: Language): NextStep[] {
  const w = settlementsImportWords[language]
  const unmapped = unmappedNames(outcome)
  const { waiting } = outcome
  return [
    ...(unmapped > 0 ? [{ label: w.nextMap(formatNumber(unmapped)), why: w.nextMapWhy, path: '/toko/potongan' }] : []),
    ...(waiting.settlements > 0
      ? [
          {
            label: w.nextWaiting(formatNumber(waiting.settlements)),
            why: w.nextWaitingWhy,
            path: '/toko/potongan?part=waiting',
          },
        ]
      : []),
    { label: w.nextOrders, why: w.nextOrdersWhy, path: '/pesanan?tab=completed' },
  ]
}
