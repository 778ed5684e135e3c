import { PasswordInput, Select, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Buyer, PrivacyReason } from '../../src-shared/privacy/privacy.ts'
import { privacyWords } from '../../src-shared/privacy/privacy.words.ts'
import { api } from '../base/api.ts'
import { saveFile } from '../base/files.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMe } from '../base/use-me.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'

interface BuyerDialogProps {
  act: 'export' | 'forget'
  orderId: string
  buyer: Buyer
  onClose: () => void
  onForgotten: () => void
}

/** Why, and the owner's password once there is one: asked before a buyer's data leaves the shop or goes for good. */
export function BuyerDialog({ act, orderId, buyer, onClose, onForgotten }: BuyerDialogProps) {
  const w = useWords(privacyWords)
  const isGuarded = useMe()?.isGuarded ?? false
  const [why, setWhy] = useState<PrivacyReason>('buyer asked')
  const [password, setPassword] = useState('')
  const asked = { orderId, why, ...(isGuarded && { password }) }
  const hand = useMutation(
    api.privacy.export.mutationOptions({
      async onSuccess({ name, json }) {
        onClose()
        if (await saveFile(new File([json], name, { type: 'application/json' }))) showToast({ text: w.exported(name) })
      },
    }),
  )
  const forget = useMutation(
    api.privacy.forget.mutationOptions({
      onSuccess({ orders, copies }) {
        onClose()
        onForgotten()
        showToast({ text: w.forgotten(orders, copies.length) })
      },
    }),
  )
  const { files, answers, labels, pictures, orders, names, usernames } = buyer
  const isForget = act === 'forget'
  return (
    <Dialog
      title={isForget ? w.sure(names[0] ?? usernames[0] ?? '') : w.export}
      isOpen
      onClose={onClose}
      actions={
        <>
          <ActionButton label={w.keep} kind="quiet" onAct={onClose} />
          <ActionButton
            label={isForget ? w.forget : w.export}
            kind={isForget ? 'destructive' : 'primary'}
            shortcut={standingShortcuts.save}
            isBusy={forget.isPending || hand.isPending}
            busyLabel={w.forgetting}
            onAct={() => (isForget ? forget.mutate(asked) : hand.mutate(asked))}
          />
        </>
      }
    >
      <Stack gap={12}>
        {isForget && <p>{w.what(orders.length, w.traces(files, answers, labels, pictures))}</p>}
        <Select
          label={w.why}
          allowDeselect={false}
          data={PrivacyReason.options.map((reason) => ({ value: reason, label: w[reason] }))}
          value={why}
          onChange={(reason) => reason && setWhy(reason as PrivacyReason)}
        />
        {isGuarded && (
          <PasswordInput
            label={w.password}
            value={password}
            onChange={({ currentTarget: { value } }) => setPassword(value)}
            autoComplete="current-password"
          />
        )}
        <RefusalNotice error={forget.error ?? hand.error} />
      </Stack>
    </Dialog>
  )
}
