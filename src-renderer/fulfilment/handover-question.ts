import type { HandoverGroup, HandoverParcel, StayReason } from '../../src-shared/fulfilment/fulfilment.ts'
import type { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { Marks } from './door-marks.ts'

type Words = (typeof handoverWords)['id']

/**
 * What is asked before parcels leave, in numbers: `Serahkan 8 paket ke SPX Standard?`, then a line each for what stays, what
 * was not marked, what nobody scanned and what goes against the channel's word.
 */
export function handoverQuestion(
  w: Words,
  {
    group,
    going,
    marks,
    courier,
  }: { group: HandoverGroup; going: readonly HandoverParcel[]; marks: Marks; courier: string },
): { title: string; lines: string[] } {
  const goes = new Set(going.map(({ parcelId }) => parcelId))
  const staying = group.staying.filter(({ parcelId }) => !goes.has(parcelId))
  const insisted = group.staying.length - staying.length
  const unmarked = group.parcels.filter(({ parcelId }) => !goes.has(parcelId)).length
  const unscanned = going.filter(({ parcelId }) => marks.get(parcelId) !== 'scanned')
  const counts = [...Map.groupBy(staying, ({ why }) => why)].map(([why, { length }]): [StayReason, number] => [
    why,
    length,
  ])
  return {
    title: w.question(formatNumber(going.length), courier),
    lines: [
      ...(counts.length > 0
        ? [w.questionStays(counts.map(([why, count]) => w.staysCount(why, formatNumber(count))).join(', '))]
        : []),
      ...(unmarked > 0 ? [w.questionUnmarked(formatNumber(unmarked))] : []),
      ...(insisted > 0 ? [w.questionInsisted(formatNumber(insisted))] : []),
      ...(unscanned.length > 0 ? [w.questionUnscanned(formatNumber(unscanned.length), listed(w, unscanned))] : []),
      w.questionStock,
    ],
  }
}

/** Parcels named in the question about those that were not scanned. */
const MOST_NAMED = 4

/** The parcels as the question names them: the first few, and how many more. */
function listed(w: Words, parcels: readonly HandoverParcel[]): string {
  const names = parcels.map(({ trackingNumber, orderNumber }) => trackingNumber || `${orderNumber} (${w.noWaybill})`)
  const list = names.slice(0, MOST_NAMED).join(', ')
  return names.length > MOST_NAMED ? w.andMore(list, formatNumber(names.length - MOST_NAMED)) : list
}
