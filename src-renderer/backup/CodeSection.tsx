import { Group, Stack, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconKey } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupStatus } from '../../src-shared/backup/backup.ts'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { Section } from '../design/Section.tsx'
import { backupShortcuts } from './backup.shortcuts.ts'
import { CodeDialog } from './CodeDialog.tsx'
import { useMoments } from './use-moments.ts'

/** Whether the recovery code is known to be on paper; and the way to it. */
export function CodeSection({
  status: { codeConfirmedAt, isKeyLocked, keyKeeper, isAskedAtStart },
}: {
  status: BackupStatus
}) {
  const w = useWords(backupWords)
  const { moment } = useMoments()
  const [isShown, setShown] = useState(false)
  return (
    <Section title={w.code}>
      <Card>
        <Stack gap={10}>
          <p className="quiet small">{w.codeWhy}</p>
          {codeConfirmedAt === null ? (
            <Note tone="kunyit" icon={IconAlertTriangle}>
              {w.codeNotYet}
            </Note>
          ) : (
            <Note tone="jolawe" icon={IconCircleCheck}>
              {w.codeConfirmed(moment(codeConfirmedAt))}
            </Note>
          )}
          {isKeyLocked ? (
            <Unlock />
          ) : (
            <p className="quiet small">
              {isAskedAtStart ? w.keyByPassphrase : keyKeeper === 'keychain' ? w.keyInStore : w.keyInFile}
            </p>
          )}
          <Group justify="flex-end">
            <ActionButton
              icon={IconKey}
              kind={codeConfirmedAt === null ? 'primary' : 'secondary'}
              shortcut={backupShortcuts.code.showCode}
              onAct={() => setShown(true)}
            />
          </Group>
        </Stack>
      </Card>
      {isShown && <CodeDialog onClose={() => setShown(false)} />}
    </Section>
  )
}

/** This laptop forgot the key: the paper opens it again. */
function Unlock() {
  const w = useWords(backupWords)
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const unlock = useMutation(
    api.backup.code.unlock.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.backup.key() }),
    }),
  )
  return (
    <Stack gap={8}>
      <TextInput
        label={w.locked}
        value={code}
        autoComplete="off"
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <RefusalNotice error={unlock.error} />
      <Group justify="flex-end">
        <ActionButton label={w.unlock} isBusy={unlock.isPending} onAct={() => unlock.mutate({ code })} />
      </Group>
    </Stack>
  )
}
