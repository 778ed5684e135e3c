import { Box, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react'
import type { Variant } from '../../src-shared/catalog/catalog.ts'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { api, client } from '../base/api.ts'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { useWords } from '../design/language.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { playSound } from '../design/sounds/sounds.ts'
import classes from './finder.module.css'
import { quantityAndGoods } from './pieces-with-packs.ts'

const SHOWN = 7

export interface VariantFinderProps {
  label: string
  help: string
  hint?: string
  /** For a sale: bundles as well, with what is available and the price. Otherwise goods on the shelf, as counted. */
  isForSale?: boolean
  /** Focused when the page or the dialog around it opens. */
  isFirst?: boolean
  /** `by` tells a scan from typing, and whether a quantity stood in front (`2 lusin lung ukir`). */
  onTake: (variant: Variant, pieces: number, by: 'scan' | 'name' | 'quantity') => void
  /** Enter in the empty field: on to the next one. */
  onEmptyEnter?: () => void
  error?: string | undefined
  fieldRef?: Ref<HTMLInputElement>
  /** A name that keys can find it by. */
  place?: string
  /** False when another part of the screen takes the scans. */
  scans?: boolean
}

/** Finds goods by name, SKU or scan; a quantity may come first. Bundles have no stock of their own, so only a sale takes them. */
export function VariantFinder(props: VariantFinderProps) {
  const {
    label,
    help,
    hint,
    isForSale = false,
    isFirst,
    onTake,
    onEmptyEnter,
    error,
    fieldRef,
    place,
    scans = true,
  } = props
  const w = useWords(productsWords)
  const listId = useId()
  const own = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(0)
  const [remark, setRemark] = useState('')
  const { pieces, goods } = quantityAndGoods(typed)
  const [asked] = useDebouncedValue(goods, 90)
  const kinds = isForSale ? {} : { bundles: false }
  const found = useQuery(
    api.catalog.variants.search.queryOptions({
      input: { query: asked.slice(0, 100), limit: SHOWN, ...kinds },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const options = goods === '' ? [] : (found.data ?? [])
  const isOpen = options.length > 0

  const take = (variant: Variant, count: number, by: 'scan' | 'name' | 'quantity') => {
    setRemark(w.finderAdded(variant.label, formatNumber(count)))
    setTyped('')
    setMarked(0)
    if (by !== 'scan') own.current?.focus()
    onTake(variant, count, by)
  }
  const how = typed.trim() === goods ? 'name' : 'quantity'
  /** Enter may be faster than the list: then the first hit is asked for. */
  const takeFirst = async () => {
    const query = goods.slice(0, 100)
    const [first] = await client.catalog.variants.search({ query, limit: 1, ...kinds })
    if (first) take(first, pieces, how)
    else setRemark(w.finderNothing(goods))
  }
  useScanner(async (code) => {
    const scanned = await client.catalog.variants.byCode({ code })
    const isTaken = scanned !== null && (isForSale || scanned.components.length === 0)
    playSound(isTaken ? 'benar' : 'salah')
    if (isTaken) take(scanned, 1, 'scan')
    else setRemark(scanned ? w.finderBundle(scanned.label) : w.finderUnknown(code))
  }, scans)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) return
      event.preventDefault()
      setMarked((marked + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const chosen = options[marked]
      if (goods === '') onEmptyEnter?.()
      else if (chosen && asked === goods && !found.isPlaceholderData) take(chosen, pieces, how)
      else void takeFirst()
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      setTyped('')
    }
  }
  return (
    <Box pos="relative">
      <TextInput
        ref={(field) => {
          own.current = field
          if (typeof fieldRef === 'function') fieldRef(field)
          else if (fieldRef) fieldRef.current = field
        }}
        label={label}
        placeholder={hint ?? w.finderHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={error ? undefined : remark || help}
        descriptionProps={{ 'aria-live': 'polite' }}
        error={error}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        data-place={place}
        data-autofocus={isFirst}
        autoFocus={isFirst}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${listId}-${marked}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setMarked(0)
          setRemark('')
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        className={classes.options}
        data-for-sale={isForSale || undefined}
        hidden={!isOpen}
      >
        <GoodsNames products={options.map(({ productName }) => productName)}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field (aria-activedescendant)
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
            <div
              key={option.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === marked}
              className={classes.option}
              onClick={() => take(option, pieces, how)}
              onMouseMove={() => setMarked(index)}
            >
              <GoodsName goods={option.goodsName} />
              <span className="kode">{option.sku}</span>
              <span className="quiet small right">
                {isForSale
                  ? w.finderAvailable(formatNumber(option.available))
                  : w.finderStock(formatNumber(Math.max(0, option.onHand)))}
              </span>
              {isForSale && <span className="right">{formatRupiah(option.price)}</span>}
            </div>
          ))}
        </GoodsNames>
      </div>
    </Box>
  )
}
