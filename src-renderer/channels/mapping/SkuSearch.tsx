import { Box, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { productsWords } from '../../../src-shared/catalog/products.words.ts'
import { mappingWords } from '../../../src-shared/channels/import.words.ts'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'

import { api, client } from '../../base/api.ts'
import { Kbd } from '../../design/hotkeys/Kbd.tsx'
import { useHotkey } from '../../design/hotkeys/useHotkey.ts'
import { useWords } from '../../design/language.tsx'
import { channelsShortcuts } from '../channels.shortcuts.ts'
import { Suggestion } from './Suggestion.tsx'

/** Any SKU of ours by name or code; Enter takes the first hit. */
export function SkuSearch({ onTake }: { onTake: (variant: { id: Id; sku: string }) => void }) {
  const w = useWords(mappingWords)
  const { finderAvailable: available } = useWords(productsWords)
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 120)
  const field = useRef<HTMLInputElement>(null)
  useHotkey(channelsShortcuts.listing.searchSku, () => field.current?.focus())
  const found = useQuery(
    api.catalog.variants.search.queryOptions({
      input: { query: asked.slice(0, 100), limit: 8 },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  )
  /** Enter may be faster than the list: the first hit of what stands in the field is asked for. */
  const takeFirst = async () => {
    const [first] = await client.catalog.variants.search({ query: typed.trim().slice(0, 100), limit: 1 })
    if (first) onTake(first)
  }
  const hits = asked === '' ? [] : (found.data ?? [])
  return (
    <>
      <TextInput
        ref={field}
        label={w.searchSku}
        placeholder={w.searchSkuHint}
        aria-keyshortcuts={channelsShortcuts.listing.searchSku.keys}
        autoComplete="off"
        rightSection={typed === '' && <Kbd keys={channelsShortcuts.listing.searchSku.keys} />}
        rightSectionPointerEvents="none"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return
          event.preventDefault()
          void takeFirst()
        }}
      />
      <Box mt={6} role="status">
        {asked !== '' && found.data?.length === 0 && <p className="quiet small">{w.nothingFound(asked)}</p>}
        {hits.map((variant, index) => (
          <Suggestion
            key={variant.id}
            sku={variant.sku}
            goods={variant.goodsName}
            reason={available(formatNumber(variant.available))}
            isFirst={index === 0}
            onTake={() => onTake(variant)}
          />
        ))}
      </Box>
    </>
  )
}
