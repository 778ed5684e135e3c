import { Select, Stack, TextInput } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import type { BankName } from '../../../src-shared/bank/bank-file.ts'
import { bankNameWords } from '../../../src-shared/bank/bank-import.words.ts'
import type { FileLook } from '../../../src-shared/channels/file-look.ts'
import type { MappedField, MappingSubject } from '../../../src-shared/channels/file-mapping.ts'
import { isInDoubt, type MappingDraft, stillMissing } from '../../../src-shared/channels/mapping-draft.ts'
import { mappedFieldWords, mappingSubjectWords, teachWords } from '../../../src-shared/channels/teach.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { Marketplace } from '../../../src-shared/orders/order.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { Columns } from '../../design/Columns.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'
import { importWork } from '../import-work.ts'
import { FileColumns } from './FileColumns.tsx'
import { TrialRows } from './TrialRows.tsx'
import { TrialTotals } from './TrialTotals.tsx'
import classes from './teach.module.css'
import { type TeachState, teachWork } from './teach-work.ts'
import { WordMeanings } from './WordMeanings.tsx'

const SUBJECTS: MappingSubject[] = ['orders', 'settlements', 'bank']
/** Wallets first: banks whose layouts are known need no teaching. */
const BANKS: BankName[] = ['gopay', 'ovo', 'dana', 'shopeepay', 'bca', 'mandiri', 'bri', 'bni', 'other']
const CHANNELS: Marketplace[] = ['other', 'shopee', 'tiktok']

/** The file in hand: what it is, its columns and words, and at once how Lumbung would read it. */
export function OpenFile({ state }: { state: Extract<TeachState, { step: 'open' }> }) {
  const w = useWords(teachWords)
  const [, go] = useLocation()
  const { look, draft, known, trial, isTrying, isSaving, error } = state
  const save = async () => {
    const chosen = await teachWork.save()
    if (!chosen) return
    void importWork.takeFile(chosen)
    go('/impor')
  }
  const lacking = useLacking(draft, look)
  return (
    <div className={classes.page}>
      <Stack gap={18} miw={0}>
        {known && (
          <Note tone="langit" icon={IconInfoCircle} isLive>
            {w.alreadyKnown(known.mapping.name)}
          </Note>
        )}
        <FileFacts look={look} draft={draft} />
        <FileColumns look={look} draft={draft} />
        <WordMeanings look={look} draft={draft} />
        <TrialRows trial={trial} isTrying={isTrying} />
      </Stack>
      <Stack gap={12} pos="sticky" top={0}>
        <Card>
          <Stack gap={12}>
            <TextInput
              label={w.name}
              placeholder={draft.subject === 'bank' ? w.namePlaceholderBank : w.namePlaceholder}
              value={draft.name}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => teachWork.name(event.currentTarget.value)}
            />
            <TrialTotals trial={trial} isTrying={isTrying} />
            {draft.subject === 'orders' && draft.choices.every(({ field }) => field !== 'pieces') && (
              <p className="quiet small">{w.rowIsPiece}</p>
            )}
            {lacking && (
              <p className="quiet small" role="status">
                {lacking}
              </p>
            )}
            <ActionButton
              label={w.save}
              busyLabel={w.saving}
              isBusy={isSaving}
              kind="primary"
              isWide
              shortcut={standingShortcuts.save}
              {...(lacking ? { disabledBecause: lacking } : {})}
              onAct={() => void save()}
            />
            <ActionButton
              label={w.otherFile}
              kind="quiet"
              isWide
              shortcut={standingShortcuts.back}
              onAct={teachWork.startOver}
            />
            <RefusalNotice error={error} />
          </Stack>
        </Card>
      </Stack>
    </div>
  )
}

/** What must still be said before this can be remembered; null when nothing. */
function useLacking(draft: MappingDraft, look: FileLook): string | null {
  const w = useWords(teachWords)
  const fields = useWords(mappedFieldWords)
  const missing = stillMissing(draft)
  if (missing.length > 0) return w.missing(missing.map((field) => fields[field as MappedField]).join(', '))
  const asked = look.columns.filter((_, at) => isInDoubt(look, draft, at) !== null).length
  if (asked > 0) return w.questions(formatNumber(asked))
  return draft.name.trim() === '' ? w.nameMissing : null
}

/** What the file is, whose, and where its headings stand. */
function FileFacts({ look, draft }: { look: FileLook; draft: MappingDraft }) {
  const w = useWords(teachWords)
  const subjects = useWords(mappingSubjectWords)
  const channels = useWords(channelWords)
  const banks = useWords(bankNameWords)
  return (
    <Card>
      <Columns of="repeat(auto-fit, minmax(200px, 1fr))" gap={12} align="start">
        <Select
          label={w.whatIsIt}
          allowDeselect={false}
          data={SUBJECTS.map((value) => ({ value, label: subjects[value] }))}
          value={draft.subject}
          onChange={(value) => value && teachWork.take(value as MappingSubject)}
        />
        {draft.subject !== 'bank' && (
          <Select
            label={w.channel}
            allowDeselect={false}
            data={CHANNELS.map((value) => ({ value, label: channels[value] }))}
            value={draft.channel}
            onChange={(value) => value && teachWork.say((said) => ({ ...said, channel: value as Marketplace }))}
          />
        )}
        {draft.subject === 'bank' && (
          <Select
            label={w.bank}
            allowDeselect={false}
            data={BANKS.map((value) => ({ value, label: value === 'other' ? w.otherBank : banks[value] }))}
            value={draft.bank}
            onChange={(value) => value && teachWork.say((said) => ({ ...said, bank: value as BankName }))}
          />
        )}
        {look.sheets.length > 1 && (
          <Select
            label={w.sheet}
            allowDeselect={false}
            data={look.sheets.map((label, at) => ({ value: String(at), label }))}
            value={String(look.sheet)}
            onChange={(value) => value !== null && void teachWork.look({ sheet: Number(value) })}
          />
        )}
        <Select
          label={w.headingRow}
          description={w.rowsBelow(formatNumber(look.rows))}
          inputWrapperOrder={['label', 'input', 'description']}
          allowDeselect={false}
          data={look.firstRows.map(({ number, texts }) => ({
            value: String(number),
            label: w.headingRowOption(String(number), texts.filter(Boolean).join(' · ').slice(0, 70)),
          }))}
          value={String(look.headingRow)}
          onChange={(value) => value && void teachWork.look({ sheet: look.sheet, headingRow: Number(value) })}
        />
      </Columns>
    </Card>
  )
}
