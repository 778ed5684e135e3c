import type { DoorScan } from '../../src-shared/fulfilment/fulfilment.ts'

/** What a scan at the door leads to; only `right` marks the parcel. `asks` waits for a second scan of it, on purpose. */
export type DoorOutcome = 'right' | 'twice' | 'asks' | 'other courier' | 'stop' | 'wrong' | 'unknown'

export interface DoorMoment {
  /** The parcel is marked already. */
  isMarked: boolean
  /** The scan before this one was of the same parcel. */
  isAgain: boolean
  /** The courier whose parcels are being marked; null while nothing is. */
  courier: string | null
}

/** Decides what a scan at the door means, in the order in which a person has to be told. */
export function doorOutcome(
  { verdict, parcel, stays }: DoorScan,
  { isMarked, isAgain, courier }: DoorMoment,
): DoorOutcome {
  if (!parcel) return 'unknown'
  if (verdict === 'cancelled') return 'stop'
  if (stays !== null && stays !== 'cancel requested' && stays !== 'not arranged') return 'wrong'
  if (verdict === 'already handed over') return 'wrong'
  if (isMarked) return 'twice'
  if (courier !== null && parcel.courier !== courier && !isAgain) return 'other courier'
  return stays === null || isAgain ? 'right' : 'asks'
}
