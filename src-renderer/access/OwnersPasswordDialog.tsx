import { PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { peopleWords } from '../../src-shared/access/people.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { NewPassword } from './NewPassword.tsx'

/** The owner's first password, another one, or none any more. */
export type PasswordAct = 'first' | 'change' | 'remove'

export function OwnersPasswordDialog({ act, onClose }: { act: PasswordAct; onClose: () => void }) {
  const w = useWords(peopleWords)
  const [current, setCurrent] = useState('')
  const protect = useMutation(api.access.protect.mutationOptions({ onSuccess: onClose }))
  const unprotect = useMutation(api.access.unprotect.mutationOptions({ onSuccess: onClose }))
  const title = { first: w.protect, change: w.changePassword, remove: w.unprotectAsk }[act]
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Stack gap={12}>
        {act === 'remove' && <p className="quiet small">{w.unprotectHow}</p>}
        {act !== 'first' && (
          <PasswordInput
            label={w.currentPassword}
            value={current}
            onChange={({ currentTarget: { value } }) => setCurrent(value)}
            autoComplete="current-password"
            data-autofocus
          />
        )}
        {act === 'remove' ? (
          <ActionButton
            label={w.unprotect}
            kind="primary"
            shortcut={standingShortcuts.save}
            isBusy={unprotect.isPending}
            busyLabel={w.saving}
            onAct={() => unprotect.mutate({ current })}
          />
        ) : (
          <NewPassword
            action={title}
            isBusy={protect.isPending}
            onChosen={(password) => protect.mutate({ password, ...(act === 'change' ? { current } : {}) })}
          />
        )}
        <RefusalNotice error={protect.error ?? unprotect.error} />
      </Stack>
    </Dialog>
  )
}
