import { type ScannerProfile, SLOWEST_SCANNER } from '../../../src-shared/settings/settings.ts'
import { BURST_RULES, type BurstRules, isCodeInSilence, NO_BURST, nextStroke, type Stroke } from './scan-burst.ts'

/** A scanner keeps its pace within about a quarter; the limit stays under the 120 ms of a hand that types well. */
const widerGap = (ms: number) => Math.min(Math.ceil(ms * 1.25) + 5, 100)
/** How late the closing key comes varies more, and delays nobody but a hand that rolled over three keys. */
const widerWait = (ms: number) => Math.ceil(ms * 1.5) + 50
const PERIODS_OF_SILENCE = 4

/**
 * The rules that hold once a scanner was learned; without one, those of most scanners. What the usual rules take they go
 * on taking: a shop may have a second scanner.
 */
export function rulesFor(profile: ScannerProfile | null): BurstRules {
  if (!profile) return BURST_RULES
  const { end } = profile
  const gapMs = Math.max(BURST_RULES.gapMs, widerGap(profile.gapMs))
  const closeMs = Math.max(BURST_RULES.closeMs, gapMs * 2, widerWait(profile.endWaitMs))
  return {
    ...BURST_RULES,
    gapMs,
    closers: end === 'Tab' ? [...BURST_RULES.closers, 'Tab'] : BURST_RULES.closers,
    closeMs,
    endsInSilence: end === 'none',
    silenceMs: Math.max(gapMs * PERIODS_OF_SILENCE, closeMs + BURST_RULES.gapMs),
  }
}

/** One code as it was heard: what came, how it ended and how fast it was. Times in milliseconds. */
export interface Heard {
  code: string
  end: ScannerProfile['end']
  /** From one character to the next, on average. */
  averageMs: number
  /** The longest of these pauses. */
  gapMs: number
  /** From the last character to the key that ended it; 0 where none did. */
  endWaitMs: number
  /** Why it cannot be learned: it was typed by hand, or is too short to be told from a hand. */
  problem: 'by hand' | 'too short' | null
}

export const isSlow = ({ gapMs }: ScannerProfile): boolean => gapMs > BURST_RULES.gapMs
export const isLate = ({ gapMs, endWaitMs }: ScannerProfile): boolean =>
  endWaitMs > Math.max(BURST_RULES.closeMs, gapMs * 2)

const isEnd = (key: string): key is 'Enter' | 'Tab' => key === 'Enter' || key === 'Tab'

/** Strokes of characters, Enter and Tab, from the first to where it fell silent. */
export function heardIn(strokes: readonly Stroke[]): Heard {
  const endAt = strokes.findIndex(({ key }) => isEnd(key))
  const letters = endAt < 0 ? strokes : strokes.slice(0, endAt)
  const closing = strokes[endAt]
  const gaps = letters.slice(1).map(({ at }, index) => at - (letters[index]?.at ?? at))
  const last = letters.at(-1)
  const heard = {
    code: letters.map(({ key }) => key).join(''),
    end: closing && isEnd(closing.key) ? closing.key : ('none' as const),
    averageMs: Math.round(gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length)),
    gapMs: Math.ceil(Math.max(0, ...gaps)),
    endWaitMs: closing && last ? Math.ceil(closing.at - last.at) : 0,
  }
  return { ...heard, problem: problemOf(heard, strokes) }
}

function problemOf(heard: ScannerProfile & { code: string }, strokes: readonly Stroke[]): Heard['problem'] {
  if (heard.gapMs > SLOWEST_SCANNER.gapMs || heard.endWaitMs > SLOWEST_SCANNER.endWaitMs) return 'by hand'
  return codesIn(strokes, rulesFor(heard))[0] === heard.code ? null : 'too short'
}

/** The codes that the scanner listener would deliver for these strokes and the silence after them. */
export function codesIn(strokes: readonly Stroke[], rules: BurstRules): string[] {
  let burst = NO_BURST
  const codes: string[] = []
  for (const stroke of strokes) {
    const verdict = nextStroke(burst, stroke, rules)
    burst = verdict.burst
    if (verdict.code) codes.push(verdict.code)
  }
  return isCodeInSilence(burst, rules) ? [...codes, burst.text] : codes
}
