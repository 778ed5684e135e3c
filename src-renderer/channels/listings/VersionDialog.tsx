import { Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, businessDay, formatClock, type Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import type { ListingVersion, ShopListing } from '../../../src-shared/listings/listings.ts'
import { listingsWords } from '../../../src-shared/listings/listings.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Columns } from '../../design/Columns.tsx'
import { clockNow } from '../../design/clock.ts'
import { Dialog } from '../../design/Dialog.tsx'
import { DayField } from '../../design/fields/DayField.tsx'
import { RupiahField } from '../../design/fields/RupiahField.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { showToast } from '../../design/toast.tsx'
import { momentOf } from './clock-entry.ts'

interface VersionDialogProps {
  productId: string
  shop: ShopListing
  /** Null for a new one. */
  version: ListingVersion | null
  onClose: () => void
}

/** One version: from when until when, and what it says otherwise. */
export function VersionDialog({ productId, shop, version, onClose }: VersionDialogProps) {
  const w = useWords(listingsWords)
  const { zone } = useLocale()
  const [id] = useState(() => version?.id ?? newId())
  const [name, setName] = useState(version?.name ?? '')
  const tomorrow = addDays(businessDay(clockNow(), zone), 1)
  const part = (at: Instant | undefined, clock: string) => ({
    day: at === undefined ? tomorrow : businessDay(at, zone),
    clock: at === undefined ? clock : formatClock(at, zone),
  })
  const [from, setFrom] = useState(() => part(version?.startsAt, '00.00'))
  const [until, setUntil] = useState(() => part(version?.endsAt, '23.59'))
  const [title, setTitle] = useState(version?.title ?? '')
  const [description, setDescription] = useState(version?.description ?? '')
  const [prices, setPrices] = useState<Record<string, number>>(version?.prices ?? {})
  const save = useMutation(
    api.listings.saveVersion.mutationOptions({
      onSuccess(_, draft) {
        showToast({ text: w.versionSaved(draft.name) })
        onClose()
      },
    }),
  )
  const startsAt = momentOf(from.day, from.clock, zone)
  const endsAt = momentOf(until.day, until.clock, zone)
  const isWhole = name.trim() !== '' && startsAt !== null && endsAt !== null
  const keep = () => {
    if (startsAt === null || endsAt === null || name.trim() === '') return
    const said = { title: title.trim() || null, description: description.trim() || null, prices }
    save.mutate({ id, productId, shopId: shop.shopId, name: name.trim(), startsAt, endsAt, ...said })
  }
  return (
    <Dialog
      title={version?.name ?? w.versionNew}
      isOpen
      width="wide"
      onClose={onClose}
      actions={
        <>
          <ActionButton
            label={w.versionCancel}
            kind="quiet"
            shortcut={standingShortcuts.back}
            listens={false}
            onAct={onClose}
          />
          <ActionButton
            label={w.save}
            kind="primary"
            shortcut={standingShortcuts.save}
            isBusy={save.isPending}
            {...(isWhole ? {} : { disabledBecause: w.versionClockBad })}
            onAct={keep}
          />
        </>
      }
    >
      <Stack gap={10}>
        <TextInput
          label={w.versionName}
          placeholder={w.versionNameHint}
          value={name}
          maxLength={60}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {[
          { label: w.versionFrom, value: from, set: setFrom, isBad: startsAt === null },
          { label: w.versionUntil, value: until, set: setUntil, isBad: endsAt === null },
        ].map(({ label, value, set, isBad }) => (
          <Group key={label} gap={10} align="flex-start" grow>
            <DayField label={label} value={value.day} onChange={(day) => set({ ...value, day: day ?? value.day })} />
            <TextInput
              label={`${label}: ${w.versionClock(zone)}`}
              value={value.clock}
              maxLength={5}
              autoComplete="off"
              error={isBad ? w.versionClockBad : undefined}
              onChange={(event) => set({ ...value, clock: event.currentTarget.value })}
            />
          </Group>
        ))}
        <TextInput
          label={w.title}
          description={w.versionFollows}
          placeholder={shop.written.title ?? shop.ours.title}
          value={title}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={w.description}
          description={w.versionFollows}
          autosize
          minRows={2}
          maxRows={6}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Columns of="repeat(auto-fill, minmax(150px, 1fr))" gap={12}>
          {shop.ours.models.map(({ variantId, sku }) => (
            <RupiahField
              key={variantId}
              label={w.priceOf(sku)}
              value={prices[variantId] ?? null}
              onChange={(amount) => {
                const { [variantId]: _, ...others } = prices
                setPrices(amount === null ? others : { ...others, [variantId]: amount })
              }}
            />
          ))}
        </Columns>
        <RefusalNotice error={save.error} />
      </Stack>
    </Dialog>
  )
}
