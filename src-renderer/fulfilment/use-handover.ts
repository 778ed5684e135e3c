import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DoorScan, HandoverGroup, StayReason } from '../../src-shared/fulfilment/fulfilment.ts'
import { api, client } from '../base/api.ts'
import { clockNow } from '../design/clock.ts'
import { playSound } from '../design/sounds/sounds.ts'
import { useDoorMarks } from './door-marks.ts'
import { type DoorOutcome, doorOutcome } from './door-outcome.ts'
import { VERDICT_LOOK } from './verdict-look.ts'

export interface LastDoorScan {
  result: DoorScan
  outcome: DoorOutcome
  at: number
}

/** A parcel that stays unless someone insists: the courier may take it although the channel, or its buyer, says otherwise. */
export const mayBeInsistedOn = (why: StayReason) => why === 'cancel requested' || why === 'not arranged'

/** The state of Serah Kurir: which courier is at the door, what is marked for it, and what the last scan said. */
export function useHandover() {
  const { marks, change } = useDoorMarks()
  const [wanted, choose] = useState<string | null>(null)
  const [last, setLast] = useState<LastDoorScan | null>(null)
  const groups = useQuery(api.fulfilment.handover.list.queryOptions())
  const all = groups.data ?? []
  const group = groupAtTheDoor(all, wanted)
  const goingOf = ({ parcels, staying }: HandoverGroup) => [
    ...parcels.filter(({ parcelId }) => marks.has(parcelId)),
    ...staying.filter(({ parcelId, why }) => marks.has(parcelId) && mayBeInsistedOn(why)),
  ]
  const finish = useMutation(
    api.fulfilment.handover.finish.mutationOptions({
      onSuccess: (_, { parcelIds }) => {
        playSound('selesai')
        change(new Map([...marks].filter(([id]) => !parcelIds.includes(id))))
        setLast(null)
      },
    }),
  )
  const scan = useMutation({
    mutationFn: (code: string) => client.fulfilment.handover.scan({ code }),
    onSuccess: (result) => {
      const outcome = doorOutcome(result, {
        isMarked: marks.has(result.parcel?.parcelId ?? ''),
        isAgain: last !== null && result.parcel !== null && last.result.parcel?.parcelId === result.parcel.parcelId,
        // whoever has begun with one courier's pile must not lay another's on it
        courier: group && goingOf(group).length > 0 ? group.courier : null,
      })
      playSound(
        outcome === 'twice'
          ? 'ganda'
          : outcome === 'right'
            ? 'benar'
            : outcome === 'other courier'
              ? 'salah'
              : VERDICT_LOOK[result.verdict].sound,
      )
      setLast({ result, outcome, at: clockNow() })
      if (outcome !== 'right' || !result.parcel) return
      choose(result.parcel.courier)
      change(new Map(marks).set(result.parcel.parcelId, 'scanned'))
    },
  })
  return {
    groups,
    all,
    group,
    marks,
    last,
    going: group ? goingOf(group) : [],
    markedOf: (each: HandoverGroup) => goingOf(each).length,
    choose: (courier: string) => {
      choose(courier)
      setLast(null)
      finish.reset()
    },
    scan,
    finish,
    dismiss: () => setLast(null),
    toggle: (parcelId: string) => {
      const next = new Map(marks)
      if (!next.delete(parcelId)) next.set(parcelId, 'by hand')
      change(next)
    },
    /** Marks every parcel of this courier that may go, or takes all marks away when all are marked. */
    toggleAll: ({ parcels }: HandoverGroup) => {
      const areAll = parcels.every(({ parcelId }) => marks.has(parcelId))
      const next = new Map(marks)
      for (const { parcelId } of parcels)
        if (areAll) next.delete(parcelId)
        else if (!next.has(parcelId)) next.set(parcelId, 'by hand')
      change(next)
    },
  }
}

/** The courier that was chosen; where parcels for one alone are ready, that one. */
function groupAtTheDoor(all: readonly HandoverGroup[], wanted: string | null): HandoverGroup | null {
  const chosen = all.find(({ courier }) => courier === wanted)
  if (chosen) return chosen
  const ready = all.filter(({ parcels }) => parcels.length > 0)
  return ready.length === 1 ? ready[0]! : all.length === 1 ? all[0]! : null
}
