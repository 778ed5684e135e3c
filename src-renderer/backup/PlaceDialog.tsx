import { Group, Stack, TextInput } from '@mantine/core'
import { IconCloud, IconRefresh, IconUsb } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { useWords } from '../design/language.tsx'

/** A disk that is plugged in, a cloud folder, or any folder by its path. */
export function PlaceDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(backupWords)
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const likely = useQuery(api.backup.place.likely.queryOptions())
  const choose = useMutation(
    api.backup.place.choose.mutationOptions({
      onSuccess: onClose,
      onSettled: () => queries.invalidateQueries({ queryKey: api.backup.key() }),
    }),
  )
  const folder = typed.trim()
  const use = () => folder !== '' && choose.mutate({ folder })
  return (
    <Dialog
      title={w.chooseSecond}
      isOpen
      onClose={onClose}
      actions={
        <ActionButton
          label={w.useFolder}
          kind="primary"
          isBusy={choose.isPending}
          {...(folder === '' ? { disabledBecause: w.otherFolder } : {})}
          onAct={use}
        />
      }
    >
      <Stack gap={12}>
        <p className="quiet small">{w.secondWhy}</p>
        <b className="label">{w.likely}</b>
        {likely.data?.length === 0 && <p>{w.noLikely}</p>}
        {likely.data?.map(({ kind, name, folder: place }) => (
          <ActionButton
            key={place}
            label={`${kind === 'cloud' ? w.cloud : w.disk} ${name}`}
            icon={kind === 'cloud' ? IconCloud : IconUsb}
            isWide
            isBusy={choose.isPending}
            onAct={() => choose.mutate({ folder: place })}
          />
        ))}
        <Group justify="flex-end">
          <ActionButton
            label={w.lookAgain}
            kind="quiet"
            size="small"
            icon={IconRefresh}
            isBusy={likely.isFetching}
            onAct={() => void likely.refetch()}
          />
        </Group>
        <TextInput
          label={w.otherFolder}
          placeholder={w.otherFolderHint}
          description={folder === '' ? undefined : w.folderOf(folder)}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && use()}
        />
        <RefusalNotice error={choose.error ?? likely.error} />
      </Stack>
    </Dialog>
  )
}
