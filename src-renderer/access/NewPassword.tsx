import { PasswordInput, Stack } from '@mantine/core'
import { useState } from 'react'
import { Password } from '../../src-shared/access/access.ts'
import { peopleWords } from '../../src-shared/access/people.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'

/** A password typed twice; nobody sees whether it was meant otherwise. */
export function NewPassword({
  action,
  isBusy,
  onChosen,
}: {
  action: string
  isBusy: boolean
  onChosen: (password: string) => void
}) {
  const w = useWords(peopleWords)
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const isLong = Password.safeParse(password).success
  const choose = () => {
    setTried(true)
    if (isLong && password === again) onChosen(password)
  }
  return (
    <Stack gap={12}>
      <PasswordInput
        label={w.newPassword}
        value={password}
        error={isTried && !isLong ? w.tooShort : undefined}
        onChange={({ currentTarget: { value } }) => setPassword(value)}
        autoComplete="new-password"
      />
      <PasswordInput
        label={w.passwordAgain}
        value={again}
        error={isTried && isLong && password !== again ? w.passwordsDiffer : undefined}
        onChange={({ currentTarget: { value } }) => setAgain(value)}
        onKeyDown={(event) => event.key === 'Enter' && choose()}
        autoComplete="new-password"
      />
      <ActionButton
        label={action}
        kind="primary"
        shortcut={standingShortcuts.save}
        isBusy={isBusy}
        busyLabel={w.saving}
        onAct={choose}
      />
    </Stack>
  )
}
