import { NativeSelect, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { businessDay } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import type { ShopOfFees } from '../../../src-shared/settlements/fee-rates.contract.ts'
import { feeRatesWords } from '../../../src-shared/settlements/fee-rates.words.ts'
import type { Programme } from '../../../src-shared/settlements/shop-fees.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { useNow } from '../../design/clock.ts'
import { Choice } from '../../design/fields/Choice.tsx'
import { DayField } from '../../design/fields/DayField.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { PanelPart, SidePanel } from '../../design/SidePanel.tsx'
import { showToast } from '../../design/toast.tsx'
import { SaveDraft } from './SaveDraft.tsx'

/** What a channel holds a shop for and what it joined: which of the shipped rates it pays. */
export function ShopFeesPanel({ shop, onClose }: { shop: ShopOfFees; onClose: () => void }) {
  const w = useWords(feeRatesWords)
  const { zone } = useLocale()
  const today = businessDay(useNow(), zone)
  const said = shop.told.at(-1)
  const [id] = useState(newId)
  const [shopClass, setShopClass] = useState(said?.shopClass ?? 'regular')
  const [category, setCategory] = useState(said?.category ?? '')
  const [programmes, setProgrammes] = useState<Programme[]>(said?.programmes ?? [])
  const [categories, setCategories] = useState(said?.categories ?? [])
  const [from, setFrom] = useState<string | null>(said ? today : `${today.slice(0, 4)}-01-01`)
  const draft = from ? { id, shopId: shop.shopId, from, shopClass, category, programmes, categories } : null

  const undo = useMutation(api.settlements.rates.shops.undo.mutationOptions())
  const save = useMutation(
    api.settlements.rates.shops.save.mutationOptions({
      onSuccess: () => {
        showToast({ text: w.savedOfShop(shop.shopName), undo: () => undo.mutate({ id }) })
        onClose()
      },
    }),
  )
  const join = (name: string, level: string) =>
    setProgrammes([...programmes.filter((each) => each.name !== name), ...(level === '' ? [] : [{ name, level }])])
  const isOf = (own: string, chosen: string) =>
    setCategories([
      ...categories.filter((each) => each.own !== own),
      ...(chosen === '' ? [] : [{ own, category: chosen }]),
    ])
  const ofChannel = shop.categories.map((value) => ({ value, label: value }))
  return (
    <SidePanel
      title={shop.shopName}
      onClose={onClose}
      actions={<SaveDraft draft={draft} isBusy={save.isPending} missing={w.fillFirst} onSave={save.mutate} />}
    >
      <PanelPart title={w.ofShop}>
        <Stack gap={10}>
          <NativeSelect
            label={w.classOfShop}
            description={w.classHelp}
            value={shopClass}
            data={shop.classes.map((value) => ({ value, label: w.shopClass(value, shop.channel === 'shopee') }))}
            onChange={(event) => setShopClass(shop.classes.find((each) => each === event.currentTarget.value)!)}
          />
          <Choice
            label={w.mainCategory}
            value={category}
            data={[{ value: '', label: w.generalRate }, ...ofChannel]}
            onChange={(value) => setCategory(value ?? '')}
          />
          <DayField label={w.since} help={w.sinceHelp} value={from} onChange={setFrom} />
          <RefusalNotice error={save.error ?? undo.error} />
        </Stack>
      </PanelPart>
      <PanelPart title={w.programmes}>
        <Stack gap={10}>
          {shop.programmes.map(({ name, levels }) => (
            <NativeSelect
              key={name}
              label={name}
              value={programmes.find((each) => each.name === name)?.level ?? ''}
              data={[
                { value: '', label: w.notJoined },
                ...levels.map(({ level, rate }) => ({ value: level, label: w.levelOf(level, w.reckoned(rate)) })),
              ]}
              onChange={(event) => join(name, event.currentTarget.value)}
            />
          ))}
        </Stack>
      </PanelPart>
      {shop.ownCategories.length > 0 && (
        <PanelPart title={w.ownCategories}>
          <Stack gap={10}>
            <p className="quiet small">{w.ownCategoriesHelp}</p>
            {shop.ownCategories.map((own) => (
              <Choice
                key={own}
                label={own}
                value={categories.find((each) => each.own === own)?.category ?? ''}
                data={[{ value: '', label: w.asShop }, ...ofChannel]}
                onChange={(value) => isOf(own, value ?? '')}
              />
            ))}
          </Stack>
        </PanelPart>
      )}
    </SidePanel>
  )
}
