import { Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { businessDay } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import type { FeeRate, Reckoning } from '../../../src-shared/settlements/fee-rate.ts'
import type { StandingRate } from '../../../src-shared/settlements/fee-rates.contract.ts'
import { feeRatesWords } from '../../../src-shared/settlements/fee-rates.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useNow } from '../../design/clock.ts'
import { Choice } from '../../design/fields/Choice.tsx'
import { DayField } from '../../design/fields/DayField.tsx'
import { RupiahField } from '../../design/fields/RupiahField.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { PanelPart, SidePanel } from '../../design/SidePanel.tsx'
import { showToast } from '../../design/toast.tsx'
import { SaveDraft } from './SaveDraft.tsx'

/** `8,25` and `8.25` are 825; null where it is no percentage. */
const basisPointsIn = (text: string): number | null =>
  /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) && Number(text.trim().replace(',', '.')) <= 100
    ? Math.round(Number(text.trim().replace(',', '.')) * 100)
    : null

/** A rate to be added; of one that stands, the next of its name. */
export function RatePanel({ rate, onClose }: { rate: StandingRate | null; onClose: () => void }) {
  const w = useWords(feeRatesWords)
  const channelName = useWords(channelWords)
  const { zone } = useLocale()
  const today = businessDay(useNow(), zone)
  const [id] = useState(newId)
  const shops = useQuery(api.channels.shops.list.queryOptions()).data ?? []
  const [whom, setWhom] = useState(rate ? (rate.shopId ?? rate.channel) : 'shopee')
  const [name, setName] = useState(rate?.name ?? '')
  const [category, setCategory] = useState(rate?.category ?? '')
  const [from, setFrom] = useState<string | null>(rate?.from ?? today)
  const [source, setSource] = useState(rate?.id ? rate.source : '')
  const [kind, setKind] = useState<Reckoning['kind']>(rate?.reckoning.kind ?? 'share')
  const [amount, setAmount] = useState(rate?.reckoning.kind === 'per order' ? rate.reckoning.amount : null)
  const share = rate?.reckoning.kind === 'share' ? rate.reckoning : null
  const [percent, setPercent] = useState(share ? String(share.basisPoints / 100).replace('.', ',') : '')
  const [most, setMost] = useState(share?.most ?? null)

  const basisPoints = basisPointsIn(percent)
  const reckoning: Reckoning | null =
    kind === 'per order'
      ? amount === null
        ? null
        : { kind, amount }
      : basisPoints === null
        ? null
        : { kind, basisPoints, most }
  const shop = shops.find((each) => each.id === whom)
  const channel = (shop?.channel ?? whom) as FeeRate['channel']
  const draft =
    reckoning && from && name.trim() !== ''
      ? { id, channel, shopId: shop?.id ?? null, category: category.trim(), name: name.trim(), from, reckoning, source }
      : null

  const undo = useMutation(
    api.settlements.rates.undo.mutationOptions({
      onSuccess: () => {
        showToast({ text: w.undone(name) })
        onClose()
      },
    }),
  )
  const save = useMutation(
    api.settlements.rates.save.mutationOptions({
      onSuccess: () => {
        showToast({ text: w.saved(name), undo: () => undo.mutate({ id }) })
        onClose()
      },
    }),
  )
  return (
    <SidePanel
      title={rate ? w.change : w.add}
      subtitle={rate?.id === null ? `${rate.source}. ${w.isShipped}` : ''}
      onClose={onClose}
      actions={<SaveDraft draft={draft} isBusy={save.isPending} missing={w.fillFirst} onSave={save.mutate} />}
    >
      <PanelPart title={w.rate}>
        <Stack gap={10}>
          <TextInput
            label={w.name}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Choice
            label={w.shop}
            value={whom}
            data={[
              ...(['shopee', 'tiktok', 'other'] as const).map((value) => ({
                value,
                label: `${channelName[value]}: ${w.allShops}`,
              })),
              ...shops.filter((each) => each.channel !== 'own').map((each) => ({ value: each.id, label: each.name })),
            ]}
            onChange={(value) => value && setWhom(value)}
          />
          <TextInput
            label={w.category}
            description={w.categoryHelp}
            value={category}
            maxLength={60}
            onChange={(event) => setCategory(event.currentTarget.value)}
          />
          <Choice
            label={w.kind}
            value={kind}
            data={[
              { value: 'share', label: w.share },
              { value: 'per order', label: w.perOrder },
            ]}
            onChange={(value) => setKind(value === 'per order' ? 'per order' : 'share')}
          />
          {kind === 'per order' ? (
            <RupiahField label={w.amount} value={amount} onChange={setAmount} />
          ) : (
            <>
              <TextInput
                label={w.percent}
                description={w.percentHelp}
                value={percent}
                inputMode="decimal"
                error={percent !== '' && basisPoints === null ? w.percentError : undefined}
                onChange={(event) => setPercent(event.currentTarget.value)}
              />
              <RupiahField label={w.most} value={most} onChange={setMost} />
            </>
          )}
          <DayField label={w.from} value={from} onChange={setFrom} />
          <TextInput
            label={w.source}
            description={w.sourceHelp}
            value={source}
            maxLength={300}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <RefusalNotice error={save.error ?? undo.error} />
          {rate?.id && (
            <ActionButton
              label={w.undo}
              size="small"
              isBusy={undo.isPending}
              onAct={() => rate.id && undo.mutate({ id: rate.id })}
            />
          )}
        </Stack>
      </PanelPart>
    </SidePanel>
  )
}
