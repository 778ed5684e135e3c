import { Flex, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import type { Shop } from '../../../src-shared/channels/channels.ts'
import { shopsWords } from '../../../src-shared/channels/import.words.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import type { Marketplace } from '../../../src-shared/orders/order.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'

const MARKETPLACES: Marketplace[] = ['shopee', 'tiktok', 'other']

export interface ShopNameFormProps {
  /** A shop to rename; without it a new one is made. */
  shop?: Shop
  /** Where a new one sells; asked where nothing tells. */
  channel?: Marketplace
  help?: string
  onSaved: (shop: Shop) => void
}

/** What the shop is called and, where nothing tells, where it sells. Enter saves. */
export function ShopNameForm({ shop, channel: told, help, onSaved }: ShopNameFormProps) {
  const w = useWords(shopsWords)
  const channels = useWords(channelWords)
  const [chosen, setChosen] = useState<Marketplace>('shopee')
  const channel = told ?? chosen
  const isAsked = !shop && !told
  const [id] = useState(() => shop?.id ?? newId())
  const [name, setName] = useState(shop?.name ?? '')
  const [isMissed, setMissed] = useState(false)
  const save = useMutation(api.channels.shops.save.mutationOptions({ onSuccess: onSaved }))
  const store = () => {
    setMissed(name.trim() === '')
    if (name.trim() !== '')
      save.mutate({ id, channel: shop ? (shop.channel as Marketplace) : channel, name: name.trim() })
  }
  return (
    <Flex direction="column" flex={1} gap={6}>
      <Flex gap={8} align="flex-end">
        {isAsked && (
          <Select
            label={w.channel}
            allowDeselect={false}
            data={MARKETPLACES.map((value) => ({ value, label: channels[value] }))}
            value={channel}
            onChange={(value) => value && setChosen(value as Marketplace)}
          />
        )}
        <TextInput
          flex="0 1 320px"
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
      </Flex>
      <p className="quiet small" role="status">
        {isMissed ? w.nameNeeded : (help ?? (channel === 'other' && !shop ? w.otherHelp : w.shopNameHelp))}
      </p>
      <RefusalNotice error={save.error} />
    </Flex>
  )
}
