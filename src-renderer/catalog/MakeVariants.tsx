import { Box, Group, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Columns } from '../design/Columns.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { goToPlace } from '../design/table/CellField.tsx'
import { combinationCount, listed, MOST_VARIANTS, newVariants, shortCode } from './new-variants.ts'
import type { ProductForm, VariantText } from './product-form.ts'

export interface MakeVariantsProps {
  form: ProductForm
  onMake: (made: VariantText[]) => void
}

const ORDER = ['motifs', 'colours', 'sizes', 'skuStart', 'firstPrice'] as const

/** Motif, warna and ukuran as three lists; Enter goes on and at the end makes every combination at once. */
export function MakeVariants({ form, onMake }: MakeVariantsProps) {
  const w = useWords(productsWords)
  const [typed, setTyped] = useState({ motifs: '', colours: '', sizes: '', skuStart: '', firstPrice: '' })
  const lists = { motifs: listed(typed.motifs), colours: listed(typed.colours), sizes: listed(typed.sizes) }
  const skuStart = typed.skuStart.trim() || shortCode(form.name)
  const count = combinationCount(lists)
  const isTooMany = count + form.variants.length > MOST_VARIANTS
  const sum = [lists.motifs, lists.colours, lists.sizes]
    .filter((options) => options.length > 0)
    .map((options) => formatNumber(options.length))
    .join(' x ')
  const isNothing = sum === '' && form.variants.length > 0
  const made = isTooMany || isNothing ? [] : newVariants(lists, form.variants, { skuStart, price: typed.firstPrice })
  const make = () => made.length > 0 && onMake(made)
  const makeLabel =
    made.length === 0
      ? w.makeVariants
      : form.variants.length > 0
        ? w.makeMore(formatNumber(made.length))
        : w.make(formatNumber(made.length))
  // the fields themselves answer Enter: it goes on, and after the last one it makes
  useHotkey(standingShortcuts.main, make, { label: makeLabel, reach: 'field', isOwn: true })
  const onKeyDown = (event: KeyboardEvent, field: (typeof ORDER)[number]) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = ORDER[ORDER.indexOf(field) + 1]
    if (next) goToPlace(next)
    else make()
  }
  const field = (name: (typeof ORDER)[number], label: string, placeholder: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={typed[name]}
      maxLength={600}
      autoComplete="off"
      spellCheck={false}
      data-place={name}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      onKeyDown={(event) => onKeyDown(event, name)}
    />
  )
  return (
    <Box flex="none" p="12px 20px">
      <Columns of="1.5fr 1.2fr 1.1fr 110px 120px" gap={10}>
        {field('motifs', w.motifs, w.motifsHint)}
        {field('colours', w.colours, w.coloursHint)}
        {field('sizes', w.sizes, w.sizesHint)}
        {field('skuStart', w.skuStart, skuStart)}
        {field('firstPrice', w.firstPrice, 'Rp')}
      </Columns>
      <Group justify="space-between" gap={12} mt={10} wrap="nowrap">
        <span role="status" className={isTooMany ? 'bad' : 'quiet'}>
          {isTooMany
            ? w.tooMany(formatNumber(MOST_VARIANTS))
            : sum === ''
              ? w.listHelp
              : made.length === 0
                ? w.nothingNew
                : w.combinations(sum, formatNumber(count))}
        </span>
        <ActionButton
          label={makeLabel}
          shortcut={standingShortcuts.main}
          listens={false}
          disabledBecause={
            made.length > 0
              ? undefined
              : isTooMany
                ? w.tooMany(formatNumber(MOST_VARIANTS))
                : isNothing
                  ? w.listHelp
                  : w.nothingNew
          }
          onAct={make}
        />
      </Group>
    </Box>
  )
}
