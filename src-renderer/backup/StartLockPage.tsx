import { PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Door } from '../design/Door.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { useOpenedAgain } from './use-reopened.ts'

/** In place of a shop that waits for its passphrase; the paper's code opens it as well. */
export function StartLockPage({ shopName }: { shopName: string }) {
  const w = useWords(backupWords)
  const [secret, setSecret] = useState('')
  const [isByCode, setByCode] = useState(false)
  const open = useMutation(api.backup.openWithKey.mutationOptions({ onError: () => !isByCode && setSecret('') }))
  const isOpening = open.data?.isOpening ?? false
  useOpenedAgain(isOpening)
  // each try is counted: Enter pressed twice, or held, is one
  const tryIt = () => {
    if (secret.trim() === '' || open.isPending || isOpening) return
    open.mutate(isByCode ? { code: secret } : { passphrase: secret })
  }
  const change = () => {
    setByCode(!isByCode)
    setSecret('')
    open.reset()
  }
  const typing = {
    value: secret,
    autoComplete: 'off',
    autoFocus: true,
    onChange: (event: { currentTarget: { value: string } }) => setSecret(event.currentTarget.value),
    onKeyDown: (event: { key: string }) => event.key === 'Enter' && tryIt(),
  }
  return (
    <Door shopName={shopName} asks={isByCode ? w.waitsForCode : w.waitsForKey}>
      <Stack gap={12}>
        {isByCode ? (
          <TextInput
            key="code"
            label={w.restoreCode}
            description={w.codePaperKeep}
            placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
            spellCheck={false}
            {...typing}
          />
        ) : (
          <PasswordInput key="passphrase" label={w.passphrase} {...typing} />
        )}
        <RefusalNotice error={open.error} />
        {open.data && !isOpening && <Note tone="jolawe">{w.startAnew}</Note>}
        <ActionButton
          label={w.openShop}
          kind="primary"
          shortcut={standingShortcuts.main}
          listens={false}
          isWide
          isBusy={open.isPending || isOpening}
          busyLabel={w.openingShop}
          onAct={tryIt}
        />
        <ActionButton label={isByCode ? w.byPassphrase : w.passphraseForgotten} kind="quiet" onAct={change} />
      </Stack>
    </Door>
  )
}
