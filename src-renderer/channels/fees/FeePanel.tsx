import { NativeSelect, Stack } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { FeeChoice } from '../../../src-shared/settlements/fee-choice.ts'
import { feesWords } from '../../../src-shared/settlements/fees.words.ts'
import type { NameOfFee, OwnFeeRule } from '../../../src-shared/settlements/settlements.contract.ts'
import { settlementsWords } from '../../../src-shared/settlements/settlements.words.ts'
import { workWords } from '../../../src-shared/work/work.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { DayField } from '../../design/fields/DayField.tsx'
import { KeyValueRows } from '../../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { PanelPart, SidePanel } from '../../design/SidePanel.tsx'
import { showToast } from '../../design/toast.tsx'
import { SaveDraft } from './SaveDraft.tsx'

/** One name of a channel: where it goes now, what the owner says it is and from when, and what that changes before it is kept. */
export function FeePanel({ fee, onClose }: { fee: NameOfFee; onClose: () => void }) {
  const w = useWords(feesWords)
  const say = useWords(settlementsWords)
  const workWord = useWords(workWords)
  const [id] = useState(newId)
  const [choice, setChoice] = useState<FeeChoice | null>(null)
  const [from, setFrom] = useState<string | null>(fee.from)
  const draft = choice && from ? { id, channel: fee.channel, name: fee.name, choice, from } : null
  const preview = useQuery({
    ...api.settlements.rules.preview.queryOptions({ input: draft ?? NOTHING }),
    enabled: draft !== null,
    placeholderData: keepPreviousData,
  })
  const undo = useMutation(api.settlements.rules.undo.mutationOptions())
  const save = useMutation(
    api.settlements.rules.save.mutationOptions({
      onSuccess: ({ settlements, wasStopped }) => {
        if (wasStopped) return void showToast({ text: workWord.feeRuleStopped })
        showToast({ text: w.saved(fee.name, formatNumber(settlements)), undo: () => undo.mutate({ id }) })
        onClose()
      },
    }),
  )
  const effect = draft ? preview.data : undefined
  return (
    <SidePanel
      title={fee.name}
      subtitle={`${say.meaning(fee.meaning)}. ${fee.account} ${fee.accountName}.`}
      onClose={onClose}
      actions={<SaveDraft draft={draft} isBusy={save.isPending} missing={w.chooseFirst} onSave={save.mutate} />}
    >
      <PanelPart title={w.whatIsIt}>
        <Stack gap={10}>
          <NativeSelect
            label={w.choice}
            value={choice ?? ''}
            data={[
              { value: '', label: w.choose },
              ...FeeChoice.options.map((value) => ({ value, label: w.choiceName(value) })),
            ]}
            onChange={(event) => {
              const chosen = FeeChoice.safeParse(event.currentTarget.value)
              setChoice(chosen.success ? chosen.data : null)
            }}
          />
          <DayField label={w.from} value={from} onChange={setFrom} />
          <RefusalNotice error={save.error ?? preview.error} />
          {effect && (
            <KeyValueRows
              rows={[
                { key: w.affected, value: formatNumber(effect.settlements) },
                { key: w.amount, value: <MoneyText amount={effect.amount} /> },
                { key: w.entries, value: formatNumber(effect.entries) },
                { key: w.profit, value: <MoneyText amount={effect.profit} isStrong />, kind: 'total' },
              ]}
            />
          )}
          <p className="quiet small">{effect ? w.nothingKept : preview.isFetching ? w.counting : w.help}</p>
        </Stack>
      </PanelPart>
      <OwnRules fee={fee} />
    </SidePanel>
  )
}

/** Asked for nothing: the question is not sent before something is chosen. */
const NOTHING = {
  id: '00000000-0000-7000-8000-000000000000',
  channel: 'shopee',
  name: '-',
  choice: 'service',
  from: '2026-01-01',
} as const

/** What the owner said of this name so far, each with its way back. */
function OwnRules({ fee }: { fee: NameOfFee }) {
  const w = useWords(feesWords)
  const workWord = useWords(workWords)
  const { language } = useLocale()
  const rules = useQuery(api.settlements.rules.list.queryOptions()).data ?? []
  const undo = useMutation(
    api.settlements.rules.undo.mutationOptions({
      onSuccess: ({ wasStopped }) => showToast({ text: wasStopped ? workWord.feeRuleStopped : w.undone(fee.name) }),
    }),
  )
  const own = rules.filter(({ channel, name }) => channel === fee.channel && isSameName(name, fee.name))
  if (own.length === 0) return null
  const sentence = ({ from, account, accountName }: OwnFeeRule) =>
    w.rule(formatDay(from, language), `${account} ${accountName}`)
  return (
    <PanelPart title={w.ownRules}>
      <RefusalNotice error={undo.error} />
      <Stack gap={8}>
        {own.map((rule) => (
          <div key={rule.id}>
            <p>{sentence(rule)}</p>
            <ActionButton
              label={w.undoRule}
              size="small"
              isBusy={undo.isPending}
              onAct={() => undo.mutate({ id: rule.id })}
            />
          </div>
        ))}
      </Stack>
    </PanelPart>
  )
}

const isSameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
