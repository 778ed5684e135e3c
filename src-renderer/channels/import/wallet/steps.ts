import type { WalletOutcome } from '../../../../src-shared/channels/channels.ts'
import type { Language } from '../../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../../src-shared/kernel/rupiah.ts'
import { walletImportWords } from '../../../../src-shared/payouts/wallet-import.words.ts'
import type { NextStep } from '../next-step.ts'

/** What is asked comes first, then where the money stands. */
export function lineSteps({ asked, waiting }: WalletOutcome, language: Language): NextStep[] {
  const w = walletImportWords[language]
  return [
    ...(asked.lines > 0
      ? [{ label: w.answer, why: w.answerWhy(formatNumber(asked.lines)), path: '/saldo?lihat=ditanya' }]
      : []),
    ...(waiting.lines > 0
      ? [{ label: w.bringOrders, why: w.bringOrdersWhy(formatNumber(waiting.lines)), path: '/impor' }]
      : []),
    { label: w.look, why: w.lookWhy, path: '/saldo' },
  ]
}
