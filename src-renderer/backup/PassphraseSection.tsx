import { Group, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { showToast } from '../design/toast.tsx'

const SHORTEST = 10

/** A second way in, for who would rather remember something than keep a paper. */
export function PassphraseSection({ hasPassphrase }: { hasPassphrase: boolean }) {
  const w = useWords(backupWords)
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const set = useMutation(
    api.backup.setPassphrase.mutationOptions({
      onSuccess(_status, { passphrase }) {
        showToast({ text: passphrase === null ? w.passphraseIsGone : w.passphraseIsSet })
        setOpen(false)
        setFirst('')
        setSecond('')
        void queries.invalidateQueries({ queryKey: api.backup.key() })
      },
    }),
  )
  const wrong = first.length < SHORTEST ? w.passphraseShort : first === second ? null : w.passphraseDiffers
  return (
    <Section title={w.passphrase} aside={hasPassphrase ? w.passphraseSet : w.passphraseNone}>
      <Card>
        <Stack gap={10}>
          <p className="quiet small">{w.passphraseWhy}</p>
          {isOpen && (
            <div className="pair">
              <PasswordInput
                label={w.passphraseNew}
                description={w.passphraseShort}
                value={first}
                autoComplete="new-password"
                onChange={(event) => setFirst(event.currentTarget.value)}
              />
              <PasswordInput
                label={w.passphraseAgain}
                description=" "
                value={second}
                autoComplete="new-password"
                onChange={(event) => setSecond(event.currentTarget.value)}
              />
            </div>
          )}
          <RefusalNotice error={set.error} />
          <Group gap={10} justify="flex-end">
            {hasPassphrase && !isOpen && (
              <ActionButton
                label={w.dropPassphrase}
                kind="quiet"
                isBusy={set.isPending}
                onAct={() => set.mutate({ passphrase: null })}
              />
            )}
            {isOpen && <ActionButton label={w.cancel} kind="quiet" onAct={() => setOpen(false)} />}
            <ActionButton
              label={w.setPassphrase}
              isBusy={set.isPending}
              {...(isOpen && wrong ? { disabledBecause: wrong } : {})}
              onAct={() => (isOpen ? set.mutate({ passphrase: first }) : setOpen(true))}
            />
          </Group>
        </Stack>
      </Card>
    </Section>
  )
}
