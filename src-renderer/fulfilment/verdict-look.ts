import type { ScanResult, ScanVerdict } from '../../src-shared/fulfilment/fulfilment.ts'
import type { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { OrderState } from '../../src-shared/orders/order.ts'
import { TAB_OF } from '../../src-shared/orders/orders.ts'
import type { SoundName } from '../design/sounds/score.ts'

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
  'already packed': { tone: 'calm', sound: 'ganda' },
  'already handed over': { tone: 'calm', sound: 'ganda' },
  'other parcel': { tone: 'wrong', sound: 'salah' },
  held: { tone: 'wrong', sound: 'salah' },
  'not ready': { tone: 'wrong', sound: 'salah' },
  'unknown code': { tone: 'wrong', sound: 'salah' },
}

/** Only the door calls these not ready: they are to be packed first. */
const isWaiting = (state: OrderState) => TAB_OF[state] === 'to_ship' || state === 'cancel_requested'

const fullName = ({ name, size }: { name: string; size: string }) =>
  size && !name.endsWith(` ${size}`) ? `${name} ${size}` : name

/** The sentence under the verdict: what happened and what the hand does next. */
export function verdictSentence(w: (typeof packWords)['id'], { verdict, item, parcel, code }: ScanResult): string {
  const wanted = parcel?.items.find(({ pieces, scanned }) => scanned < pieces)
  switch (verdict) {
    case 'opened':
      return w.opened(formatNumber(parcel?.pieces ?? 0))
    case 'right':
    case 'complete':
      return item ? fullName(item) : ''
    case 'wrong item': {
      const sameGoods =
        item &&
        parcel?.items.find(
          ({ name, size, pieces, scanned }) => scanned < pieces && size !== item.size && sharesName(name, item.name),
        )
      const why =
        sameGoods && item
          ? w.wrongSize(item.size, sameGoods.size)
          : item
            ? w.wrongItem(fullName(item))
            : w.unknownCode(code)
      const target = sameGoods ?? wanted
      return target?.shelf ? `${why} ${w.takeFrom(fullName(target), target.shelf)}` : why
    }
    case 'too many':
      return w.tooMany(item ? fullName(item) : code)
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
    case 'cancelled':
      return w.stopWhy
  }
}

/** The same goods in another size: the names agree once the size is left out. */
const sharesName = (a: string, b: string) => withoutSize(a) === withoutSize(b)
const withoutSize = (name: string) => name.replace(/[\s,]+(X{0,3}[SML]|\d?XL|\d{2})$/i, '').toLowerCase()
