import { Box, Group, Stack, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { groupsOf } from '../../src-shared/backup/recovery-code.ts'
import { api, client } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'
import { PrintNotice } from '../fulfilment/PrintNotice.tsx'
import { printSheet } from '../fulfilment/sheets.ts'
import classes from './backup.module.css'

/** First the code, to be printed; then two groups of it typed back, from the paper: only then it counts as done. */
export function CodeDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(backupWords)
  const queries = useQueryClient()
  const agrees = useLettersLacking()
  const [step, setStep] = useState<'code' | 'back'>('code')
  const [typed, setTyped] = useState<Record<number, string>>({})
  const shown = useQuery(
    api.backup.code.show.queryOptions({ gcTime: 0, staleTime: Number.POSITIVE_INFINITY, retry: false }),
  )
  const print = useMutation({ mutationFn: async () => printSheet(await client.backup.code.sheet(), agrees) })
  const confirm = useMutation(
    api.backup.code.confirm.mutationOptions({
      onSuccess() {
        showToast({ text: w.codeMatches })
        onClose()
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.backup.status.key() }),
    }),
  )
  const asked = shown.data?.asked ?? []
  const isTyped = asked.every((group) => (typed[group] ?? '').trim().length >= 4)
  const compare = () =>
    isTyped && confirm.mutate({ groups: asked.map((group) => ({ group, typed: typed[group] ?? '' })) })
  return (
    <Dialog
      title={w.code}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        step === 'code' ? (
          <>
            <ActionButton
              label={w.printCode}
              icon={IconPrinter}
              isBusy={print.isPending}
              busyLabel={w.printing}
              onAct={() => print.mutate()}
            />
            <ActionButton label={w.codeDone} kind="primary" onAct={() => setStep('back')} />
          </>
        ) : (
          <>
            <ActionButton label={w.codeBack} kind="quiet" onAct={() => setStep('code')} />
            <ActionButton
              label={w.codeConfirm}
              kind="primary"
              isBusy={confirm.isPending}
              {...(isTyped ? {} : { disabledBecause: w.codeAsk })}
              onAct={compare}
            />
          </>
        )
      }
    >
      <Stack gap={14}>
        <RefusalNotice error={shown.error} />
        {step === 'code' && shown.data && (
          <>
            <p>{w.codeWhy}</p>
            <ol className={classes.code}>
              {groupsOf(shown.data.code).map((group, index) => (
                // a code's groups may be alike, and never move
                <li key={index}>
                  <Box component="small" display="block" ff="text" fz={11} lts={0} c="var(--lb-tinta3)">
                    {index + 1}
                  </Box>
                  {group}
                </li>
              ))}
            </ol>
            <p className="quiet small">{w.codePaperUse}</p>
            <p className="quiet small">{w.codePaperKeep}</p>
            <PrintNotice error={print.error} />
          </>
        )}
        {step === 'back' && (
          <>
            <p>{w.codeAsk}</p>
            <Group gap={14}>
              {asked.map((group, index) => (
                <TextInput
                  key={group}
                  label={w.codeGroup(String(group))}
                  value={typed[group] ?? ''}
                  maxLength={8}
                  w={150}
                  data-autofocus={index === 0 || undefined}
                  autoComplete="off"
                  onChange={(event) => setTyped({ ...typed, [group]: event.currentTarget.value })}
                  onKeyDown={(event) => event.key === 'Enter' && compare()}
                />
              ))}
            </Group>
            <RefusalNotice error={confirm.error} />
          </>
        )}
      </Stack>
    </Dialog>
  )
}
