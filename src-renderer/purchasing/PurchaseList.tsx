import { Checkbox, Text } from '@mantine/core'
import { IconListCheck, IconShoppingCart, IconTruckDelivery } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { appWords } from '../../src-shared/app/app.words.ts'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useNow } from '../design/clock.ts'
import { EmptyState } from '../design/EmptyState.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { ListLayout, Toolbar } from '../design/list/ListLayout.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { DataTable } from '../design/table/DataTable.tsx'
import { figurePath } from '../ledger/books-address.ts'
import { PurchasePanel } from './PurchasePanel.tsx'
import { type PurchaseAddress, usePurchaseAddress } from './purchase-address.ts'
import { usePurchaseColumns } from './purchase-columns.tsx'
import { purchasingShortcuts } from './purchasing.shortcuts.ts'

/** Every purchase, newest first, one of them in full beside the list. */
export function PurchaseList() {
  const w = useWords(purchasesWords)
  const { purchases: title } = useWords(appWords)
  const { address, change } = usePurchaseAddress()
  const columns = usePurchaseColumns()
  const list = usePurchases(address)
  useHotkey(purchasingShortcuts.list.onlyOwed, () => change({ onlyOwed: !address.onlyOwed, id: null }))
  const isFiltered = address.query !== '' || address.onlyOwed
  const startReceipt = () => change({ form: 'new', id: null })
  return (
    <Page
      title={title}
      layout="flush"
      actions={
        <>
          <ActionButton
            icon={IconListCheck}
            shortcut={purchasingShortcuts.restock.title}
            onAct={() => change({ form: 'restock', id: null })}
          />
          <ActionButton icon={IconTruckDelivery} shortcut={purchasingShortcuts.list.receive} onAct={startReceipt} />
        </>
      }
      sidePanel={address.id && <PurchasePanel key={address.id} id={address.id} onClose={() => change({ id: null })} />}
    >
      <ListLayout
        tools={
          <Toolbar>
            <SearchInList
              label={w.search}
              hint={w.searchHint}
              query={address.query}
              onQuery={(query) => change({ query, id: null })}
            />
            <Checkbox
              label={w.onlyOwed}
              aria-keyshortcuts={ariaKeys(purchasingShortcuts.list.onlyOwed.keys)}
              checked={address.onlyOwed}
              onChange={(event) => change({ onlyOwed: event.currentTarget.checked, id: null })}
            />
            {list.sums && !isFiltered && list.sums.payable !== list.sums.owed && <Payable amount={list.sums.payable} />}
          </Toolbar>
        }
        trouble={list.error && <RefusalNotice error={list.error} onRetry={() => list.refetch()} />}
      >
        <DataTable
          label={w.list}
          rows={list.rows}
          rowId={(row) => row.id}
          rowName={(row) => row.number}
          columns={columns}
          total={list.isWhole ? list.rows.length : list.rows.length + 1}
          isLoading={list.isPending}
          onEndReached={list.onEndReached}
          openId={address.id}
          onOpen={(row) => change({ id: row.id })}
          onCursor={(row) => address.id && change({ id: row.id })}
          totals={
            list.sums && {
              label: w.all,
              cells: { total: formatRupiah(list.sums.total), owed: formatRupiah(list.sums.owed) },
            }
          }
          empty={
            <EmptyState
              icon={IconShoppingCart}
              action={
                isFiltered ? (
                  <ActionButton label={w.clearFilter} onAct={() => change({ query: '', onlyOwed: false })} />
                ) : (
                  <ActionButton
                    label={w.receive}
                    kind="primary"
                    shortcut={standingShortcuts.main}
                    onAct={startReceipt}
                  />
                )
              }
            >
              {isFiltered ? w.emptyFilter : w.empty}
            </EmptyState>
          }
        />
      </ListLayout>
    </Page>
  )
}

/** The whole debt to suppliers, where it is not what the receipts owe; it opens its entries. */
function Payable({ amount }: { amount: number }) {
  const w = useWords(purchasesWords)
  const { zone } = useLocale()
  const [, go] = useLocation()
  const to = businessDay(useNow(), zone)
  return (
    <Text span ml="auto" fz="sm" c="dimmed" title={w.payableWhy}>
      {w.payable}{' '}
      <MoneyText
        amount={amount}
        label={w.payable}
        onOpen={() => go(figurePath({ name: w.payable, codes: ['2101'], to }))}
      />
      . {w.payableWhy}
    </Text>
  )
}

function usePurchases({ query, onlyOwed }: PurchaseAddress) {
  const list = useInfiniteQuery(
    api.purchasing.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ query: query.slice(0, 100), onlyOwed, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  return {
    rows: useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]),
    sums: list.data?.pages[0],
    isWhole: !list.hasNextPage,
    isPending: list.isPending,
    error: list.error,
    refetch: list.refetch,
    onEndReached: list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined,
  }
}
