import { Group, Stack, TextInput } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCopy,
  IconFolderOpen,
  type IconProps,
  IconRefresh,
} from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ComponentType, type ReactNode, useState } from 'react'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { Status } from '../../src-shared/settings/settings.ts'
import { api } from '../base/api.ts'
import { desktop } from '../base/bridge.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { LumbungMark } from '../design/LumbungMark.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import classes from './backup.module.css'
import { RestoreDialog } from './RestoreDialog.tsx'
import { useMoments } from './use-moments.ts'
import { useOpenedAgain } from './use-reopened.ts'

/** Where nothing is wrong with the file itself the first thing to do is to try again. */
const FILE_IS_LOST = ['FILE_DAMAGED', 'FILE_EMPTY', 'FILE_NOT_OURS']

/** In place of a shop that cannot be opened: why, in one sentence, and every way out that there is. */
export function RescuePage({ rescue }: { rescue: NonNullable<Status['rescue']> }) {
  const w = useWords(backupWords)
  const { language } = useLocale()
  const { moment } = useMoments()
  const [isRestoring, setRestoring] = useState(false)
  const found = useQuery(api.backup.find.queryOptions({ input: {} }))
  const isLost = FILE_IS_LOST.includes(rescue.code)
  const [newest] = found.data ?? []
  const restore = (
    <Way
      key="restore"
      icon={IconArrowBackUp}
      how={
        found.isPending
          ? w.rescueLooking
          : newest
            ? w.rescueNewest(moment(newest.at), formatNumber(found.data?.length ?? 0))
            : w.rescueNone
      }
    >
      <ActionButton label={w.rescueRestore} kind={isLost ? 'primary' : 'secondary'} onAct={() => setRestoring(true)} />
    </Way>
  )
  const again = <TryAgain key="again" isFirst={!isLost} />
  return (
    <main className={classes.rescue}>
      <Stack gap={20} w={760} maw="100%" h="fit-content">
        <Group gap={12} c="var(--lb-nila-teks)">
          <LumbungMark size={34} />
          <h1 className="screen-title ink">{w.rescueTitle}</h1>
        </Group>
        <Note tone="mengkudu" icon={IconAlertTriangle}>
          {rescue.sentence[language]}
        </Note>
        {!rescue.sentence[language].includes(rescue.file) && (
          <p className="quiet small">
            {w.rescueFile}: <span className="path">{rescue.file}</span>
          </p>
        )}
        <h2 className="label">{w.rescueWays}</h2>
        <Stack gap={12}>
          {isLost ? [restore, again] : [again, restore]}
          <SaveCopy />
          <OtherFolder />
        </Stack>
      </Stack>
      {isRestoring && <RestoreDialog name={null} onClose={() => setRestoring(false)} />}
    </main>
  )
}

interface WayProps {
  icon: ComponentType<IconProps>
  how: string
  children: ReactNode
}

function Way({ icon: WayIcon, how, children }: WayProps) {
  return (
    <section className={classes.way}>
      <WayIcon size={24} stroke={1.6} color="var(--lb-nila-teks)" style={{ marginTop: 6 }} aria-hidden />
      <Stack gap={8} flex={1}>
        <Group gap={10} align="flex-end" mih={32}>
          {children}
        </Group>
        <p className="quiet small">{how}</p>
      </Stack>
    </section>
  )
}

function TryAgain({ isFirst }: { isFirst: boolean }) {
  const w = useWords(backupWords)
  const trying = useMutation(api.backup.rescue.tryAgain.mutationOptions())
  const isOpening = trying.data?.isOpening ?? false
  useOpenedAgain(isOpening)
  return (
    <Way icon={IconRefresh} how={trying.data && !isOpening ? w.rescueReopen : w.rescueAgainHow}>
      <ActionButton
        label={w.rescueAgain}
        kind={isFirst ? 'primary' : 'secondary'}
        isBusy={trying.isPending || isOpening}
        busyLabel={w.rescueTrying}
        onAct={() => trying.mutate(undefined)}
      />
      <RefusalNotice error={trying.error} />
    </Way>
  )
}

function SaveCopy() {
  const w = useWords(backupWords)
  const [folder, setFolder] = useState('')
  const copy = useMutation(api.backup.rescue.saveCopy.mutationOptions())
  const save = () => folder.trim() !== '' && copy.mutate({ folder: folder.trim() })
  return (
    <Way icon={IconCopy} how={copy.data ? w.rescueCopied(copy.data.file) : w.rescueCopyHow}>
      <TextInput
        label={w.rescueCopyTo}
        placeholder={w.otherFolderHint}
        value={folder}
        flex={1}
        miw={220}
        autoComplete="off"
        onChange={(event) => setFolder(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      <ActionButton
        label={w.rescueCopyAct}
        isBusy={copy.isPending}
        {...(folder.trim() === '' ? { disabledBecause: w.rescueCopyTo } : {})}
        onAct={save}
      />
      <RefusalNotice error={copy.error} />
    </Way>
  )
}

function OtherFolder() {
  const w = useWords(backupWords)
  const bridge = desktop()
  return (
    <Way icon={IconFolderOpen} how={bridge ? w.rescueOtherHow : w.rescueOtherCommand}>
      {bridge ? (
        <ActionButton label={w.rescueOther} onAct={() => void bridge.openOtherFolder()} />
      ) : (
        <>
          <b>{w.rescueOther}</b>
          <span className="path">npm start -- --data FOLDER</span>
        </>
      )}
    </Way>
  )
}
