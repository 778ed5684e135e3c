import { Stack } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useWords } from '../design/language.tsx'
import { BackupList } from './BackupList.tsx'
import { BackupState } from './BackupState.tsx'
import { backupShortcuts } from './backup.shortcuts.ts'
import { CodeSection } from './CodeSection.tsx'
import { PassphraseSection } from './PassphraseSection.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { SecondPlace } from './SecondPlace.tsx'

/** Cadangan: how safe the shop is, where its backups lie, and the way back. */
export function BackupPage() {
  const w = useWords(backupWords)
  const status = useQuery(api.backup.status.queryOptions())
  /** The backup to restore: of the list, or one still to be found. */
  const [restoring, setRestoring] = useState<{ name: string | null } | null>(null)
  return (
    <Page
      title={w.title}
      actions={
        <ActionButton
          icon={IconArrowBackUp}
          shortcut={backupShortcuts.page.restoreFrom}
          onAct={() => setRestoring({ name: null })}
        />
      }
    >
      <RefusalNotice error={status.error} onRetry={() => status.refetch()} />
      {status.data && (
        <div className="halves">
          <Stack gap={16}>
            <BackupState status={status.data} />
            <SecondPlace status={status.data} />
          </Stack>
          <Stack gap={16}>
            <CodeSection status={status.data} />
            <PassphraseSection status={status.data} />
            <BackupList onRestore={(name) => setRestoring({ name })} />
          </Stack>
        </div>
      )}
      {restoring && <RestoreDialog name={restoring.name} onClose={() => setRestoring(null)} />}
    </Page>
  )
}
