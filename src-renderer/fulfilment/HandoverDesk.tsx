import { IconCircleCheck, IconListCheck, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ScanResult } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api, client } from '../app/api.ts'
import { RefusalNotice } from '../app/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { ScanField } from '../design/scanner/ScanField.tsx'
import { playSound } from '../design/sounds/sounds.ts'
import { CancelledStop } from './CancelledStop.tsx'
import { DeskHead } from './DeskHead.tsx'
import { HandoverGroupTable } from './HandoverGroupTable.tsx'
import classes from './PackDesk.module.css'
import { printHandoverSheet } from './sheets.ts'
import { VERDICT_LOOK, verdictSentence } from './verdict-look.ts'

/** Serah Kurir: scan what the courier takes; a cancelled parcel stops here too; F8 moves goods and their cost. */
export function HandoverDesk() {
  const w = useWords(packWords)
  const [, go] = useLocation()
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<ScanResult | null>(null)
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
      const orderId = result.parcel?.orderId
      const isReady = orderId && parcels.some((parcel) => parcel.orderId === orderId)
      playSound(isReady ? (checked.has(orderId) ? 'ganda' : 'benar') : VERDICT_LOOK[result.verdict].sound)
      setLast(result)
      if (isReady && result.verdict !== 'cancelled') setChecked((known) => new Set(known).add(orderId))
    },
  })
  useHotkey('Esc', w.leave, () => go('/kemas'), { inFields: true })
  const isStopped = last?.verdict === 'cancelled'
  if (isStopped && last) {
    return (
      <CancelledStop
        result={last}
        onSetAside={() => (last.parcel ? aside.mutate({ orderId: last.parcel.orderId }) : setLast(null))}
      />
    )
  }
  return (
    <div className={classes.desk}>
      <DeskHead section="handover" />
      <main className={classes.work}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
        <section className={classes.main} tabIndex={0} aria-label={w.handover}>
          {parcels.length > 0 && (
            <ScanField
              label={w.handoverScan}
              size="desk"
              onScan={(code) => scan.mutate(code)}
              last={
                last && {
                  code: last.code,
                  at: Date.now(),
                  outcome:
                    last.verdict === 'unknown code'
                      ? 'unknown'
                      : VERDICT_LOOK[last.verdict].tone === 'wrong'
                        ? 'wrong'
                        : 'right',
                  note: verdictSentence(w, last),
                }
              }
            />
          )}
          <RefusalNotice error={aside.error ?? finish.error ?? scan.error ?? sheet.error ?? groups.error} />
          {finish.data && checked.size === 0 && (
            <p role="status" className={classes.done}>
              {w.handedOver(formatNumber(finish.data.handedOver))}
            </p>
          )}
          {groups.data && parcels.length === 0 && <EmptyState>{w.handoverEmpty}</EmptyState>}
          {groups.data?.map((group) => (
            <HandoverGroupTable key={group.courier} group={group} checked={checked} />
          ))}
        </section>
        {parcels.length > 0 && (
          <aside className={classes.side}>
            <div className={classes.facts}>
              <div className={classes.checkedCount}>
                <strong>{formatNumber(chosen.length)}</strong>
                <span>{w.handoverChecked(formatNumber(chosen.length), formatNumber(parcels.length))}</span>
              </div>
            </div>
            <div className={classes.acts}>
              <ActionButton
                label={w.handoverAll}
                icon={IconListCheck}
                keys="F6"
                size="desk"
                isWide
                onAct={() => setChecked(new Set(parcels.map(({ orderId }) => orderId)))}
              />
              <ActionButton
                label={w.handoverSheet}
                icon={IconPrinter}
                keys="F9"
                size="desk"
                isWide
                isBusy={sheet.isPending}
                busyLabel={w.preparing}
                onAct={() => sheet.mutate(chosen.length > 0 ? chosen : parcels.map(({ orderId }) => orderId))}
              />
              <ActionButton
                label={w.handoverDone(formatNumber(chosen.length))}
                icon={IconCircleCheck}
                keys="F8"
                kind="primary"
                size="desk"
                isWide
                isBusy={finish.isPending}
                busyLabel={w.preparing}
                onAct={() => finish.mutate({ orderIds: chosen })}
                {...(chosen.length === 0 ? { disabledBecause: w.handoverNeeds } : {})}
              />
            </div>
          </aside>
        )}
      </main>
    </div>
  )
}
