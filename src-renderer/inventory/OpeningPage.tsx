import { Box, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatDayLong } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { api, client } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useSettings } from '../base/use-settings.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Toolbar, Trouble } from '../design/list/ListLayout.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { showToast } from '../design/toast.tsx'
import { MissingCost } from './MissingCost.tsx'
import { OpeningRows } from './OpeningRows.tsx'
import { useOpeningSave } from './use-opening-save.ts'
import { useStockRow } from './use-stock-list.ts'

/** Stok Awal: pieces and Harga Modal on the day the books began, typed row after row, best sellers first. */
export function OpeningPage() {
  const w = useWords(stockWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const settings = useSettings()
  const named = useStockRow(new URLSearchParams(useSearch()).get('sku')).data
  const [asked, setAsked] = useState<string | null>(null)
  const query = asked ?? named?.sku ?? ''
  const list = useInfiniteQuery(
    api.inventory.opening.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ query: query.slice(0, 100), cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  const saving = useOpeningSave((documents) => {
    if (documents > 0) showToast({ text: w.documentsCosted(formatNumber(documents)) })
  })
  useScanner(async (code) => {
    const scanned = await client.catalog.variants.byCode({ code })
    setAsked(scanned?.sku ?? code)
  })
  const back = () => go('/stok')
  useHotkey(standingShortcuts.back, back, { label: w.back })
  const totals = list.data?.pages[0]
  return (
    <Page
      title={w.opening}
      lead={settings && w.openingIntro(formatDayLong(settings.startDay, language))}
      layout="flush"
      actions={
        <ActionButton
          label={w.back}
          icon={IconArrowLeft}
          shortcut={standingShortcuts.back}
          listens={false}
          onAct={back}
        />
      }
    >
      <MissingCost onFill={setAsked} />
      <Toolbar>
        {totals && (
          <Box flex="0 0 250px">
            <ProgressWithNumbers label={w.openingFilled} done={totals.filled} total={totals.total} isSmall />
          </Box>
        )}
        {totals && (
          <span className="quiet">
            {w.openingCosted(formatNumber(totals.costed), formatNumber(totals.total))}
            {', '}
            {w.openingValue(formatRupiah(totals.value))}
          </span>
        )}
        <Text span flex={1} miw={0} c="dimmed" ta="right" role="status">
          {saving.isSaving ? w.openingSaving : saving.unsaved > 0 ? w.openingWaiting : ''}
        </Text>
        <SearchInList label={w.search} hint={w.searchHint} query={query} onQuery={setAsked} />
      </Toolbar>
      {(list.error || saving.error) && (
        <Trouble>
          <RefusalNotice
            error={list.error ?? saving.error}
            onRetry={list.error ? () => list.refetch() : saving.flush}
          />
        </Trouble>
      )}
      {rows.length > 0 ? (
        <OpeningRows
          rows={rows}
          onLine={saving.put}
          onEndReached={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        />
      ) : (
        !list.isPending && (
          <EmptyState
            action={
              query === '' && (
                <ActionButton
                  label={w.addProduct}
                  kind="primary"
                  shortcut={standingShortcuts.main}
                  onAct={() => go('/produk?new=1')}
                />
              )
            }
          >
            {query === '' ? w.openingEmpty : w.openingNothing(query)}
          </EmptyState>
        )
      )}
    </Page>
  )
}
