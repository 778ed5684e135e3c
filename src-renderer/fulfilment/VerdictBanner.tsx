import { Flex } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconEye, IconInfoCircle, IconPlayerPause, IconScan } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Mistake, Parcel, ParcelItem, ScanResult, ScanVerdict } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatClock } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ColourName } from '../design/goods/ColourName.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import classes from './desk.module.css'
import { ItemPhoto } from './ItemPhoto.tsx'
import type { PackDesk } from './use-pack-desk.ts'
import { fullName, VERDICT_LOOK, verdictSentence } from './verdict-look.ts'

const JUST_TONE = { packed: 'right', held: 'calm' } as const
/** What the sentence says is not a matter of how much was scanned. */
const NO_COUNT: ReadonlySet<ScanVerdict> = new Set(['contents changed', 'at another desk', 'held', 'not ready'])
const SIGNS = { right: IconCheck, wrong: IconAlertTriangle, calm: IconInfoCircle, stop: IconAlertTriangle }

export interface VerdictBannerProps {
  result: ScanResult | null
  parcel: Parcel | null
  just: PackDesk['just']
  /** The row that waits for a second look. */
  doubted: ParcelItem | null
}

/** The answer to the last scan, readable from an arm's length. Always of one height: nothing below it moves. */
export function VerdictBanner({ result, parcel, just, doubted }: VerdictBannerProps) {
  const w = useWords(packWords)
  const { zone } = useLocale()
  if (doubted) {
    return (
      <Banner
        tone="doubt"
        sign={<IconEye stroke={2} aria-hidden />}
        word={w.doubt}
        sentence={w.doubtHow(fullName(doubted))}
      />
    )
  }
  if (!result) {
    const sign =
      just?.what === 'packed' ? <IconCheck stroke={2.5} aria-hidden /> : <IconPlayerPause stroke={2} aria-hidden />
    return just ? (
      <Banner
        tone={JUST_TONE[just.what]}
        sign={sign}
        word={just.what === 'packed' ? w.done : w.verdict('held')}
        sentence={just.what === 'packed' ? w.packedNow(just.number) : w.heldNow(just.number)}
      />
    ) : (
      <Banner
        tone="idle"
        sign={<IconScan stroke={1.75} aria-hidden />}
        word={w.scanParcel}
        sentence={parcel ? w.opened(formatNumber(parcel.pieces)) : w.scanParcelHow}
      />
    )
  }
  const { tone } = VERDICT_LOOK[result.verdict]
  const Sign = SIGNS[tone]
  const isClosed = result.verdict === 'complete' && result.parcel?.isPacked
  return (
    <Banner
      tone={tone}
      sign={<Sign stroke={2.5} aria-hidden />}
      word={isClosed ? w.closed : w.verdict(result.verdict)}
      sentence={
        result.verdict === 'contents changed'
          ? w.contentsChangedHere
          : verdictSentence(w, result, (at) => `${formatClock(at, zone)} ${zone}`)
      }
    >
      {result.mistake && result.item ? (
        <Mistaken mistake={result.mistake} item={result.item} />
      ) : (
        parcel &&
        !NO_COUNT.has(result.verdict) && (
          <span className={classes.verdictCount}>
            <strong>{formatNumber(parcel.scanned)}</strong>
            <span>{w.ofPieces(formatNumber(parcel.pieces))}</span>
          </span>
        )
      )}
    </Banner>
  )
}

interface BannerProps {
  tone: 'right' | 'wrong' | 'calm' | 'stop' | 'idle' | 'doubt'
  sign: ReactNode
  word: string
  sentence: string
  children?: ReactNode
}

const Banner = ({ tone, sign, word, sentence, children }: BannerProps) => (
  <div className={classes.verdict} data-tone={tone} role={tone === 'wrong' ? 'alert' : 'status'}>
    <span className={classes.sign}>{sign}</span>
    <span className={classes.verdictWords}>
      <strong>{word}</strong>
      <span className="two-lines">{sentence}</span>
    </span>
    {children}
  </div>
)

/** What is in the hand above what the order wants, with their colours, for an eye that reads nothing. */
function Mistaken({
  mistake: { wanted, differsIn },
  item,
}: {
  mistake: Mistake
  item: NonNullable<ScanResult['item']>
}) {
  const w = useWords(packWords)
  const shown = (goods: Pick<ParcelItem, 'motif' | 'colour' | 'size'>) =>
    differsIn.map((option) =>
      option === 'colour' ? (
        <ColourName key={option} colour={goods.colour} />
      ) : (
        <span key={option}>{goods[option]}</span>
      ),
    )
  // one picture for both would show no difference
  const hasPhotos = item.photoId !== null && wanted.photoId !== null && item.photoId !== wanted.photoId
  return (
    <dl className={classes.mistaken} aria-hidden>
      <Flex align="center" gap={10} p="4px 14px" bdrs={10} className="paper ink">
        <dt>{w.got}</dt>
        {hasPhotos && <ItemPhoto item={item} size={44} />}
        <dd>{shown(item)}</dd>
      </Flex>
      <Flex align="center" gap={10} p="4px 14px" bdrs={10} className="paper ink">
        <dt>{w.wanted}</dt>
        {hasPhotos && <ItemPhoto item={wanted} size={44} />}
        <dd>{shown(wanted)}</dd>
      </Flex>
    </dl>
  )
}
