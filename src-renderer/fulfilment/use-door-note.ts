import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatClock } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { useLocale, useWords } from '../design/language.tsx'
import type { LastScan, ScanOutcome } from '../design/scanner/ScanField.tsx'
import type { DoorOutcome } from './door-outcome.ts'
import type { LastDoorScan, useHandover } from './use-handover.ts'
import { verdictSentence } from './verdict-look.ts'

const SHOWN: Record<DoorOutcome, ScanOutcome> = {
  right: 'right',
  twice: 'twice',
  asks: 'wrong',
  'other courier': 'wrong',
  stop: 'stop',
  wrong: 'wrong',
  unknown: 'unknown',
}

/** The answer to the last scan at the door, as the field says it. */
export function useDoorNote() {
  const w = useWords(handoverWords)
  const pack = useWords(packWords)
  const { zone } = useLocale()
  const sentence = ({ result, outcome }: LastDoorScan, { group, going }: ReturnType<typeof useHandover>): string => {
    const { parcel, stays } = result
    const buyer = parcel?.buyer ?? ''
    switch (outcome) {
      case 'right':
        return w.mayGo(buyer, formatNumber(going.length), formatNumber(group?.parcels.length ?? 0))
      case 'twice':
        return w.checkedTwice(buyer)
      case 'other courier':
        return w.otherCourier(parcel?.courier ?? '', group?.courier ?? '')
      case 'asks':
        return stays === 'cancel requested' ? w.cancelAsked : w.notArranged
      default:
        return verdictSentence(pack, result, (at) => `${formatClock(at, zone)} ${zone}`)
    }
  }
  return (last: LastDoorScan, door: ReturnType<typeof useHandover>): LastScan => ({
    code: last.result.code,
    at: last.at,
    outcome: SHOWN[last.outcome],
    note: sentence(last, door),
  })
}
