import { Checkbox, Group, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupStatus } from '../../src-shared/backup/backup.ts'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMe } from '../base/use-me.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { showToast } from '../design/toast.tsx'

const SHORTEST = 10

/** Another one is set, or none any more. */
type Doing = 'setting' | 'dropping'

/** A second way in, for who would rather remember something than keep a paper; and, where its owner wants it, the only way into the shop. */
export function PassphraseSection({ status }: { status: BackupStatus }) {
  const { hasPassphrase, isAskedAtStart } = status
  const w = useWords(backupWords)
  const [doing, setDoing] = useState<Doing | null>(null)
  const aside = isAskedAtStart ? w.passphraseAsked : hasPassphrase ? w.passphraseSet : w.passphraseNone
  return (
    <Section title={w.passphrase} aside={aside}>
      <Card>
        <Stack gap={10}>
          <p className="quiet small">{w.passphraseWhy}</p>
          {doing ? (
            <Passphrase doing={doing} status={status} onEnd={() => setDoing(null)} />
          ) : (
            <Group gap={10} justify="flex-end">
              {hasPassphrase && (
                <ActionButton label={w.dropPassphrase} kind="quiet" onAct={() => setDoing('dropping')} />
              )}
              <ActionButton
                label={hasPassphrase ? w.changePassphrase : w.setPassphrase}
                onAct={() => setDoing('setting')}
              />
            </Group>
          )}
        </Stack>
      </Card>
    </Section>
  )
}

function Passphrase({ doing, status, onEnd }: { doing: Doing; status: BackupStatus; onEnd: () => void }) {
  const { isAskedAtStart, codeConfirmedAt } = status
  const w = useWords(backupWords)
  const queries = useQueryClient()
  const isGuarded = useMe()?.isGuarded ?? false
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [atStart, setAtStart] = useState(isAskedAtStart)
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const set = useMutation(
    api.backup.setPassphrase.mutationOptions({
      onSuccess(now, { passphrase }) {
        const done = passphrase === null ? w.passphraseIsGone : w.passphraseIsSet
        showToast({ text: now.isAskedAtStart ? w.passphraseIsAsked : done })
        void queries.invalidateQueries({ queryKey: api.backup.key() })
        onEnd()
      },
    }),
  )
  const wrongNew = first.length < SHORTEST ? w.passphraseShort : first === second ? null : w.passphraseDiffers
  const wrong = (doing === 'setting' ? wrongNew : null) ?? (isAskedAtStart && current === '' ? w.passphraseNow : null)
  const save = () =>
    set.mutate({
      passphrase: doing === 'setting' ? first : null,
      atStart: doing === 'setting' && atStart,
      ...(isAskedAtStart && { current }),
      ...(isGuarded && { password }),
    })
  return (
    <>
      {isAskedAtStart && (
        <PasswordInput
          label={w.passphraseNow}
          description={w.passphraseNowHow}
          value={current}
          autoComplete="off"
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
      )}
      {doing === 'setting' && (
        <>
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
              description={'\u00a0'}
              value={second}
              autoComplete="new-password"
              onChange={(event) => setSecond(event.currentTarget.value)}
            />
          </div>
          <Checkbox
            label={w.askAtStart}
            description={codeConfirmedAt === null ? w.askAtStartNeedsCode : w.askAtStartHow}
            checked={atStart}
            disabled={codeConfirmedAt === null}
            onChange={(event) => setAtStart(event.currentTarget.checked)}
          />
        </>
      )}
      {isGuarded && (
        <PasswordInput
          label={w.ownersPassword}
          value={password}
          autoComplete="current-password"
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      <RefusalNotice error={set.error} />
      <Group gap={10} justify="flex-end">
        <ActionButton label={w.cancel} kind="quiet" onAct={onEnd} />
        <ActionButton
          label={doing === 'dropping' ? w.dropPassphrase : status.hasPassphrase ? w.changePassphrase : w.setPassphrase}
          kind="primary"
          isBusy={set.isPending}
          {...(wrong ? { disabledBecause: wrong } : {})}
          onAct={save}
        />
      </Group>
    </>
  )
}
