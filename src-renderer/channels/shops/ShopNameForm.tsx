import { Flex, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Shop } from '../../../src-shared/channels/channels.ts'
import { shopsWords } from '../../../src-shared/channels/import.words.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import classes from './shops.module.css'

export interface ShopNameFormProps {
  /** A shop to rename; without it a new Shopee shop is made. */
  shop?: Shop
  help?: string
  onSaved: (shop: Shop) => void
}

/** One field: what the shop is called. Enter saves. */
export function ShopNameForm({ shop, help, onSaved }: ShopNameFormProps) {
  const w = useWords(shopsWords)
  const [id] = useState(() => shop?.id ?? newId())
  const [name, setName] = useState(shop?.name ?? '')
  const [isMissed, setMissed] = useState(false)
  const save = useMutation(api.channels.shops.save.mutationOptions({ onSuccess: onSaved }))
  const store = () => {
    const channel = shop?.channel === 'tiktok' ? 'tiktok' : 'shopee'
    setMissed(name.trim() === '')
    if (name.trim() !== '') save.mutate({ id, channel, name: name.trim() })
  }
  return (
    <Flex direction="column" flex={1} gap={6}>
      <div className={classes.nameLine}>
        <TextInput
          label={w.shopName}
          value={name}
          error={isMissed}
          maxLength={80}
          autoComplete="off"
          autoFocus
          data-autofocus
          onChange={(event) => {
            setName(event.currentTarget.value)
            setMissed(false)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            store()
          }}
        />
        <ActionButton
          label={w.save}
          busyLabel={w.saving}
          isBusy={save.isPending}
          kind="primary"
          shortcut={standingShortcuts.main}
          listens={false}
          onAct={store}
        />
      </div>
      <p className="quiet small" role="status">
        {isMissed ? w.nameNeeded : (help ?? w.shopNameHelp)}
      </p>
      <RefusalNotice error={save.error} />
    </Flex>
  )
}
