import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { formatNumber, formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import { ownSaleWords } from '../../../src-shared/orders/orders.words.ts'
import { api, client } from '../../app/api.ts'
import { quantityAndGoods } from '../../catalog/pieces-with-packs.ts'
import { useWords } from '../../design/language.tsx'
import { useScanner } from '../../design/scanner/useScanner.ts'
import classes from './own-sale.module.css'
import type { SaleGoods } from './sale-form.ts'

const SHOWN = 6

export interface GoodsFinderProps {
  onGoods: (goods: SaleGoods, pieces: number) => void
  /** Enter in the empty field: on to the next one. */
  onNext: () => void
  error?: string | undefined
}

/** Finds goods by name or SKU, a quantity may come first; scanned codes add a piece at once. */
export function GoodsFinder({ onGoods, onNext, error }: GoodsFinderProps) {
  const w = useWords(ownSaleWords)
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(0)
  const [remark, setRemark] = useState('')
  const { pieces, goods } = quantityAndGoods(typed)
  const [asked] = useDebouncedValue(goods, 100)
  const found = useQuery(
    api.catalog.variants.search.queryOptions({
      input: { query: asked.slice(0, 100), limit: SHOWN },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const options = goods === '' ? [] : (found.data ?? [])
  const isOpen = options.length > 0

  const take = (chosen: SaleGoods, count: number) => {
    onGoods(chosen, count)
    setRemark(w.added(chosen.label, formatNumber(count)))
    setTyped('')
    setMarked(0)
    field.current?.focus()
  }
  /** Enter may be faster than the list: then the first hit is asked for. */
  const takeFirst = async () => {
    const [first] = await client.catalog.variants.search({ query: goods.slice(0, 100), limit: 1 })
    if (first) take(first, pieces)
    else setRemark(w.nothingFound(goods))
  }
  useScanner(async (code) => {
    const scanned = await client.catalog.variants.byCode({ code })
    if (scanned) take(scanned, 1)
    else setRemark(w.unknownCode(code))
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) return
      event.preventDefault()
      setMarked((marked + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const chosen = options[marked]
      if (goods === '') onNext()
      else if (chosen && asked === goods && !found.isPlaceholderData) take(chosen, pieces)
      else void takeFirst()
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      setTyped('')
    }
  }
  return (
    <div>
      <TextInput
        ref={field}
        label={w.goods}
        placeholder={w.goodsHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={error ? undefined : remark || w.goodsHelp}
        descriptionProps={{ 'aria-live': 'polite', mt: 6 }}
        error={error}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        role="combobox"
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
      <div id={listId} role="listbox" aria-label={w.goods} className={classes.options} hidden={!isOpen}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field (aria-activedescendant)
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
          <div
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === marked}
            className={classes.option}
            onClick={() => take(option, pieces)}
            onMouseMove={() => setMarked(index)}
          >
            <span className={classes.optionName}>{option.label}</span>
            <span className="kode">{option.sku}</span>
            <span className={classes.optionStock}>{w.available(formatNumber(option.available))}</span>
            <span className={classes.optionPrice}>{formatRupiah(option.price)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
