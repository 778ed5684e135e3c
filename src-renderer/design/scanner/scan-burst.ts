/**
 * Telling a scanner from a person. A scanner is a keyboard that types a code in one burst and presses Enter; one that
 * presses Tab, nothing, presses late or types slowly is learned in Pengaturan (`scanner-profile.ts`) and widens the rules.
 *
 * We look at the time between keys, taken from the event's own timestamp, so that a busy window changes nothing.
 * The first two characters pass as ordinary typing, because delaying every key of a person would be worse; the third
 * fast one makes it a burst: from there on characters are held back, and what had already reached a field is taken out.
 * If nothing ends it as a code, it was a person after all and the held characters are typed after all.
 * Refused: a prefix character programmed into the scanner, since shops use whatever scanner they have.
 */
export interface BurstRules {
  /** Longest pause between two characters of one code, in milliseconds. People rarely beat 60. */
  gapMs: number
  /** Characters in quick succession that make a burst, and the shortest code of a scanner as most are. */
  least: number
  /** Characters that a slow, late or silent scanner must send: a quick hand rolls over three keys, not over so many. */
  leastOfUnusual: number
  /** Keys that end a code. */
  closers: readonly string[]
  /** Longest pause before such a key, in milliseconds. */
  closeMs: number
  /** True where nothing needs to follow: a burst that falls silent was a code. */
  endsInSilence: boolean
  /** After so many milliseconds without a key nothing more belongs to the burst. */
  silenceMs: number
}

/** Most scanners: no pause over 50 ms, then Enter at once. */
export const BURST_RULES: BurstRules = {
  gapMs: 50,
  least: 3,
  leastOfUnusual: 5,
  closers: ['Enter'],
  closeMs: 100,
  endsInSilence: false,
  silenceMs: 200,
}

/** What is known so far: the characters of the run, its longest pause, when the last one came, and whether it is held back. */
export interface Burst {
  text: string
  longestGapMs: number
  lastAt: number
  isHeld: boolean
}

export const NO_BURST: Burst = { text: '', longestGapMs: 0, lastAt: Number.NEGATIVE_INFINITY, isHeld: false }

export interface Stroke {
  /** `KeyboardEvent.key`: one character, or a name such as `Enter`. */
  key: string
  /** Milliseconds, `KeyboardEvent.timeStamp`. */
  at: number
  /** True for auto-repeat and for Ctrl, Alt or Cmd combinations: a scanner sends neither. */
  isByHand?: boolean
}

/**
 * What to do with one stroke, in this order: `code` is delivered, `replay` goes into the field, then
 * `pass` lets the stroke through, `begin` starts holding (undo what leaked), `hold` swallows it, `scan` swallows what ended a code.
 */
export interface Verdict {
  burst: Burst
  act: 'pass' | 'begin' | 'hold' | 'scan'
  /** Held characters that turned out to be typing. */
  replay: string
  code: string
}

const SILENT = new Set(['Shift', 'CapsLock', 'AltGraph', 'NumLock', 'Unidentified'])

export function nextStroke(burst: Burst, stroke: Stroke, rules: BurstRules = BURST_RULES): Verdict {
  if (SILENT.has(stroke.key)) return { burst, act: burst.isHeld ? 'hold' : 'pass', replay: '', code: '' }
  const waited = stroke.at - burst.lastAt
  if (burst.isHeld && !stroke.isByHand && closes(burst, stroke.key, waited, rules)) {
    return { burst: NO_BURST, act: 'scan', replay: '', code: burst.text }
  }
  const isFast = !stroke.isByHand && waited <= rules.gapMs
  if (!isFast && isCodeInSilence(burst, rules)) {
    return { ...nextStroke(NO_BURST, stroke, rules), code: burst.text }
  }
  const replay = !isFast && burst.isHeld ? burst.text : ''
  if (stroke.key.length !== 1 || stroke.isByHand) {
    const interrupted = isFast && burst.isHeld ? burst.text : replay
    return { burst: NO_BURST, act: 'pass', replay: interrupted, code: '' }
  }
  const text = isFast ? burst.text + stroke.key : stroke.key
  const isFollowing = isFast && burst.text !== ''
  const longestGapMs = isFollowing ? Math.max(burst.longestGapMs, waited) : 0
  const isHeld = isFast && text.length >= rules.least
  const act = !isHeld ? 'pass' : burst.isHeld ? 'hold' : 'begin'
  return { burst: { text, longestGapMs, lastAt: stroke.at, isHeld }, act, replay, code: '' }
}

/** Whether a burst that nothing followed was a code. */
export const isCodeInSilence = ({ isHeld, text }: Burst, { endsInSilence, leastOfUnusual }: BurstRules): boolean =>
  isHeld && endsInSilence && text.length >= leastOfUnusual

function closes({ text, longestGapMs }: Burst, key: string, waited: number, rules: BurstRules): boolean {
  if (!rules.closers.includes(key)) return false
  const isUsual = longestGapMs <= BURST_RULES.gapMs && waited <= BURST_RULES.closeMs
  return isUsual || (waited <= rules.closeMs && text.length >= rules.leastOfUnusual)
}
