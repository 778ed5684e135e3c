import type { Language } from '../../src-shared/kernel/business-day.ts'
import type { Refusal } from '../../src-shared/kernel/refusal.ts'
import { refusals } from '../../src-shared/refusals.ts'
import { whyClosed } from '../hosting/why-closed.ts'

/** What a refusal of a call, or of opening the shop, says in a language. */
export function sentenceOf(problem: unknown, language: Language): string {
  const { code = '', data, message } = problem as { code?: string; data?: unknown; message: string }
  if (data === undefined) return whyClosed(problem, language)
  const refusal = (refusals as Record<string, Refusal>)[code]
  return refusal ? refusal.sentence[language](data as never) : message
}
