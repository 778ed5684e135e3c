import { ORPCError } from '@orpc/client'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { actRefusals } from '../../src-shared/kernel/act.refusals.ts'
import { badInputSentence, wrongFieldIn } from '../../src-shared/kernel/bad-input.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import { type Defect, defectInside, defectOf } from '../../src-shared/kernel/defect.ts'
import { storageRefusals } from '../../src-shared/kernel/storage.refusals.ts'
import { sumRefusals } from '../../src-shared/ledger/sum.refusals.ts'
import { refusals } from '../../src-shared/refusals.ts'
import { isOutage } from './outage.ts'

/**
 * What to tell a person about a failed call. A refusal is a "no" of the business in its own words; an outage passes by
 * itself; anything else is a defect with a code.
 */
export type Trouble =
  | { kind: 'refusal'; code: string; sentence: string }
  | { kind: 'outage'; sentence: string }
  | { kind: 'defect'; defect: Defect; sentence: string }

export function troubleOf(error: unknown, language: Language): Trouble {
  const w = partsWords[language]
  if (error instanceof ORPCError) {
    // the disk, an act sent again, and the limits of sums may refuse under any procedure, so no contract defines them
    const isKnown =
      [storageRefusals, actRefusals, sumRefusals].some((anywhere) => error.code in anywhere) || error.defined
    const sentence = isKnown ? sentenceOf(error.code, error.data, language) : null
    if (sentence) return { kind: 'refusal', code: error.code, sentence }
    if (error.code === 'UNAUTHORIZED') return { kind: 'refusal', code: error.code, sentence: w.notKnownHere }
    if (error.code === 'BAD_REQUEST')
      return { kind: 'refusal', code: error.code, sentence: badInputSentence(wrongFieldIn(error.data), language) }
  } else if (isOutage(error)) {
    return { kind: 'outage', sentence: w.coreAway }
  }
  const inside = error instanceof ORPCError ? defectInside(error.data) : null
  const defect = inside ?? defectOf(error, globalThis.location?.hash ?? '')
  return { kind: 'defect', defect, sentence: `${w.defect(defect.code)} ${w.defectSafe}` }
}

/** One sentence for any failed call, for places that have room for no more. */
export const refusalSentence = (error: unknown, language: Language): string => troubleOf(error, language).sentence

function sentenceOf(code: string, data: unknown, language: Language): string | null {
  if (!(code in refusals)) return null
  const refusal = refusals[code as keyof typeof refusals]
  // The facts were checked against the refusal's own schema by the client; the union hides which one it is.
  const sentence = refusal.sentence[language] as (facts: unknown) => string
  return sentence(data)
}
