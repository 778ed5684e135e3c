import { Group } from '@mantine/core'
import { IconBan, IconHomeHeart, IconNotebook, IconPencil } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { cashEventWords, cashWords } from '../../src-shared/cash/cash.words.ts'
import type { CashRecord } from '../../src-shared/cash/cash-record.ts'
import { purposesOf, walletsOf } from '../../src-shared/cash/wallets-of.ts'
import { addDays, formatDay, formatDayFull, formatMoment } from '../../src-shared/kernel/business-day.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { isUnreadable } from '../../src-shared/kernel/unreadable.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Chip } from '../design/Chip.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { showToast } from '../design/toast.tsx'
import { documentEntriesPath } from '../ledger/books-address.ts'
import { useLocks } from '../ledger/periods/use-locks.ts'
import { cashShortcuts } from './cash.shortcuts.ts'
import { formOf, privateOf } from './cash-form.ts'
import { movesSentence } from './moves-sentence.ts'

export interface CashPanelProps {
  id: string
  accounts: readonly Account[]
  onCorrect: (record: CashRecord) => void
  onClose: () => void
}

/** One cash record in full: correct it, cancel it with a reason, see its entries. */
export function CashPanel({ id, accounts, onCorrect, onClose }: CashPanelProps) {
  const w = useWords(cashWords)
  const kinds = useWords(cashEventWords)
  const { language, zone } = useLocale()
  const [, go] = useLocation()
  const confirm = useConfirm()
  const found = useQuery(api.cash.get.queryOptions({ input: { id } }))
  const cancel = useMutation(api.cash.cancel.mutationOptions())
  const { closedThrough } = useLocks()
  const rewrite = useMutation(api.cash.record.mutationOptions())
  const record = found.data
  const name = (code: string) => accounts.find((account) => account.code === code)?.name ?? code
  const ask = async (of: CashRecord) => {
    const isClosed = closedThrough !== null && of.day <= closedThrough
    const answer = await confirm({
      title: w.cancelTitle(formatRupiah(of.amount)),
      body: isClosed
        ? `${w.cancelBody} ${w.cancelInClosed(formatDay(closedThrough, language), formatDay(addDays(closedThrough, 1), language))}`
        : w.cancelBody,
      action: w.cancelRecord,
      isDestructive: true,
      stay: w.keep,
      reason: { label: w.cancelReason, isNeeded: true },
    })
    if (answer) cancel.mutate({ id, reason: answer.reason.padEnd(3, '.') })
  }
  const makePrivate = async ({ event, ...facts }: CashRecord) => {
    if (event.what !== 'business expense') return
    await rewrite.mutateAsync({ ...facts, event: privateOf(event) })
    showToast({
      text: w.madePrivate(formatRupiah(facts.amount)),
      undo: () => rewrite.mutate({ ...facts, event }),
    })
  }
  return (
    <SidePanel
      title={record ? formatRupiah(record.amount) : ''}
      subtitle={record && `${kinds[record.event.what] ?? record.event.what}, ${formatDayFull(record.day, language)}`}
      chips={
        record?.cancelled && (
          <Chip icon={IconBan} tone="mengkudu" isFilled>
            {w.cancelled}
          </Chip>
        )
      }
      onClose={onClose}
      actions={
        record && (
          <>
            {!isUnreadable(record) && (
              <ActionButton
                label={record.cancelled ? w.restore : w.correct}
                icon={IconPencil}
                shortcut={standingShortcuts.main}
                onAct={() => onCorrect(record)}
              />
            )}
            {!record.cancelled && (
              <ActionButton icon={IconBan} shortcut={cashShortcuts.panel.cancelRecord} onAct={() => ask(record)} />
            )}
          </>
        )
      }
    >
      <RefusalNotice error={found.error ?? cancel.error ?? rewrite.error} onRetry={() => found.refetch()} />
      {record && isUnreadable(record) && (
        <PanelPart>
          <Note tone="kunyit">{w.unreadable}</Note>
        </PanelPart>
      )}
      {record && !isUnreadable(record) && (
        <>
          {record.note && <PanelPart title={w.note}>{record.note}</PanelPart>}
          <PanelPart>
            <KeyValueRows
              rows={[
                ...walletsOf(record.event).map((code) => ({ key: code, label: w.wallet, value: name(code) })),
                ...purposesOf(record.event).map((code) => ({ key: code, label: w.forWhat, value: name(code) })),
              ]}
            />
          </PanelPart>
          <PanelPart title={w.moves}>{movesSentence(w, formOf(record), accounts, record.keepsHousehold)}</PanelPart>
          <PanelPart>
            {record.cancelled
              ? w.cancelledOn(formatMoment(record.cancelled.at, zone, language), record.cancelled.reason)
              : w.recordedAt(formatMoment(record.recordedAt, zone, language))}
          </PanelPart>
          <PanelPart>
            <Group gap={8}>
              <ActionButton
                icon={IconNotebook}
                size="small"
                shortcut={cashShortcuts.panel.entries}
                onAct={() => go(documentEntriesPath('cash-record', id))}
              />
              {!record.cancelled && record.event.what === 'business expense' && (
                <ActionButton
                  icon={IconHomeHeart}
                  size="small"
                  shortcut={cashShortcuts.panel.makePrivate}
                  isBusy={rewrite.isPending}
                  onAct={() => makePrivate(record).catch(() => {})}
                />
              )}
            </Group>
          </PanelPart>
        </>
      )}
    </SidePanel>
  )
}
