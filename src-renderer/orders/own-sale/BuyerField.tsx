import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { KnownBuyer } from '../../../src-shared/orders/orders.ts'
import { ownSaleWords } from '../../../src-shared/orders/orders.words.ts'
import { api } from '../../base/api.ts'
import { useWords } from '../../design/language.tsx'
import { type BuyerFields, buyerPasted } from './pasting.ts'

const LONG_ENOUGH = 2

export interface BuyerFieldProps {
  value: string
  /** The name as it is typed, or all that is known of a buyer who was chosen or pasted. */
  onChange: (fields: Partial<BuyerFields>) => void
  hint?: string | undefined
  error?: string | undefined
}

/** Who buys: by name or phone those who bought before are offered, and a pasted address block is taken apart. */
export function BuyerField({ value, onChange, hint, error }: BuyerFieldProps) {
  const w = useWords(ownSaleWords)
  // what stands below is covered while buyers are offered: only who types a name is offered any
  const [isTyping, setTyping] = useState(false)
  const [typed] = useDebouncedValue(value.trim(), 150)
  const { data = [] } = useQuery(
    api.orders.buyers.queryOptions({
      input: { query: typed.slice(0, 100) },
      enabled: typed.length >= LONG_ENOUGH,
      placeholderData: keepPreviousData,
    }),
  )
  const offered = typed.length >= LONG_ENOUGH ? data.map((buyer) => ({ buyer, label: labelOf(buyer) })) : []
  const take = (label: string) => {
    const known = offered.find((each) => each.label === label)?.buyer
    setTyping(!known)
    if (!known) return onChange({ buyerName: label })
    const { name, phone, address, city, province } = known
    onChange({ buyerName: name, phone, ...(address === '' ? {} : { address, city, province }) })
  }
  return (
    <Autocomplete
      label={w.buyer}
      placeholder={hint}
      data={offered.map(({ label }) => label)}
      value={value}
      maxLength={120}
      limit={6}
      // the core found them by beginnings and by phone; the field itself filters nothing
      filter={({ options }) => options}
      selectFirstOptionOnChange={false}
      autoComplete="off"
      error={error}
      dropdownOpened={isTyping && offered.length > 0}
      onKeyDown={({ key }) => (key === 'ArrowDown' || key === 'Escape') && setTyping(key === 'ArrowDown')}
      onBlur={() => setTyping(false)}
      onChange={take}
      onPaste={(event) => {
        const fields = buyerPasted(event)
        if (!fields) return
        setTyping(false)
        onChange(fields)
      }}
      renderOption={({ option }) => {
        const known = offered.find(({ label }) => label === option.value)?.buyer
        return (
          <span className="column">
            <span>{known ? [known.name, known.phone].filter(Boolean).join(', ') : option.value}</span>
            {known && (
              <small className="quiet">
                {[known.address, known.city, w.boughtTimes(formatNumber(known.orders))].filter(Boolean).join(', ')}
              </small>
            )}
          </span>
        )
      }}
    />
  )
}

/** What a person is told from another by; two of one name have two phones. */
const labelOf = ({ name, phone }: KnownBuyer) => [name, phone].filter(Boolean).join(' · ')
