import { IconCircleCheck, IconListCheck, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { HandoverGroup, ScanResult, ScanVerdict } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api, client } from '../base/api.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { type LastScan, ScanField, type ScanOutcome } from '../design/scanner/ScanField.tsx'
import { playSound } from '../design/sounds/sounds.ts'
import { CancelledStop } from './CancelledStop.tsx'
import { DeskFrame, DeskSide } from './DeskFrame.tsx'
import classes from './desk.module.css'
import { fulfilmentShortcuts } from './fulfilment.shortcuts.ts'
import { HandoverGroupTable } from './HandoverGroupTable.tsx'
import { PrintNotice } from './PrintNotice.tsx'
import { printHandoverSheet } from './sheets.ts'
import { VERDICT_LOOK, verdictSentence } from './verdict-look.ts'

/** Serah Kurir: scan what the courier takes; a cancelled parcel stops here too; F8 moves goods and their cost. */
export function HandoverDesk() {
  const w = useWords(packWords)
  const [, go] = useLocation()
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<(LastScan & { result: ScanResult }) | null>(null)
  const groups = useQuery(api.fulfilment.handover.list.queryOptions())
  const parcels = groups.data?.flatMap((group) => group.parcels) ?? []
  const chosen = parcels.filter(({ orderId }) => checked.has(orderId)).map(({ orderId }) => orderId)
  const finish = useMutation(
    api.fulfilment.handover.finish.mutationOptions({
      onSuccess: () => {
        playSound('selesai')
        setChecked(new Set())
        setLast(null)
      },
    }),
  )
  const sheet = useMutation({ mutationFn: printHandoverSheet })
  const aside = useMutation(api.fulfilment.setAside.mutationOptions({ onSettled: () => setLast(null) }))
  const scan = useMutation({
    mutationFn: (code: string) => client.fulfilment.handover.scan({ code }),
    onSuccess: (result) => {
      const { verdict, parcel, code } = result
      const isTwice = parcel !== null && checked.has(parcel.orderId)
      // a wish to cancel is taken along only when it is scanned again on purpose
      const isInsisted =
        verdict === 'cancel requested' &&
        last?.result.verdict === verdict &&
        last.result.parcel?.orderId === parcel?.orderId
      const mayGo = parcel !== null && (verdict === 'right' || isInsisted)
      const outcome = outcomeOf(verdict, mayGo, isTwice)
      playSound(outcome === 'twice' ? 'ganda' : outcome === 'right' ? 'benar' : VERDICT_LOOK[verdict].sound)
      setLast({ result, code, at: Date.now(), outcome, note: doorNote(w, result, outcome) })
      if (mayGo) setChecked((known) => new Set(known).add(parcel.orderId))
    },
  })
  useHotkey(standingShortcuts.back, () => go('/kemas'), { label: w.leave, inFields: true })
  if (last?.result.verdict === 'cancelled') {
    const { parcel } = last.result
    return (
      <CancelledStop
        result={last.result}
        onSetAside={() => (parcel ? aside.mutate({ orderId: parcel.orderId }) : setLast(null))}
      />
    )
  }
  return (
    <DeskFrame
      section="handover"
      label={w.handover}
      side={
        parcels.length > 0 && (
          <DeskSide
            facts={
              <div className={classes.checkedCount}>
                <strong>{formatNumber(chosen.length)}</strong>
                <span>{w.handoverChecked(formatNumber(parcels.length))}</span>
              </div>
            }
            acts={
              <>
                <ActionButton
                  icon={IconListCheck}
                  shortcut={fulfilmentShortcuts.handover.handoverAll}
                  size="desk"
                  isWide
                  onAct={() => setChecked(new Set(parcels.filter(mayLeave).map(({ orderId }) => orderId)))}
                />
                <ActionButton
                  icon={IconPrinter}
                  shortcut={fulfilmentShortcuts.handover.handoverSheet}
                  size="desk"
                  isWide
                  isBusy={sheet.isPending}
                  busyLabel={w.preparing}
                  onAct={() => sheet.mutate(chosen.length > 0 ? chosen : parcels.map(({ orderId }) => orderId))}
                />
                <ActionButton
                  label={w.handoverDone(formatNumber(chosen.length))}
                  icon={IconCircleCheck}
                  shortcut={fulfilmentShortcuts.handover.finishHandover}
                  kind="primary"
                  size="desk"
                  isWide
                  isBusy={finish.isPending}
                  busyLabel={w.preparing}
                  onAct={() => finish.mutate({ orderIds: chosen })}
                  {...(chosen.length === 0 ? { disabledBecause: w.handoverNeeds } : {})}
                />
              </>
            }
          />
        )
      }
    >
      <ScanField label={w.handoverScan} size="desk" onScan={(code) => scan.mutate(code)} last={last} />
      <PrintNotice error={aside.error ?? finish.error ?? scan.error ?? sheet.error ?? groups.error} />
      {finish.data && checked.size === 0 && (
        <Note tone="jolawe" size="desk" isLive>
          <strong>{w.handedOver(formatNumber(finish.data.handedOver))}</strong>
        </Note>
      )}
      {groups.data && parcels.length === 0 && (
        <EmptyState
          action={
            <ActionButton label={w.pack} size="desk" shortcut={standingShortcuts.main} onAct={() => go('/kemas')} />
          }
        >
          {w.handoverEmpty}
        </EmptyState>
      )}
      {groups.data?.map((group) => (
        <HandoverGroupTable key={group.courier} group={group} checked={checked} />
      ))}
    </DeskFrame>
  )
}

/** Parcels that nobody wants back. */
const mayLeave = ({ state }: HandoverGroup['parcels'][number]) => state !== 'cancelled' && state !== 'cancel_requested'

function outcomeOf(verdict: ScanVerdict, mayGo: boolean, isTwice: boolean): ScanOutcome {
  if (verdict === 'unknown code') return 'unknown'
  if (mayGo) return isTwice ? 'twice' : 'right'
  return VERDICT_LOOK[verdict].tone === 'wrong' ? 'wrong' : 'twice'
}

function doorNote(w: (typeof packWords)['id'], result: ScanResult, outcome: ScanOutcome): string {
  const buyer = result.parcel?.buyer ?? ''
  if (outcome === 'right') return w.mayGo(buyer)
  if (result.verdict === 'right') return w.checkedTwice(buyer)
  return result.verdict === 'cancel requested' ? w.cancelAskedAtDoor : verdictSentence(w, result)
}
