import { Group, Stack } from '@mantine/core'
import { IconAlertTriangle, IconDeviceFloppy, IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BackupStatus } from '../../src-shared/backup/backup.ts'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { Section } from '../design/Section.tsx'
import { showToast } from '../design/toast.tsx'
import { backupShortcuts } from './backup.shortcuts.ts'
import { megabytes, useMoments } from './use-moments.ts'

/** How old the newest backup is, whether it is sound, and the two acts that keep it so. */
export function BackupState({ status }: { status: BackupStatus }) {
  const w = useWords(backupWords)
  const { ago, moment } = useMoments()
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: api.backup.key() })
  const make = useMutation(
    api.backup.make.mutationOptions({
      onSuccess: ({ bytes, isInSecond }) =>
        showToast({ text: w.made(megabytes(bytes), isInSecond ? w.madeBoth : w.madeHere) }),
      onSettled: again,
    }),
  )
  const test = useMutation(api.backup.test.mutationOptions({ onSettled: again }))
  const { last, tested, problem, restored } = status
  const error = make.error ?? test.error
  return (
    <Section title={w.state}>
      <Card>
        <Stack gap={12}>
          {problem && !error && (
            <Note tone="mengkudu" icon={IconAlertTriangle}>
              {problem.sentence}
            </Note>
          )}
          <KeyValueRows
            isRuled
            rows={[
              {
                key: 'last',
                label: w.lastBackup,
                value: last ? w.lastOf(ago(last.at), megabytes(last.bytes)) : w.neverMade,
                isStrong: true,
              },
              ...(last ? [{ key: 'behind', label: '', value: status.isBehind ? w.behind : w.upToDate }] : []),
              {
                key: 'tested',
                label: w.tested,
                value: tested ? (tested.ok ? w.testedAt : w.testedBadAt)(moment(tested.at)) : w.neverTested,
              },
              {
                key: 'automatic',
                label: w.automatic,
                value: status.isAutomatic ? w.automaticHow : w.automaticOff,
              },
              { key: 'kept', label: w.kept, value: w.keptHow },
              { key: 'folder', label: w.folder, value: <span className="path">{status.folder}</span> },
            ]}
          />
          {status.strangeLog && (
            <Note tone="kunyit" icon={IconAlertTriangle}>
              {w.strangeLog} <span className="path">{status.strangeLog}</span>
            </Note>
          )}
          {restored && (
            <p className="quiet small">
              {w.restored(moment(restored.at), moment(restored.backupAt))}
              {restored.replayed > 0 && ` ${w.restoredAgain(formatNumber(restored.replayed))}`}
              {restored.notReplayed > 0 && ` ${w.restoredNotAgain(formatNumber(restored.notReplayed))}`}
              {restored.keptFile && (
                <>
                  {' '}
                  {w.restoredKept} <span className="path">{restored.keptFile}</span>
                </>
              )}
            </p>
          )}
          <p className="quiet small">{w.sealed}</p>
          <RefusalNotice error={error} />
          {test.data && (
            <p role="status" className={test.data.ok ? 'good' : 'bad'}>
              {test.data.ok ? w.testedOk(moment(test.data.of)) : w.testedBad}
            </p>
          )}
          <Group gap={10} justify="flex-end">
            <ActionButton
              icon={IconShieldCheck}
              shortcut={backupShortcuts.page.testNow}
              isBusy={test.isPending}
              busyLabel={w.testing}
              {...(last ? {} : { disabledBecause: w.listEmpty })}
              onAct={() => test.mutate(undefined)}
            />
            <ActionButton
              icon={IconDeviceFloppy}
              kind={status.codeConfirmedAt === null ? 'secondary' : 'primary'}
              shortcut={backupShortcuts.page.makeNow}
              isBusy={make.isPending || status.isUnderWay}
              busyLabel={w.making}
              onAct={() => make.mutate(undefined)}
            />
          </Group>
        </Stack>
      </Card>
    </Section>
  )
}
