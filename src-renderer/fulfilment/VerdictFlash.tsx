import type { ScanResult } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { useWords } from '../design/language.tsx'
import classes from './VerdictFlash.module.css'
import { VERDICT_LOOK, variationOf } from './verdict-look.ts'

/**
 * The verdict over the whole screen for a moment, in words and colour, for a desk that cannot hear. It takes no click and no
 * key; the next scan takes its place. One fill a scan, never a flicker (WCAG 2.3.1); where less motion is wished it is a frame.
 */
export function VerdictFlash({ result }: { result: ScanResult }) {
  const w = useWords(packWords)
  const { verdict, item, mistake, parcel } = result
  const isClosed = verdict === 'complete' && parcel?.isPacked
  const said = mistake ? variationOf(mistake.wanted) : item ? variationOf(item) : ''
  return (
    <div className={classes.flash} data-tone={VERDICT_LOOK[verdict].tone} aria-hidden>
      <strong>{isClosed ? w.closed : w.verdict(verdict)}</strong>
      <span>{mistake ? `${w.wanted}: ${said}` : said}</span>
    </div>
  )
}
