import { Stack, TextInput } from '@mantine/core'
import { IconHelpHexagon, IconShoppingBagMinus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { businessDay, formatDay, formatMoment } from '../../src-shared/kernel/business-day.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Return } from '../../src-shared/returns/return.ts'
import { returnsWords } from '../../src-shared/returns/returns.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMay, useSeesMoney } from '../base/use-me.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { showToast } from '../design/toast.tsx'
import { ReturnAnswer } from '../shipping/ReturnAnswer.tsx'
import { ClaimPart } from './ClaimPart.tsx'
import { EvidencePart } from './EvidencePart.tsx'
import { InspectionPart } from './InspectionPart.tsx'
import { MoneyPart } from './MoneyPart.tsx'
import { ResultsPart } from './ResultsPart.tsx'
import { WhyChip } from './return-columns.tsx'
import { returnsShortcuts } from './returns.shortcuts.ts'
import { useUndo } from './use-undo.ts'

/** One return in full: where its parcel is, Cek Kondisi piece by piece, what was found, money, claims and evidence. */
export function ReturnPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const w = useWords(returnsWords)
  const { data, error, refetch } = useQuery(api.returns.get.queryOptions({ input: { orderId: id } }))
  if (!data)
    return (
      <SidePanel title={error ? w.trouble : ' '} onClose={onClose}>
        {error && (
          <PanelPart>
            <RefusalNotice error={error} onRetry={() => refetch()} />
          </PanelPart>
        )}
      </SidePanel>
    )
  return <LoadedReturn back={data} onClose={onClose} />
}

function LoadedReturn({ back, onClose }: { back: Return; onClose: () => void }) {
  const w = useWords(returnsWords)
  const { zone, language } = useLocale()
  const [, go] = useLocation()
  const seesMoney = useSeesMoney()
  const mayOpenOrder = useMay('orders.get')
  const day = (at: number) => formatDay(businessDay(at, zone), language)
  const told = [
    back.buyer,
    back.since !== null && w.since(day(back.since)),
    back.deadline !== null && back.inspected < back.pieces && w.returnDeadline(day(back.deadline)),
  ]
  return (
    <SidePanel
      title={<span className="kode">{back.orderNumber}</span>}
      chips={
        <>
          <ChannelTile channel={back.channel} />
          {back.why && <WhyChip why={back.why} isFilled />}
        </>
      }
      subtitle={told.filter(Boolean).join(', ')}
      onClose={onClose}
    >
      <ParcelPart back={back} />
      <InspectionPart key={back.inspections.length} back={back} />
      <ResultsPart back={back} />
      {seesMoney && <MoneyPart back={back} />}
      {seesMoney && <ClaimPart back={back} />}
      <EvidencePart back={back} />
      {mayOpenOrder && (
        <PanelPart>
          <ActionButton
            size="small"
            shortcut={returnsShortcuts.panel.openOrder}
            onAct={() => go(`/pesanan/${back.orderId}`)}
          />
        </PanelPart>
      )}
    </SidePanel>
  )
}

/** What the channel's own list says of a return: its number, its waybill, how far it is, and until when one may appeal. */
function ToldReturn({ told, orderId }: { told: Return['told'][number]; orderId: string }) {
  const w = useWords(returnsWords)
  const { zone, language } = useLocale()
  const rows = [
    { key: 'number', label: w.toldNumber, value: told.number },
    { key: 'waybill', label: w.toldWaybill, value: told.waybill },
    { key: 'status', label: w.toldStatus, value: [told.status, told.goodsStatus].filter(Boolean).join(', ') },
    { key: 'solution', label: w.toldSolution, value: told.solution },
    { key: 'reason', label: w.toldReason, value: told.reason },
    { key: 'refund', label: w.toldRefund, value: !told.refund ? '' : formatRupiah(told.refund) },
    {
      key: 'compensation',
      label: w.toldCompensation,
      value: !told.compensation ? '' : formatRupiah(told.compensation),
    },
    {
      key: 'appeal',
      label: w.toldAppeal,
      value: told.appealUntil === null ? '' : formatMoment(told.appealUntil, zone, language),
    },
  ].filter(({ value }) => value !== '')
  return (
    <section aria-label={w.told}>
      <KeyValueRows rows={rows} />
      {!told.bringsGoods && <p className="quiet small">{w.toldWithoutGoods}</p>}
      <ReturnAnswer orderId={orderId} number={told.number} />
    </section>
  )
}

/** Whether the parcel is here. One that nobody announced may be received all the same. */
function ParcelPart({ back }: { back: Return }) {
  const w = useWords(returnsWords)
  const { zone, language } = useLocale()
  const { undo, error } = useUndo()
  const receive = useMutation(
    api.returns.receive.mutationOptions({ onSuccess: () => showToast({ text: w.receivedToast }) }),
  )
  const unreceive = useMutation(api.returns.undoReceive.mutationOptions())
  const [waybill, setWaybill] = useState('')
  const isOwn = back.channel === 'own'
  const isEarly = back.why === null || back.why === 'not announced'
  return (
    <PanelPart>
      <RefusalNotice error={receive.error ?? unreceive.error ?? error} />
      {isOwn ? (
        <Note tone="manggis" icon={IconShoppingBagMinus} title={w.ownSaleBack}>
          {w.ownSaleBackWhy}
        </Note>
      ) : (
        isEarly && (
          <Note tone="kunyit" icon={IconHelpHexagon} title={w.notAnnounced}>
            {w.notAnnouncedWhy}
          </Note>
        )
      )}
      {back.told.map((told) => (
        <ToldReturn key={told.number} told={told} orderId={back.orderId} />
      ))}
      {!isOwn &&
        (back.receivedAt === null ? (
          <Stack gap={8}>
            <p>{w.notReceived}</p>
            <div className="pair">
              <TextInput
                size="xs"
                placeholder={w.waybill}
                aria-label={w.waybill}
                value={waybill}
                maxLength={60}
                onChange={(event) => setWaybill(event.currentTarget.value)}
              />
              <ActionButton
                shortcut={returnsShortcuts.panel.receive}
                isBusy={receive.isPending}
                onAct={() => receive.mutate({ orderId: back.orderId, waybill })}
              />
            </div>
          </Stack>
        ) : (
          <p className="quiet">
            {w.received(formatMoment(back.receivedAt, zone, language))}{' '}
            {back.inspections.length === 0 && (
              <ActionButton
                label={w.undoReceive}
                size="small"
                kind="quiet"
                onAct={() =>
                  void undo(w.undoReceive, (reason) => unreceive.mutateAsync({ orderId: back.orderId, reason }))
                }
              />
            )}
          </p>
        ))}
    </PanelPart>
  )
}
