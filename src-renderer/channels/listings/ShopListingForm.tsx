import {
  Box,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import { IconExternalLink, IconEye, IconEyeOff, IconUpload } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { ItemAttribute, ItemBrand } from '../../../src-shared/listings/item.ts'
import { LISTING_LIMITS } from '../../../src-shared/listings/listing-rules.ts'
import type { AttributeChoice, Master, ShopListing, Written } from '../../../src-shared/listings/listings.ts'
import { breachWords, listingsWords } from '../../../src-shared/listings/listings.words.ts'
import { api } from '../../base/api.ts'
import { openOutside } from '../../base/open-outside.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { Columns } from '../../design/Columns.tsx'
import { RupiahField } from '../../design/fields/RupiahField.tsx'
import { useTypedOver } from '../../design/fields/useTypedOver.ts'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'
import { Section } from '../../design/Section.tsx'
import { showToast } from '../../design/toast.tsx'
import { Differences } from './Differences.tsx'
import { listingsShortcuts } from './listings.shortcuts.ts'
import { PreparedVersions } from './PreparedVersions.tsx'
import { StateChip } from './StateChip.tsx'

interface ShopListingFormProps {
  productId: string
  master: Master
  shop: ShopListing
}

/** What is written for one shop, what its channel would refuse, and what differs from what buyers see. */
export function ShopListingForm({ productId, master, shop }: ShopListingFormProps) {
  const w = useWords(listingsWords)
  const rules = useWords(breachWords)
  const { shopId, channel, state, itemState, breaches, differences } = shop
  const form = useTypedOver<Written, Written | null>(shop.written, null)
  const draft = form.typed
  const written = draft ?? shop.written
  const change = (part: Partial<Written>) => form.type({ ...written, ...part })
  const of = [{ productId, shopId }]
  const save = useMutation(
    api.listings.save.mutationOptions({
      onSuccess: () => {
        form.saved()
        showToast({ text: w.saved })
      },
    }),
  )
  const publish = useMutation(
    api.listings.publish.mutationOptions({
      onSuccess: ({ asked }) => showToast({ text: w.asked(formatNumber(asked)) }),
    }),
  )
  const callOff = useMutation(api.listings.callOff.mutationOptions())
  const limits = LISTING_LIMITS[channel]
  const title = written.title ?? master.name
  const isUnsaved = draft !== null && !form.isSaved
  const why = isUnsaved ? w.saveFirst : breaches.length > 0 ? w.publishWhy : undefined
  return (
    <Section
      title={shop.shopName}
      aside={<StateChip state={state} itemState={itemState} differences={differences.length} />}
    >
      <RefusalNotice error={save.error ?? publish.error ?? callOff.error} />
      <Group gap={8}>
        <ActionButton
          label={w.save}
          shortcut={standingShortcuts.save}
          kind={isUnsaved ? 'primary' : 'secondary'}
          isBusy={save.isPending}
          busyLabel={w.save}
          onAct={() => {
            form.sending()
            save.mutate({ productId, shopId, written })
          }}
        />
        <ActionButton
          icon={IconUpload}
          shortcut={listingsShortcuts.editor.publish}
          kind={isUnsaved ? 'secondary' : 'primary'}
          isBusy={publish.isPending}
          busyLabel={w.sending}
          {...(why ? { disabledBecause: why } : {})}
          onAct={() => publish.mutate({ of })}
        />
        {state === 'waiting' && <ActionButton label={w.callOff} onAct={() => callOff.mutate({ of })} />}
        {(itemState === 'live' || itemState === 'hidden') && state !== 'waiting' && (
          <ActionButton
            icon={itemState === 'live' ? IconEyeOff : IconEye}
            label={itemState === 'live' ? w.hide : w.showAgain}
            {...(why ? { disabledBecause: why } : {})}
            onAct={() => publish.mutate({ of, isListed: itemState === 'hidden' })}
          />
        )}
        {shop.address && (
          <ActionButton
            icon={IconExternalLink}
            label={w.seeAtChannel}
            kind="quiet"
            onAct={() => openOutside(shop.address)}
          />
        )}
      </Group>
      <Standing shop={shop} />
      {breaches.length > 0 && (
        <Note tone="kunyit" title={w.breaches}>
          <ul className="bullets">
            {breaches.map(({ rule, about, is, limit }) => (
              <li key={`${rule} ${about}`}>{rules[rule](about, formatNumber(is), formatNumber(limit))}</li>
            ))}
          </ul>
          {w.breachesHelp(limits.source)}
        </Note>
      )}
      {differences.length > 0 && <Differences productId={productId} shop={shop} onTaken={form.forget} />}
      <Box mt={8}>
        <PreparedVersions productId={productId} shop={shop} />
      </Box>
      <Card>
        <Stack gap={12}>
          <TextInput
            label={w.title}
            description={w.titleOf(formatNumber(title.length), formatNumber(limits.title[1]))}
            placeholder={master.name}
            value={written.title ?? ''}
            onChange={(event) => change({ title: event.currentTarget.value || null })}
          />
          <Textarea
            label={w.description}
            description={w.followsProduct}
            autosize
            minRows={3}
            maxRows={10}
            value={written.description ?? ''}
            placeholder={shop.ours.description}
            onChange={(event) => change({ description: event.currentTarget.value || null })}
          />
          <Category shop={shop} value={written.categoryId} onChange={(categoryId) => change({ categoryId })} />
          <Brand
            shop={shop}
            categoryId={written.categoryId}
            value={written.brand}
            onChange={(brand) => change({ brand })}
          />
          <Attributes
            shopId={shopId}
            categoryId={written.categoryId}
            value={written.attributes}
            onChange={(attributes) => change({ attributes })}
          />
          <Checkbox
            label={w.keepsPhotos}
            checked={written.keepsPhotos}
            onChange={(event) => change({ keepsPhotos: event.currentTarget.checked })}
          />
          <Parcel shop={shop} written={written} onChange={change} />
          <Columns of="repeat(auto-fill, minmax(150px, 1fr))" gap={12}>
            {shop.ours.models.map(({ variantId, sku, price }) => (
              <RupiahField
                key={variantId}
                label={w.priceOf(sku)}
                value={written.prices[variantId] ?? price}
                onChange={(amount) => {
                  const { [variantId]: _, ...others } = written.prices
                  change({ prices: amount === null ? others : { ...others, [variantId]: amount } })
                }}
              />
            ))}
          </Columns>
        </Stack>
      </Card>
    </Section>
  )
}

/** What the channel does with it, where there is something to say. */
function Standing({ shop: { state, trouble, refusedFor } }: { shop: ShopListing }) {
  const w = useWords(listingsWords)
  if (state === 'waiting') return <Note tone="nila">{w.waitingHelp}</Note>
  if (state === 'reviewing') return <Note tone="nila">{w.reviewingHelp}</Note>
  if (state !== 'refused') return null
  const why = trouble?.code === 'OTHER_VARIATIONS' ? w.variationsHelp : trouble?.message || refusedFor || trouble?.code
  return <Note tone="mengkudu">{w.refusedHelp(why ?? '')}</Note>
}

function Category({ shop, value, onChange }: { shop: ShopListing; value: string; onChange: (id: string) => void }) {
  const w = useWords(listingsWords)
  const [query, setQuery] = useState('')
  const found = useQuery(
    api.listings.categories.queryOptions({
      input: { shopId: shop.shopId, query: query === shop.categoryPath ? '' : query },
      placeholderData: keepPreviousData,
    }),
  )
  const choices = (found.data ?? []).map(({ id, path, isOpen }) => ({ value: id, label: path, disabled: !isOpen }))
  const known = choices.some((each) => each.value === value)
  return (
    <Select
      label={w.category}
      placeholder={w.categoryNone}
      searchable
      onSearchChange={setQuery}
      nothingFoundMessage={found.data?.length === 0 && query === '' ? w.categoryUnknown : w.none}
      filter={({ options }) => options}
      data={value !== '' && !known ? [{ value, label: shop.categoryPath || value }, ...choices] : choices}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}

interface BrandProps {
  shop: ShopListing
  categoryId: string
  value: ItemBrand | null
  onChange: (brand: ItemBrand | null) => void
}

const UNBRANDED = 'none'

/** Not chosen, what stands at the channel stays; that the goods have no brand is said. */
function Brand({ shop: { shopId, itemId }, categoryId, value, onChange }: BrandProps) {
  const w = useWords(listingsWords)
  const [query, setQuery] = useState('')
  const shown = value === null ? '' : value.id === '' ? w.brandNone : value.name
  const found = useQuery(
    api.listings.brands.queryOptions({
      input: { shopId, categoryId, query: query === shown ? '' : query },
      enabled: categoryId !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const told = found.data
  if (categoryId !== '' && told === null) return <Note tone="nila">{w.brandsComing}</Note>
  if (categoryId === '' || !told) return null
  const choices = told.brands.map(({ id, name }) => ({ value: id, label: name }))
  const isKnown = value === null || value.id === '' || choices.some((each) => each.value === value.id)
  return (
    <Select
      label={told.isMandatory ? `${w.brand} (${w.mandatory})` : w.brand}
      {...(told.isWhole ? {} : { description: w.brandsPartly })}
      placeholder={itemId === null ? w.brandSearch : w.brandAsIs}
      searchable
      clearable
      onSearchChange={setQuery}
      filter={({ options }) => options}
      data={[
        { value: UNBRANDED, label: w.brandNone },
        ...(isKnown ? [] : [{ value: value.id, label: value.name }]),
        ...choices,
      ]}
      value={value === null ? null : value.id || UNBRANDED}
      onChange={(id) => onChange(brandOf(id, [...told.brands, ...(value ? [value] : [])]))}
    />
  )
}

function brandOf(id: string | null, known: readonly ItemBrand[]): ItemBrand | null {
  if (id === null) return null
  return id === UNBRANDED ? { id: '', name: '' } : (known.find((each) => each.id === id) ?? null)
}

interface AttributesProps {
  shopId: string
  categoryId: string
  value: ItemAttribute[]
  onChange: (value: ItemAttribute[]) => void
}

function Attributes({ shopId, categoryId, value, onChange }: AttributesProps) {
  const w = useWords(listingsWords)
  const asked = useQuery(
    api.listings.attributes.queryOptions({ input: { shopId, categoryId }, enabled: categoryId !== '' }),
  )
  if (categoryId === '') return null
  if (asked.data === null) return <Note tone="nila">{w.attributesUnknown}</Note>
  const set = ({ id, name, choices }: AttributeChoice, names: string[]) => {
    const values = names.map((word) => choices.find((each) => each.name === word) ?? { id: '', name: word })
    const others = value.filter((each) => each.id !== id)
    onChange(values.length === 0 ? others : [...others, { id, name, values }])
  }
  return (
    <Columns of="repeat(auto-fill, minmax(150px, 1fr))" gap={12}>
      {asked.data?.map((attribute) => {
        const chosen = value.find(({ id }) => id === attribute.id)?.values.map(({ name }) => name) ?? []
        const data = [...new Set([...attribute.choices.map(({ name }) => name), ...chosen])]
        const label = attribute.isMandatory ? `${attribute.name} (${w.mandatory})` : attribute.name
        if (attribute.isFree)
          return (
            <TagsInput
              key={attribute.id}
              label={label}
              data={data}
              maxTags={attribute.isMultiple ? 20 : 1}
              value={chosen}
              onChange={(names) => set(attribute, names)}
            />
          )
        return attribute.isMultiple ? (
          <MultiSelect
            key={attribute.id}
            label={label}
            data={data}
            value={chosen}
            onChange={(names) => set(attribute, names)}
          />
        ) : (
          <Select
            key={attribute.id}
            label={label}
            data={data}
            clearable
            value={chosen[0] ?? null}
            onChange={(name) => set(attribute, name ? [name] : [])}
          />
        )
      })}
    </Columns>
  )
}

const SIDES = ['lengthCm', 'widthCm', 'heightCm'] as const

function Parcel({
  shop: { ours },
  written,
  onChange,
}: {
  shop: ShopListing
  written: Written
  onChange: (part: Partial<Written>) => void
}) {
  const w = useWords(listingsWords)
  const words = { lengthCm: w.length, widthCm: w.width, heightCm: w.height }
  const [sides, setSides] = useState(() => ({ ...(written.dimensions ?? ours.dimensions) }))
  return (
    <Columns of="repeat(auto-fill, minmax(150px, 1fr))" gap={12}>
      <NumberInput
        label={w.weight}
        min={1}
        max={1_000_000}
        hideControls
        thousandSeparator="."
        decimalSeparator=","
        value={written.weightGrams ?? (ours.weightGrams || '')}
        onChange={(grams) =>
          onChange({ weightGrams: typeof grams === 'number' && grams >= 1 ? Math.round(grams) : null })
        }
      />
      {SIDES.map((side) => (
        <NumberInput
          key={side}
          label={words[side]}
          min={1}
          max={999}
          hideControls
          value={sides[side] ?? ''}
          onChange={(cm) => {
            const next = { ...sides, [side]: typeof cm === 'number' && cm >= 1 ? Math.round(cm) : undefined }
            setSides(next)
            const { lengthCm, widthCm, heightCm } = next
            onChange({ dimensions: lengthCm && widthCm && heightCm ? { lengthCm, widthCm, heightCm } : null })
          }}
        />
      ))}
    </Columns>
  )
}
