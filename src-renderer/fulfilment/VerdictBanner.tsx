import { IconAlertTriangle, IconCheck, IconInfoCircle, IconPlayerPause, IconScan } from '@tabler/icons-react'
import type { Parcel, ScanResult, ScanVerdict } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatClock } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { useLocale, useWords } from '../design/language.tsx'
import classes from './desk.module.css'
import type { PackDesk } from './use-pack-desk.ts'
import { VERDICT_LOOK, verdictSentence } from './verdict-look.ts'

const JUST_TONE = { packed: 'right', held: 'calm' } as const
/** What the sentence says is not a matter of how much was scanned. */
const NO_COUNT: ReadonlySet<ScanVerdict> = new Set(['contents changed', 'at another desk'])
const SIGNS = { right: IconCheck, wrong: IconAlertTriangle, calm: IconInfoCircle, stop: IconAlertTriangle }

export interface VerdictBannerProps {
  result: ScanResult | null
  parcel: Parcel | null
  just: PackDesk['just']
}

/** The answer to the last scan, readable from an arm's length. */
export function VerdictBanner({ result, parcel, just }: VerdictBannerProps) {
  const w = useWords(packWords)
  const { zone } = useLocale()
  if (!result) {
    return (
      <div className={classes.verdict} data-tone={just ? JUST_TONE[just.what] : 'idle'} role="status">
        <span className={classes.sign}>
          {just?.what === 'packed' && <IconCheck stroke={2.5} aria-hidden />}
          {just?.what === 'held' && <IconPlayerPause stroke={2} aria-hidden />}
          {!just && <IconScan stroke={1.75} aria-hidden />}
        </span>
        <span className={classes.verdictWords}>
          <strong>{just ? (just.what === 'packed' ? w.done : w.verdict('held')) : w.scanParcel}</strong>
          <span>
            {just ? (just.what === 'packed' ? w.packedNow(just.number) : w.heldNow(just.number)) : w.scanParcelHow}
          </span>
        </span>
      </div>
    )
  }
  const { tone } = VERDICT_LOOK[result.verdict]
  const Sign = SIGNS[tone]
  return (
    <div className={classes.verdict} data-tone={tone} role={tone === 'wrong' ? 'alert' : 'status'}>
      <span className={classes.sign}>
        <Sign stroke={2.5} aria-hidden />
      </span>
      <span className={classes.verdictWords}>
        <strong>{w.verdict(result.verdict)}</strong>
        <span>
          {result.verdict === 'contents changed'
            ? w.contentsChangedHere
            : verdictSentence(w, result, (at) => `${formatClock(at, zone)} ${zone}`)}
        </span>
      </span>
      {parcel && !NO_COUNT.has(result.verdict) && (
        <span className={classes.verdictCount}>
          <strong>{formatNumber(parcel.scanned)}</strong>
          <span>{w.ofPieces(formatNumber(parcel.pieces))}</span>
        </span>
      )}
    </div>
  )
}
