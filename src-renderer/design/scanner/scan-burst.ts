/**
 * Telling a scanner from a person. A scanner is a keyboard that types a code in one burst and presses Enter.
 *
 * We look at the time between keys, taken from the event's own timestamp, so that a busy window changes nothing.
 * The first two characters pass as ordinary typing, because delaying every key of a person would be worse; the third
 * fast one makes it a burst: from there on characters are held back, and what had already reached a field is taken out.
 * If no Enter follows, it was a person after all and the held characters are typed after all.
 * Refused: a prefix character programmed into the scanner, since shops use whatever scanner they have.
 */
export interface BurstRules {
  /** Longest pause between two characters of one code. Slow wireless scanners need about 40 ms; people rarely beat 60. */
  gapMs: number
  /** Characters in quick succession that make a burst, and the shortest code there is. */
  least: number
}

export const BURST_RULES: BurstRules = { gapMs: 50, least: 3 }

/** What is known so far: the characters of the run, when the last one came, and whether it is being held back. */
export interface Burst {
  text: string
  lastAt: number
  isHeld: boolean
}

export const NO_BURST: Burst = { text: '', lastAt: Number.NEGATIVE_INFINITY, isHeld: false }

export interface Stroke {
  /** `KeyboardEvent.key`: one character, or a name such as `Enter`. */
  key: string
  /** Milliseconds, `KeyboardEvent.timeStamp`. */
  at: number
  /** True for auto-repeat and for Ctrl, Alt or Cmd combinations: a scanner sends neither. */
  isByHand?: boolean
}

/**
 * What to do with one stroke, in this order: `replay` goes into the field first, then
 * `pass` lets the stroke through, `begin` starts holding (undo what leaked), `hold` swallows it, `scan` delivers `code`.
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
  const isFast = !stroke.isByHand && stroke.at - burst.lastAt <= rules.gapMs
  const isCloser = stroke.key === 'Enter' && !stroke.isByHand && stroke.at - burst.lastAt <= rules.gapMs * 2
  if (isCloser && burst.isHeld) {
    return { burst: NO_BURST, act: 'scan', replay: '', code: burst.text }
  }
  const replay = !isFast && burst.isHeld ? burst.text : ''
  if (stroke.key.length !== 1 || stroke.isByHand) {
    const interrupted = isFast && burst.isHeld ? burst.text : replay
    return { burst: NO_BURST, act: 'pass', replay: interrupted, code: '' }
  }
  const text = isFast ? burst.text + stroke.key : stroke.key
  const isHeld = isFast && text.length >= rules.least
  const act = !isHeld ? 'pass' : burst.isHeld ? 'hold' : 'begin'
  return { burst: { text, lastAt: stroke.at, isHeld }, act, replay, code: '' }
}
