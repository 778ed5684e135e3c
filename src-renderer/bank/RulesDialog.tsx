import { Box, Group, Stack, Switch, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BankRule } from '../../src-shared/bank/bank.ts'
import { bankWords } from '../../src-shared/bank/bank.words.ts'
import type { BankMeaning } from '../../src-shared/bank/bank-meaning.ts'
import { cashEventWords } from '../../src-shared/cash/cash.words.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { bareName } from '../../src-shared/ledger/bare-name.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'

/** What the inbox has learned: each rule with its evidence, to be changed, applied backwards, switched off or removed. */
export function RulesDialog({ accounts, onClose }: { accounts: readonly Account[]; onClose: () => void }) {
  const w = useWords(bankWords)
  const rules = useQuery(api.bank.rules.list.queryOptions())
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <Dialog title={w.rulesTitle} isOpen width="wide" onClose={onClose}>
      <Stack gap={4}>
        <p className="quiet">{w.rulesLead}</p>
        <RefusalNotice error={rules.error} onRetry={() => rules.refetch()} />
        {rules.data?.length === 0 && <p>{w.rulesEmpty}</p>}
        {rules.data?.map((rule) => (
          <Rule
            key={rule.id}
            rule={rule}
            accounts={accounts}
            isEdited={editing === rule.id}
            onEdit={(isEdited) => setEditing(isEdited ? rule.id : null)}
          />
        ))}
      </Stack>
    </Dialog>
  )
}

interface RuleProps {
  rule: BankRule
  accounts: readonly Account[]
  isEdited: boolean
  onEdit: (isEdited: boolean) => void
}

function Rule({ rule, accounts, isEdited, onEdit }: RuleProps) {
  const w = useWords(bankWords)
  const { language } = useLocale()
  const confirm = useConfirm()
  const save = useMutation(api.bank.rules.save.mutationOptions())
  const apply = useMutation(api.bank.rules.apply.mutationOptions())
  const remove = useMutation(api.bank.rules.remove.mutationOptions())
  const { isOwn: _, times, against, lastDay: __, fits, ...draft } = rule
  const askToRemove = async () => {
    const agreed = await confirm({
      title: w.ruleRemoveTitle(rule.words),
      body: w.ruleRemoveBody,
      action: w.ruleRemove,
      stay: w.stay,
    })
    if (!agreed) return
    await remove.mutateAsync({ id: rule.id })
    showToast({ text: w.ruleRemoved })
  }
  const applyNow = async () => {
    const { lines, refused } = await apply.mutateAsync({ id: rule.id, batch: newId() })
    showToast({
      text: [w.agreedToast(formatNumber(lines)), ...(refused > 0 ? [w.refusedToast(formatNumber(refused))] : [])].join(
        '. ',
      ),
    })
  }
  return (
    <Box p="10px 0" className="line-above">
      <Group justify="space-between" gap={12} wrap="nowrap">
        <div>
          <b className="path">{rule.words}</b> <span className="quiet small">{w[WAY[rule.direction]]}</span>
          <p>{meaningText(rule.meaning, accounts, language)}</p>
          <p className="quiet small">
            {w.ruleTimes(formatNumber(times), formatNumber(against))}
            {fits > 0 && `. ${w.ruleFits(formatNumber(fits))}`}
          </p>
        </div>
        <Switch
          label={w.ruleOn}
          checked={!rule.isOff}
          onChange={(event) => save.mutate({ ...draft, isOff: !event.currentTarget.checked })}
        />
      </Group>
      <RefusalNotice error={save.error ?? apply.error ?? remove.error} />
      {isEdited ? (
        <RuleForm
          rule={rule}
          isBusy={save.isPending}
          onSave={async (change) => {
            await save.mutateAsync({ ...draft, ...change })
            showToast({ text: w.ruleSaved })
            onEdit(false)
          }}
        />
      ) : (
        <Group gap={8} mt={6}>
          {fits > 0 && !rule.isOff && (
            <ActionButton
              label={w.ruleApply(formatNumber(fits))}
              size="small"
              isBusy={apply.isPending}
              onAct={() => void applyNow()}
            />
          )}
          <ActionButton label={w.ruleEdit} size="small" kind="quiet" onAct={() => onEdit(true)} />
          <ActionButton label={w.ruleRemove} size="small" kind="quiet" onAct={() => void askToRemove()} />
        </Group>
      )}
    </Box>
  )
}

const WAY = { in: 'toIn', out: 'toOut' } as const

interface RuleFormProps {
  rule: BankRule
  isBusy: boolean
  onSave: (change: Pick<BankRule, 'words' | 'least' | 'most'>) => Promise<void>
}

function RuleForm({ rule, isBusy, onSave }: RuleFormProps) {
  const w = useWords(bankWords)
  const [words, setWords] = useState(rule.words)
  const [least, setLeast] = useState(rule.least)
  const [most, setMost] = useState(rule.most)
  return (
    <Stack gap={8} mt={8}>
      <TextInput
        label={w.ruleWords}
        value={words}
        maxLength={120}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Group grow gap={8}>
        <RupiahField label={w.ruleLeast} value={least} onChange={setLeast} />
        <RupiahField label={w.ruleMost} value={most} onChange={setMost} />
      </Group>
      <div>
        <ActionButton
          label={w.ruleSave}
          kind="primary"
          size="small"
          isBusy={isBusy}
          onAct={() => void onSave({ words, least, most }).catch(() => undefined)}
        />
      </div>
    </Stack>
  )
}

/** What a rule says its lines are, and for which account. */
function meaningText(meaning: BankMeaning, accounts: readonly Account[], language: 'id' | 'en'): string {
  const name = (code: string) => bareName(accounts.find((account) => account.code === code)?.name ?? code)
  const facts = meaning as { account?: string; householdAccount?: string; clearing?: string; other?: string }
  const named = [facts.account, facts.householdAccount, facts.clearing, facts.other].filter(
    (code) => code !== undefined,
  )
  return [cashEventWords[language][meaning.what], ...named.map(name)].join(', ')
}
