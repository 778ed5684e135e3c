import { IconArrowBackUp, IconCircleCheck, IconListCheck, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { HandoverGroup, ScanResult, ScanVerdict } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatClock, type Zone } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api, client } from '../base/api.ts'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { type LastScan, ScanField, type ScanOutcome } from '../design/scanner/ScanField.tsx'
import { playSound } from '../design/sounds/sounds.ts'
import { CancelledStop } from './CancelledStop.tsx'
import { DeskFrame, DeskSide } from './DeskFrame.tsx'
import classes from './desk.module.css'
import { fulfilmentShortcuts } from './fulfilment.shortcuts.ts'
import { HandedOverToday } from './HandedOverToday.tsx'
import { HandoverGroupTable } from './HandoverGroupTable.tsx'
import { PrintNotice } from './PrintNotice.tsx'
import { printHandoverSheet } from './sheets.ts'
import { useUndoHandover } from './use-undo-handover.ts'
import { VERDICT_LOOK, verdictSentence } from './verdict-look.ts'

/** Serah Kurir: scan what the courier takes; a cancelled parcel stops here too; F8 moves goods and their cost. */
export function HandoverDesk() {
  const w = useWords(packWords)
  const [, go] = useLocation()
  const { zone } = useLocale()
  const confirm = useConfirm()
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [scanned, setScanned] = useState<ReadonlySet<string>>(new Set())
  const [gone, setGone] = useState<readonly string[]>([])
  const [last, setLast] = useState<(LastScan & { result: ScanResult }) | null>(null)
  const groups = useQuery(api.fulfilment.handover.list.queryOptions())
  const parcels = groups.data?.flatMap((group) => group.parcels) ?? []
  const chosen = parcels.filter(({ parcelId }) => checked.has(parcelId)).map(({ parcelId }) => parcelId)
  const undo = useUndoHandover()
  const finish = useMutation(
    api.fulfilment.handover.finish.mutationOptions({
      onSuccess: (_, { parcelIds }) => {
        playSound('selesai')
        setGone(parcelIds)
        undo.forget()
        setChecked(new Set())
        setScanned(new Set())
        setLast(null)
      },
    }),
  )
  const agrees = useLettersLacking()
  const sheet = useMutation({ mutationFn: (parcelIds: string[]) => printHandoverSheet(parcelIds, agrees) })
  const aside = useMutation(api.fulfilment.setAside.mutationOptions({ onSettled: () => setLast(null) }))
  const scan = useMutation({
    mutationFn: (code: string) => client.fulfilment.handover.scan({ code }),
    onSuccess: (result) => {
      const { verdict, parcel, code } = result
      const isTwice = parcel !== null && checked.has(parcel.parcelId)
      // a wish to cancel is taken along only when it is scanned again on purpose
      const isInsisted =
        verdict === 'cancel requested' &&
        last?.result.verdict === verdict &&
        last.result.parcel?.parcelId === parcel?.parcelId
      const mayGo = parcel !== null && (verdict === 'right' || isInsisted)
      const outcome = outcomeOf(verdict, mayGo, isTwice)
      playSound(outcome === 'twice' ? 'ganda' : outcome === 'right' ? 'benar' : VERDICT_LOOK[verdict].sound)
      setLast({ result, code, at: Date.now(), outcome, note: doorNote(w, result, outcome, zone) })
      if (!mayGo) return
      setChecked((known) => new Set(known).add(parcel.parcelId))
      setScanned((known) => new Set(known).add(parcel.parcelId))
    },
  })
  const handOver = async () => {
    const unseen = parcels.filter(({ parcelId }) => checked.has(parcelId) && !scanned.has(parcelId))
    const mayGo =
      unseen.length === 0 ||
      (await confirm({
        title: w.handoverUnscanned(formatNumber(unseen.length)),
        body: w.handoverUnscannedBody(listed(w, unseen)),
        action: w.handoverAnyway,
        isAmongScans: true,
      }))
    if (mayGo) finish.mutate({ parcelIds: chosen })
  }
  useHotkey(standingShortcuts.back, () => go('/kemas'), { label: w.leave, inFields: true })
  if (last?.result.verdict === 'cancelled') {
    const { parcel } = last.result
    return (
      <CancelledStop
        result={last.result}
        onSetAside={() => (parcel ? aside.mutate({ parcelId: parcel.parcelId }) : setLast(null))}
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
                  onAct={() => setChecked(new Set(parcels.filter(mayLeave).map(({ parcelId }) => parcelId)))}
                />
                <ActionButton
                  icon={IconPrinter}
                  shortcut={fulfilmentShortcuts.handover.handoverSheet}
                  size="desk"
                  isWide
                  isBusy={sheet.isPending}
                  busyLabel={w.preparing}
                  onAct={() => sheet.mutate(chosen.length > 0 ? chosen : parcels.map(({ parcelId }) => parcelId))}
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
                  onAct={() => void handOver()}
                  {...(chosen.length === 0 ? { disabledBecause: w.handoverNeeds } : {})}
                />
              </>
            }
          />
        )
      }
    >
      <ScanField label={w.handoverScan} size="desk" onScan={(code) => scan.mutate(code)} last={last} />
      <PrintNotice error={aside.error ?? finish.error ?? undo.error ?? scan.error ?? sheet.error ?? groups.error} />
      {finish.data && checked.size === 0 && gone.length > 0 && (
        <Note
          tone="jolawe"
          size="desk"
          isLive
          action={
            !undo.data && (
              <ActionButton
                icon={IconArrowBackUp}
                shortcut={fulfilmentShortcuts.handover.undoHandover}
                onAct={() => void undo.ask(gone)}
              />
            )
          }
        >
          <strong>
            {undo.data
              ? w.handoverUndone(formatNumber(undo.data.undone))
              : w.handedOver(formatNumber(finish.data.handedOver))}
          </strong>
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
      <HandedOverToday onUndo={(parcelIds) => void undo.ask(parcelIds)} />
    </DeskFrame>
  )
}

/** The parcels as the question names them: the first few, and how many more. */
function listed(w: (typeof packWords)['id'], parcels: readonly HandoverGroup['parcels'][number][]): string {
  const names = parcels.map(({ trackingNumber, orderNumber }) => trackingNumber || `${orderNumber} (${w.noWaybill})`)
  const list = names.slice(0, MOST_NAMED).join(', ')
  return names.length > MOST_NAMED ? w.andMore(list, formatNumber(names.length - MOST_NAMED)) : list
}

/** Parcels named in the question about those that were not scanned. */
const MOST_NAMED = 6

/** Parcels that nobody wants back, and that hold what their orders ask for. */
const mayLeave = ({ state, isChanged }: HandoverGroup['parcels'][number]) =>
  state !== 'cancelled' && state !== 'cancel_requested' && !isChanged

function outcomeOf(verdict: ScanVerdict, mayGo: boolean, isTwice: boolean): ScanOutcome {
  if (verdict === 'unknown code') return 'unknown'
  if (mayGo) return isTwice ? 'twice' : 'right'
  return VERDICT_LOOK[verdict].tone === 'wrong' ? 'wrong' : 'twice'
}

function doorNote(w: (typeof packWords)['id'], result: ScanResult, outcome: ScanOutcome, zone: Zone): string {
  const buyer = result.parcel?.buyer ?? ''
  if (outcome === 'right') return w.mayGo(buyer)
  if (result.verdict === 'right') return w.checkedTwice(buyer)
  return result.verdict === 'cancel requested'
    ? w.cancelAskedAtDoor
    : verdictSentence(w, result, (at) => `${formatClock(at, zone)} ${zone}`)
}
