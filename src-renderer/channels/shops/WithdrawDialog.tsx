import { Select, Stack, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  BankOutcome,
  BankWithdrawal,
  ImportOutcome,
  ImportRun,
  WithdrawalOutcome,
} from '../../../src-shared/channels/channels.ts'
import { countsBack, countsOf } from '../../../src-shared/channels/counts-of.ts'
import { recordWords, shopsWords } from '../../../src-shared/channels/import.words.ts'
import { formatDayLong } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Dialog } from '../../design/Dialog.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { KeyValueRows } from '../../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { Note } from '../../design/Note.tsx'
import { ProgressWithNumbers } from '../../design/ProgressWithNumbers.tsx'
import { showToast } from '../../design/toast.tsx'
import { importWork } from '../import-work.ts'
import { useWithdrawal } from './use-withdrawal.ts'

export interface WithdrawDialogProps {
  run: ImportRun
  /** Take it in again under another shop. */
  isMove: boolean
  onClose: () => void
  onDone: () => void
}

/** Tarik Kembali Impor, or Pindahkan: what it would do, counted by the act itself, then the act. */
export function WithdrawDialog({ run, isMove, onClose, onDone }: WithdrawDialogProps) {
  const w = useWords(shopsWords)
  const shops = useQuery(api.channels.shops.list.queryOptions()).data ?? []
  const others = shops.filter(({ id, channel }) => channel === run.channel && id !== run.shopId)
  const [chosen, setChosen] = useState<string | null>(null)
  const target = isMove
    ? (others.find(({ id }) => id === chosen) ?? (others.length === 1 ? others[0] : undefined))
    : undefined
  const { foreseen, counting, acting, error, act } = useWithdrawal(run.id, target?.id, !isMove || target !== undefined)
  const perform = async () => {
    if (!(await act())) return
    importWork.forget(run.id)
    showToast({ text: target ? w.moved(run.fileName, target.name) : w.withdrawn(run.fileName) })
    onDone()
  }
  const under = acting ?? counting
  return (
    <Dialog
      title={isMove ? w.moveTitle(run.fileName) : w.withdrawTitle(run.fileName)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <ActionButton label={w.stop} kind="quiet" shortcut={standingShortcuts.back} listens={false} onAct={onClose} />
          {foreseen && !acting && (
            <ActionButton
              label={target ? w.moveAction(target.name) : w.withdraw}
              kind={isMove ? 'primary' : 'destructive'}
              shortcut={standingShortcuts.save}
              onAct={() => void perform()}
            />
          )}
        </>
      }
    >
      <Stack gap={12}>
        <p>{isMove ? w.moveLead : w.withdrawLead}</p>
        {isMove && others.length === 0 && <p className="quiet">{w.noOtherShop}</p>}
        {isMove && others.length > 1 && (
          <Select
            label={w.moveTo}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={target?.id ?? null}
            allowDeselect={false}
            disabled={acting !== null}
            onChange={(id) => {
              setChosen(id)
              // a list that has the focus would open again at Ctrl+Enter
              if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
            }}
          />
        )}
        <RefusalNotice error={error} />
        {under && (
          <ProgressWithNumbers
            label={acting ? w.withdrawing : w.counting}
            done={under.done}
            total={under.total || null}
            numbers={under.total === 0 ? '' : undefined}
          />
        )}
        {foreseen && !acting && <Foreseen {...foreseen} target={target?.name} />}
      </Stack>
    </Dialog>
  )
}

function Foreseen({ withdrawal, moved, target }: WithdrawalOutcome & { target: string | undefined }) {
  if (withdrawal.kind === 'bank') return <StatementForeseen withdrawal={withdrawal} />
  const arriving = moved?.kind === 'bank' ? null : moved
  return <BookedForeseen withdrawal={withdrawal} moved={arriving} target={target} />
}

/** Lines that leave the inbox, and the answers that go with them. */
function StatementForeseen({ withdrawal }: { withdrawal: BankWithdrawal }) {
  const w = useWords(shopsWords)
  const { bank: records } = useWords(recordWords)
  const { removed, kept, answers } = withdrawal
  return (
    <>
      <KeyValueRows
        rows={[
          { key: 'gone', label: w.gone(records), value: formatNumber(removed) },
          ...(kept > 0 ? [{ key: 'kept', label: w.kept(records), value: formatNumber(kept) }] : []),
          ...(answers > 0 ? [{ key: 'answers', label: w.goneAnswers, value: formatNumber(answers) }] : []),
        ]}
      />
      <Text fz="sm" c="dimmed">
        {w.nothingWritten}
      </Text>
    </>
  )
}

interface BookedForeseenProps {
  withdrawal: Exclude<WithdrawalOutcome['withdrawal'], BankWithdrawal>
  moved: Exclude<ImportOutcome, BankOutcome> | null
  target: string | undefined
}

function BookedForeseen({ withdrawal, moved, target = '' }: BookedForeseenProps) {
  const w = useWords(shopsWords)
  const { language } = useLocale()
  const records = useWords(recordWords)[withdrawal.kind]
  const { withdrawn, rebuilt, kept } = countsBack(withdrawal)
  const { entries } = withdrawal
  // a move gives with one hand what it takes with the other
  const sum = (fact: 'reservedPieces' | 'issuedPieces' | 'sales') =>
    [withdrawal, moved].reduce((total, each) => total + (each?.kind === 'orders' ? each[fact] : 0), 0)
  const profit = [withdrawal, moved].reduce((total, each) => total + (each && 'profit' in each ? each.profit : 0), 0)
  const [reservedPieces, issuedPieces] = [sum('reservedPieces'), sum('issuedPieces')]
  const count = (key: string, label: string, value: string, isShown: boolean) =>
    isShown ? [{ key, label, value }] : []
  const follow =
    withdrawal.kind === 'orders'
      ? `${formatNumber(rebuilt)} (${w.rebuiltChanged(formatNumber(withdrawal.changed))})`
      : formatNumber(rebuilt)
  return (
    <>
      <KeyValueRows
        rows={[
          ...count('gone', w.gone(records), formatNumber(withdrawn), true),
          ...count(
            'arriving',
            w.arriving(records, target),
            formatNumber(moved ? countsOf(moved).added : 0),
            moved !== null,
          ),
          ...count('rebuilt', w.rebuilt(records), follow, rebuilt > 0),
          ...count('kept', w.kept(records), formatNumber(kept), kept > 0),
          ...count('reserved', w.piecesReserved, w.pieces(formatNumber(reservedPieces)), reservedPieces !== 0),
          ...count('hand', w.piecesOnHand, w.pieces(formatNumber(-issuedPieces)), issuedPieces !== 0),
          ...(entries === 0
            ? []
            : [
                ...(withdrawal.kind === 'orders'
                  ? [{ key: 'sales', label: w.salesChange, value: <MoneyText amount={sum('sales')} /> }]
                  : []),
                ...('profit' in withdrawal
                  ? [{ key: 'profit', label: w.profitChange, value: <MoneyText amount={profit} /> }]
                  : []),
                { key: 'entries', label: w.entriesWritten, value: formatNumber(entries) },
              ]),
        ]}
      />
      {withdrawal.correctedOn !== null && (
        <Note tone="kunyit" icon={IconLock} isLive>
          {w.closedPeriod(formatNumber(withdrawal.closedEntries), formatDayLong(withdrawal.correctedOn, language))}
        </Note>
      )}
      <Text fz="sm" c="dimmed">
        {w.nothingWritten}
      </Text>
    </>
  )
}
