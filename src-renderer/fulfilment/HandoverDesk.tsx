import { Box, Stack } from '@mantine/core'
import { IconArrowBackUp, IconChecks, IconCircleCheck, IconHistory, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { commandOf } from '../../src-shared/fulfilment/command-codes.ts'
import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { labelWords } from '../../src-shared/fulfilment/labels.words.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { ScanField } from '../design/scanner/ScanField.tsx'
import { CancelledStop } from './CancelledStop.tsx'
import { CourierTabs } from './CourierTabs.tsx'
import { DeskFrame, DeskSide } from './DeskFrame.tsx'
import { fulfilmentShortcuts } from './fulfilment.shortcuts.ts'
import { HandoversOfDay } from './HandoversOfDay.tsx'
import classes from './handover.module.css'
import { handoverQuestion } from './handover-question.ts'
import { ParcelsAtDoor } from './ParcelsAtDoor.tsx'
import { PrintNotice } from './PrintNotice.tsx'
import { printHandoverSheet } from './sheets.ts'
import { useDoorNote } from './use-door-note.ts'
import { useHandover } from './use-handover.ts'
import { useUndoHandover } from './use-undo-handover.ts'

/** Serah Kurir: one courier at a time; what is marked goes after it was asked for with its numbers, everything else stays. */
export function HandoverDesk() {
  const w = useWords(handoverWords)
  const { handover: title } = useWords(packWords)
  const { courierUnknown } = useWords(labelWords)
  const [, go] = useLocation()
  const confirm = useConfirm()
  const door = useHandover()
  const noteOf = useDoorNote()
  const undo = useUndoHandover()
  const [gone, setGone] = useState<{ parcelIds: readonly string[]; courier: string } | null>(null)
  const [isAsking, setAsking] = useState(false)
  const today = useQuery(api.fulfilment.handover.day.queryOptions())
  const agrees = useLettersLacking()
  const sheet = useMutation({ mutationFn: (parcelIds: string[]) => printHandoverSheet(parcelIds, agrees) })
  const aside = useMutation(api.fulfilment.setAside.mutationOptions({ onSettled: door.dismiss }))
  const { group, going, marks, finish, last } = door
  const courier = group ? group.courier || courierUnknown : ''
  const handovers = today.data?.handovers ?? []
  const goneToday = handovers
    .filter((each) => !group || each.courier === group.courier)
    .flatMap(({ parcels }) => parcels.map(({ parcelId }) => parcelId))
  const toPrint = going.length > 0 ? going.map(({ parcelId }) => parcelId) : goneToday

  const handOver = async () => {
    if (!group) return
    const parcelIds = going.map(({ parcelId }) => parcelId)
    const { title, lines } = handoverQuestion(w, { group, going, marks, courier })
    setAsking(true)
    const isMeant = await confirm({
      title,
      body: (
        <Stack gap={6} fz={19} lh="26px">
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Stack>
      ),
      action: w.finishCount(formatNumber(going.length)),
      isAmongScans: true,
    })
    setAsking(false)
    if (!isMeant) return
    undo.forget()
    finish.mutate({ parcelIds }, { onSuccess: () => setGone({ parcelIds, courier }) })
  }
  /** The cards SELESAI and CETAK do here what their buttons do. */
  const onScan = (code: string) => {
    const command = commandOf(code)
    if (command === 'done' && going.length > 0) void handOver()
    else if (command === 'print' && toPrint.length > 0) sheet.mutate(toPrint)
    else door.scan.mutate(code)
  }
  useHotkey(standingShortcuts.back, () => go('/kemas'), { label: w.leave, inFields: true })

  if (last?.outcome === 'stop')
    return (
      <CancelledStop
        result={last.result}
        onSetAside={() =>
          last.result.parcel ? aside.mutate({ parcelId: last.result.parcel.parcelId }) : door.dismiss()
        }
      />
    )
  const ready = group?.parcels.length ?? 0
  return (
    <DeskFrame
      section="handover"
      label={title}
      side={
        <DeskSide
          facts={
            <div className={classes.counter}>
              {group ? (
                <>
                  <Box component="span" fz={26} className="serif breaks">
                    {courier}
                  </Box>
                  {ready > 0 && (
                    <>
                      <strong>{formatNumber(going.length)}</strong>
                      <span>{w.marked(formatNumber(ready))}</span>
                    </>
                  )}
                </>
              ) : (
                <span>{w.chooseCourier}</span>
              )}
              {goneToday.length > 0 && (
                <Box component="span" mt={8} pt={8} fz={20} className="quiet line-above">
                  {w.handedOverToday(formatNumber(goneToday.length))}
                </Box>
              )}
            </div>
          }
          acts={
            <div className={classes.acts}>
              {group && ready > 0 && (
                <ActionButton
                  label={group.parcels.every(({ parcelId }) => marks.has(parcelId)) ? w.unmark : w.all}
                  icon={IconChecks}
                  shortcut={fulfilmentShortcuts.handover.all}
                  size="desk"
                  isWide
                  onAct={() => door.toggleAll(group)}
                />
              )}
              <ActionButton
                label={going.length > 0 ? w.sheetMarked(formatNumber(going.length)) : w.sheet}
                icon={IconPrinter}
                shortcut={fulfilmentShortcuts.handover.sheet}
                size="desk"
                isWide
                isBusy={sheet.isPending}
                busyLabel={w.preparing}
                onAct={() => sheet.mutate(toPrint)}
                {...(toPrint.length === 0 ? { disabledBecause: w.sheetNeeds } : {})}
              />
              <ActionButton
                icon={IconHistory}
                shortcut={fulfilmentShortcuts.handover.history}
                size="desk"
                isWide
                onAct={() => go('/kemas/serah/riwayat')}
              />
              {group && (
                <ActionButton
                  label={w.finishCount(formatNumber(going.length))}
                  icon={IconCircleCheck}
                  shortcut={fulfilmentShortcuts.handover.finish}
                  kind="primary"
                  size="desk"
                  isWide
                  isBusy={finish.isPending}
                  busyLabel={w.preparing}
                  onAct={() => void handOver()}
                  {...(going.length === 0 ? { disabledBecause: w.finishNeeds } : {})}
                />
              )}
            </div>
          }
        />
      }
    >
      <div className={classes.scan}>
        <ScanField
          label={w.scan}
          size="desk"
          onScan={onScan}
          isListening={!isAsking}
          last={last && noteOf(last, door)}
        />
        {gone && going.length === 0 && (
          <Note
            tone="jolawe"
            size="desk"
            isLive
            action={
              !undo.data && (
                <ActionButton
                  icon={IconArrowBackUp}
                  shortcut={fulfilmentShortcuts.handover.undo}
                  size="large"
                  onAct={() => void undo.ask(gone.parcelIds)}
                />
              )
            }
          >
            <strong>
              {undo.data
                ? w.undone(formatNumber(undo.data.undone))
                : w.given(formatNumber(gone.parcelIds.length), gone.courier)}
            </strong>
          </Note>
        )}
      </div>
      <PrintNotice
        error={aside.error ?? finish.error ?? undo.error ?? door.scan.error ?? sheet.error ?? door.groups.error}
      />
      {door.all.length > 0 && (
        <CourierTabs
          groups={door.all}
          chosen={group?.courier ?? null}
          markedOf={door.markedOf}
          onChoose={door.choose}
        />
      )}
      {door.groups.data?.length === 0 && (
        <EmptyState
          action={
            <ActionButton label={w.pack} size="desk" shortcut={standingShortcuts.main} onAct={() => go('/kemas')} />
          }
        >
          {w.empty}
        </EmptyState>
      )}
      {group && (
        <ParcelsAtDoor
          group={group}
          marks={marks}
          scanned={last?.result.parcel?.parcelId ?? null}
          onToggle={door.toggle}
        />
      )}
      {handovers.length > 0 && (
        <section>
          <h2 className={classes.heading}>{w.givenToday}</h2>
          <HandoversOfDay
            handovers={handovers}
            onUndo={(parcelIds) => void undo.ask(parcelIds)}
            onPrint={(parcelIds) => sheet.mutate(parcelIds)}
          />
        </section>
      )}
    </DeskFrame>
  )
}
