import type {
  Mistake,
  Parcel,
  ParcelItem,
  ParcelStanding,
  ScanResult,
  ScanVerdict,
  VariationOption,
} from '../../src-shared/fulfilment/fulfilment.ts'
import type { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import type { Instant } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { OrderState } from '../../src-shared/orders/order.ts'
import { TAB_OF } from '../../src-shared/orders/orders.ts'
import type { SoundName } from '../design/sounds/score.ts'

type Words = (typeof packWords)['id']
export type VerdictTone = 'right' | 'wrong' | 'calm' | 'stop'

/** What each verdict looks and sounds like; right and wrong differ in colour, sign, word and sound. */
export const VERDICT_LOOK: Record<ScanVerdict, { tone: VerdictTone; sound: SoundName }> = {
  opened: { tone: 'calm', sound: 'benar' },
  right: { tone: 'right', sound: 'benar' },
  complete: { tone: 'right', sound: 'selesai' },
  'wrong item': { tone: 'wrong', sound: 'salah' },
  'too many': { tone: 'wrong', sound: 'salah' },
  cancelled: { tone: 'stop', sound: 'batal' },
  'cancel requested': { tone: 'wrong', sound: 'salah' },
  'contents changed': { tone: 'wrong', sound: 'salah' },
  'taken out': { tone: 'right', sound: 'benar' },
  'at another desk': { tone: 'wrong', sound: 'salah' },
  'already packed': { tone: 'calm', sound: 'ganda' },
  'already handed over': { tone: 'calm', sound: 'ganda' },
  'other parcel': { tone: 'wrong', sound: 'salah' },
  held: { tone: 'wrong', sound: 'salah' },
  'not ready': { tone: 'wrong', sound: 'salah' },
  'unknown code': { tone: 'wrong', sound: 'salah' },
  'which one': { tone: 'wrong', sound: 'salah' },
  'scan only': { tone: 'wrong', sound: 'salah' },
}

/** Only the door calls these not ready: they are to be packed first. */
const isWaiting = (state: OrderState) => TAB_OF[state] === 'to_ship' || state === 'cancel_requested'

type Goods = Pick<ParcelItem, 'name' | 'colour' | 'size'>

/** What tells the variations of one product apart: `Putih, M`. Blank where the product has none. */
export const variationOf = ({ colour, size }: Pick<ParcelItem, 'colour' | 'size'>) =>
  [colour, size].filter(Boolean).join(', ')

/** The variation in front, for a name of ninety letters may be cut at its end: `Putih, M · Kemeja Lung Ukir`. */
export const fullName = (goods: Goods) => [variationOf(goods), goods.name].filter(Boolean).join(' · ')

const ENOUGH_LETTERS = 36
const firstWords = (name: string) =>
  name.length <= ENOUGH_LETTERS ? name : `${name.slice(0, ENOUGH_LETTERS + 1).replace(/\s+\S*$/, '')}…`

/** The same in a sentence that goes on behind it: the hand holds the goods, but what it is told to do must not be cut. */
const briefName = (goods: Goods) => fullName({ ...goods, name: firstWords(goods.name) })

/** The sentence under the verdict: what happened and what the hand does next. */
export function verdictSentence(w: Words, result: ScanResult, clock: (at: Instant) => string): string {
  const said = sentenceOf(w, result, clock)
  return result.currentWaybill ? `${said} ${w.replacedWaybill(result.currentWaybill)}` : said
}

function sentenceOf(
  w: Words,
  { verdict, item, mistake, parcel, code, openAt }: ScanResult,
  clock: (at: Instant) => string,
): string {
  switch (verdict) {
    case 'opened':
      return w.opened(formatNumber(parcel?.pieces ?? 0))
    case 'right':
    case 'complete':
      if (verdict === 'complete' && parcel?.isPacked) return w.packedNow(parcel.trackingNumber || parcel.orderNumber)
      return item ? fullName(item) : ''
    case 'wrong item': {
      if (item && !parcel) return w.parcelFirst(briefName(item))
      const why =
        mistake && item ? wrongVariation(w, mistake, item) : item ? w.wrongItem(briefName(item)) : w.unknownCode(code)
      const target = mistake?.wanted ?? parcel?.items.find(isMissing)
      return target?.shelf ? `${why} ${w.takeFrom(variationOf(target) || firstWords(target.name), target.shelf)}` : why
    }
    case 'too many':
      return w.tooMany(item ? briefName(item) : code)
    case 'contents changed':
      return w.contentsChanged(toMove(parcel?.items ?? []))
    case 'taken out':
      return w.takenOut(item ? briefName(item) : code)
    case 'at another desk':
      return w.openElsewhere(openAt?.by ?? '', openAt ? clock(openAt.since) : '')
    case 'cancel requested':
      return w.cancelAsked
    case 'already packed':
      return w.packedAlready
    case 'already handed over':
      return w.handedAlready
    case 'other parcel':
      return w.otherParcel
    case 'held':
      return w.heldBecause(parcel?.holdReason ?? '')
    case 'not ready':
      return parcel && isWaiting(parcel.state) ? w.notPacked : w.notReady
    case 'unknown code':
      return w.unknownCode(code)
    case 'which one':
      return w.whichOne
    case 'scan only':
      return w.scanOnly
    case 'cancelled':
      return w.stopWhy
  }
}

/** Goods may be laid in and taken out, and the parcel may be closed. */
export const WORKED_ON: ReadonlySet<ParcelStanding> = new Set(['open', 'cancel requested', 'contents changed'])

/** Every item lies in the parcel as often as the order asks for it. */
export const isAsWanted = ({ items }: Pick<Parcel, 'items'>) => items.every(({ pieces, scanned }) => pieces === scanned)

export const isMissing = ({ pieces, scanned }: { pieces: number; scanned: number }) => scanned < pieces

/** The same goods in another motif, colour or size: says what differs, and nothing else. */
const wrongVariation = (w: Words, { wanted, differsIn }: Mistake, got: Pick<ParcelItem, VariationOption>) =>
  w.wrongVariation(
    differsIn,
    differsIn.map((option) => got[option]).join(' '),
    differsIn.map((option) => wanted[option]).join(' '),
  )

/** The goods to move next: what must come out, then what the last scan was taken for, then the first that is missing. */
export const nextItem = (items: readonly ParcelItem[], mistake: Mistake | null = null) =>
  items.find(({ scanned, pieces }) => scanned > pieces) ??
  items.find((item) => item.key === mistake?.wanted.key && isMissing(item)) ??
  items.find(isMissing)

/** What has to come out first: there may be no room for the rest. */
export const surplusFirst = (items: readonly ParcelItem[]) =>
  [...items].sort((a, b) => Number(b.scanned > b.pieces) - Number(a.scanned > a.pieces))

/** What to take out and put in, as the packer reads it. */
const toMove = (items: readonly ParcelItem[]) =>
  surplusFirst(items).flatMap((item) => {
    const surplus = item.scanned - item.pieces
    return surplus === 0 ? [] : [{ isOut: surplus > 0, pieces: formatNumber(Math.abs(surplus)), name: fullName(item) }]
  })
