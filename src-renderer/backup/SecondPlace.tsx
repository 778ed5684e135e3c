import { Group, Stack } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconUsb } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupStatus } from '../../src-shared/backup/backup.ts'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { Section } from '../design/Section.tsx'
import { backupShortcuts } from './backup.shortcuts.ts'
import { PlaceDialog } from './PlaceDialog.tsx'
import { useMoments } from './use-moments.ts'

/** Where the copies go that a lost laptop does not take along. */
export function SecondPlace({ status: { second } }: { status: BackupStatus }) {
  const w = useWords(backupWords)
  const { ago } = useMoments()
  const confirm = useConfirm()
  const queries = useQueryClient()
  const [isChoosing, setChoosing] = useState(false)
  const drop = useMutation(
    api.backup.place.choose.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.backup.key() }),
    }),
  )
  const askToDrop = async () => {
    const answer = await confirm({ title: w.dropSecondAsk, body: w.dropSecondBody, action: w.dropSecond })
    if (answer) drop.mutate({ folder: null })
  }
  return (
    <Section title={w.second}>
      <Card>
        <Stack gap={10}>
          <p className="quiet small">{w.secondWhy}</p>
          {!second && (
            <Note tone="kunyit" icon={IconAlertTriangle}>
              {w.secondNone}
            </Note>
          )}
          {second && (
            <>
              <span className="path">{second.folder}</span>
              {second.awaySince === null ? (
                <Note tone="jolawe" icon={IconCircleCheck}>
                  {second.lastAt === null ? w.secondNever : w.secondLast(ago(second.lastAt))}
                </Note>
              ) : (
                <Note tone="kunyit" icon={IconAlertTriangle}>
                  {w.secondAway(ago(second.awaySince))}
                </Note>
              )}
              {second.isSameDisk && <p className="quiet small">{w.sameDisk}</p>}
            </>
          )}
          <RefusalNotice error={drop.error} />
          <Group gap={10} justify="flex-end">
            {second && <ActionButton label={w.dropSecond} kind="quiet" onAct={() => void askToDrop()} />}
            <ActionButton
              label={second ? w.changeSecond : w.chooseSecond}
              shortcut={backupShortcuts.second.chooseSecond}
              icon={IconUsb}
              onAct={() => setChoosing(true)}
            />
          </Group>
        </Stack>
      </Card>
      {isChoosing && <PlaceDialog onClose={() => setChoosing(false)} />}
    </Section>
  )
}
