import { Checkbox, Select } from '@mantine/core'
import { IconBarcode, IconDownload, IconPlus, IconShirt, IconUpload } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { appWords } from '../../src-shared/app/app.words.ts'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api, client } from '../base/api.ts'
import { saveFile } from '../base/files.ts'
import { Page } from '../base/Page.tsx'
import { pageOfCode } from '../base/page-of-code.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useChannelMarks } from '../base/use-channel-marks.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { BulkBar } from '../design/BulkBar.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { ListLayout, Toolbar, ToolbarEnd } from '../design/list/ListLayout.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { DataTable } from '../design/table/DataTable.tsx'
import { isChosen, NOTHING, type Selection } from '../design/table/selection.ts'
import { showToast } from '../design/toast.tsx'
import { catalogShortcuts } from './catalog.shortcuts.ts'
import { ImportProducts } from './ImportProducts.tsx'
import { type ProductAddress, useProductAddress } from './product-address.ts'
import { useProductColumns } from './product-columns.tsx'

const FORMATS = ['xlsx', 'csv'] as const

/** Everything that is sold, by category and name. */
export function ProductList() {
  const w = useWords(productsWords)
  const { products: title } = useWords(appWords)
  const { address, change, go } = useProductAddress()
  const list = useProducts(address)
  const columns = useProductColumns(useChannelMarks(useMemo(() => list.rows.map(({ id }) => id), [list.rows])))
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const chosen = list.rows.filter(({ id }) => isChosen(selection, id))
  const [isImporting, setImporting] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const category = useRef<HTMLInputElement>(null)
  useHotkey(catalogShortcuts.list.category, () => category.current?.click())
  useScanner(async (code) => {
    const scanned = await client.catalog.variants.byCode({ code })
    if (scanned) return change({ edit: scanned.productId })
    const path = await pageOfCode(code)
    if (path) go(path)
    else change({ query: code })
  }, !isImporting)
  const download = async (format: (typeof FORMATS)[number]) => {
    try {
      const file = await client.catalog.products.exportFile({ format })
      if (await saveFile(file)) showToast({ text: w.exported(file.name) })
    } catch (error) {
      setTrouble(error)
    }
  }
  const isFiltered = address.query !== '' || address.category !== null
  return (
    <Page
      title={title}
      layout="flush"
      actions={
        <ActionButton icon={IconPlus} shortcut={catalogShortcuts.list.add} onAct={() => change({ edit: 'new' })} />
      }
    >
      <ListLayout
        tools={
          <Toolbar>
            <SearchInList
              label={w.search}
              hint={w.searchHint}
              query={address.query}
              onQuery={(query) => change({ query })}
            />
            <Select
              ref={category}
              size="xs"
              aria-label={w.category}
              aria-keyshortcuts={ariaKeys(catalogShortcuts.list.category.keys)}
              allowDeselect={false}
              data={[{ value: '', label: w.everyCategory }, ...list.categories.filter(Boolean)]}
              value={address.category ?? ''}
              onChange={(value) => change({ category: value || null })}
            />
            <Checkbox
              label={w.showArchived}
              checked={address.archived}
              onChange={(event) => change({ archived: event.currentTarget.checked })}
            />
            <ToolbarEnd>
              <ActionButton
                icon={IconUpload}
                shortcut={catalogShortcuts.list.importFile}
                onAct={() => setImporting(true)}
              />
              {FORMATS.map((format) => (
                <ActionButton
                  key={format}
                  label={w.exportAs(format.toUpperCase())}
                  icon={IconDownload}
                  onAct={() => void download(format)}
                />
              ))}
            </ToolbarEnd>
          </Toolbar>
        }
        trouble={
          (list.error !== null || trouble !== null) && (
            <RefusalNotice error={list.error ?? trouble} onRetry={list.error ? () => list.refetch() : undefined} />
          )
        }
      >
        <DataTable
          label={w.list}
          density="photo"
          rows={list.rows}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          columns={columns}
          total={list.total}
          isLoading={list.isPending}
          onEndReached={list.onEndReached}
          onOpen={(row) => change({ edit: row.id })}
          selection={selection}
          onSelect={setSelection}
          bulkBar={
            chosen.length > 0 && (
              <BulkBar count={chosen.length} onClear={() => setSelection(NOTHING)}>
                <ActionButton
                  icon={IconBarcode}
                  shortcut={catalogShortcuts.list.printStickers}
                  onAct={() => go(`/stiker?products=${chosen.map(({ id }) => id).join(',')}`)}
                />
              </BulkBar>
            )
          }
          totals={{ label: w.total(formatNumber(list.total)), cells: {} }}
          empty={
            <EmptyState
              icon={IconShirt}
              action={
                isFiltered ? (
                  <ActionButton label={w.clearFilter} onAct={() => change({ query: '', category: null })} />
                ) : (
                  !address.archived && (
                    <ActionButton
                      label={w.add}
                      kind="primary"
                      shortcut={standingShortcuts.main}
                      onAct={() => change({ edit: 'new' })}
                    />
                  )
                )
              }
            >
              {isFiltered ? w.emptyFilter : address.archived ? w.emptyArchived : w.empty}
            </EmptyState>
          }
        />
      </ListLayout>
      <ImportProducts isOpen={isImporting} onClose={() => setImporting(false)} />
    </Page>
  )
}

function useProducts({ query, category, archived }: ProductAddress) {
  const list = useInfiniteQuery(
    api.catalog.products.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        query: query.slice(0, 100),
        archived,
        ...(category === null ? {} : { category }),
        cursor,
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const first = list.data?.pages[0]
  return {
    rows: useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]),
    total: first?.total ?? 0,
    categories: first?.categories ?? [],
    isPending: list.isPending,
    error: list.error,
    refetch: list.refetch,
    onEndReached: list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined,
  }
}
