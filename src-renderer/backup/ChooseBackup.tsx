import { Group, Stack, TextInput } from '@mantine/core'
import { IconFileZip, IconRefresh, IconSearch } from '@tabler/icons-react'
import { type UseQueryResult, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupFound } from '../../src-shared/backup/backup.ts'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useWords } from '../design/language.tsx'
import { megabytes, useMoments } from './use-moments.ts'

interface ChooseBackupProps {
  found: UseQueryResult<BackupFound[], Error>
  onChoose: (file: string) => void
}

/** Backups that were found by themselves, or lie where somebody points at. */
export function ChooseBackup({ found, onChoose }: ChooseBackupProps) {
  const w = useWords(backupWords)
  const { moment } = useMoments()
  const [typed, setTyped] = useState('')
  const search = useMutation(api.backup.find.mutationOptions())
  const folder = typed.trim()
  const look = () => {
    if (folder.endsWith('.cadangan')) onChoose(folder)
    else if (folder !== '') search.mutate({ folder })
  }
  const shown = search.data ?? found.data
  return (
    <Stack gap={12}>
      <b className="label">{w.restoreFound}</b>
      {shown?.length === 0 && <p>{w.restoreNoneFound}</p>}
      {shown && shown.length > 0 && (
        <Stack gap={6} mah={190} className="scrolls">
          {shown.map(({ file, at, bytes, isOurs }) => (
            <ActionButton
              key={file}
              label={`${moment(at)}, ${megabytes(bytes)}, ${isOurs ? w.restoreOurs : w.restoreOther}`}
              title={`${moment(at)} ${file}`}
              icon={IconFileZip}
              isWide
              onAct={() => onChoose(file)}
            />
          ))}
        </Stack>
      )}
      <Group justify="flex-end">
        <ActionButton
          label={w.lookAgain}
          kind="quiet"
          size="small"
          icon={IconRefresh}
          isBusy={found.isFetching}
          onAct={() => void found.refetch()}
        />
      </Group>
      <Group align="flex-end" gap={10} wrap="nowrap">
        <TextInput
          label={w.restoreFolder}
          placeholder={w.otherFolderHint}
          value={typed}
          flex={1}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && look()}
        />
        <ActionButton
          label={w.restoreSearch}
          icon={IconSearch}
          isBusy={search.isPending}
          {...(folder === '' ? { disabledBecause: w.restoreFolder } : {})}
          onAct={look}
        />
      </Group>
      <RefusalNotice error={search.error ?? found.error} />
    </Stack>
  )
}
