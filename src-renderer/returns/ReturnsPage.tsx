import { Box } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { appWords } from '../../src-shared/app/app.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ReturnTab } from '../../src-shared/returns/return.ts'
import { returnsWords } from '../../src-shared/returns/returns.words.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useNow } from '../design/clock.ts'
import { EmptyState } from '../design/EmptyState.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { useWords } from '../design/language.tsx'
import { ListLayout, Toolbar, ToolbarEnd } from '../design/list/ListLayout.tsx'
import { type LastScan, ScanField } from '../design/scanner/ScanField.tsx'
import { playSound } from '../design/sounds/sounds.ts'
import { DataTable } from '../design/table/DataTable.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { ReturnPanel } from './ReturnPanel.tsx'
import { type ReturnAddress, useReturnAddress } from './return-address.ts'
import { useReturnColumns } from './return-columns.tsx'
import { returnsShortcuts } from './returns.shortcuts.ts'

/** Retur: what comes back, the oldest first. A scan opens its return; one of them in full beside the list. */
export function ReturnsPage() {
  const w = useWords(returnsWords)
  const { returns: title } = useWords(appWords)
  const { address, change } = useReturnAddress()
  const columns = useReturnColumns(address.tab === 'waiting')
  const list = useReturns(address)
  const scan = useReturnScan((id) => change({ id }))
  const counts = list.counts
  return (
    <Page
      title={title}
      layout="flush"
      sidePanel={address.id && <ReturnPanel key={address.id} id={address.id} onClose={() => change({ id: null })} />}
    >
      <ListLayout
        tools={
          <>
            <Toolbar>
              <SegmentedTabs
                label={w.tabs}
                items={ReturnTab.options.map((id) => ({
                  id,
                  label: w[id],
                  count: id === 'inspected' ? undefined : counts?.[id],
                }))}
                value={address.tab}
                onChange={(tab) => change({ tab, id: null })}
              />
              <ToolbarEnd>
                <SearchInList
                  label={w.search}
                  hint={w.searchHint}
                  query={address.query}
                  onQuery={(query) => change({ query, id: null })}
                />
              </ToolbarEnd>
            </Toolbar>
            <Box flex="none" p="0 14px 10px">
              <ScanField
                label={w.scanCode}
                onScan={(code) => scan.mutate(code)}
                last={scan.last}
                focusWith={returnsShortcuts.list.typeCode}
              />
            </Box>
          </>
        }
        trouble={
          (list.error ?? scan.error) && (
            <RefusalNotice error={list.error ?? scan.error} onRetry={() => list.refetch()} />
          )
        }
      >
        <DataTable
          label={w.list}
          rows={list.rows}
          rowId={(row) => row.orderId}
          rowName={(row) => row.orderNumber}
          columns={columns}
          total={list.isWhole ? list.rows.length : list.rows.length + 1}
          isLoading={list.isPending}
          onEndReached={list.onEndReached}
          openId={address.id}
          onOpen={(row) => change({ id: row.orderId })}
          onCursor={(row) => address.id && change({ id: row.orderId })}
          totals={
            counts && address.tab === 'waiting' && address.query === '' && counts.waiting > 0
              ? {
                  label: w.all(formatNumber(counts.waiting)),
                  cells: { progress: w.leftPieces(formatNumber(counts.pieces)) },
                }
              : undefined
          }
          empty={
            <EmptyState
              icon={IconArrowBackUp}
              action={
                address.query ? <ActionButton label={w.clearSearch} onAct={() => change({ query: '' })} /> : undefined
              }
            >
              {address.query ? w.emptySearch : EMPTY[address.tab](w)}
            </EmptyState>
          }
        />
      </ListLayout>
    </Page>
  )
}

const EMPTY: Record<ReturnTab, (w: (typeof returnsWords)['id']) => string> = {
  waiting: (w) => w.empty,
  inspected: (w) => w.emptyInspected,
  claims: (w) => w.emptyClaims,
}

function useReturns({ tab, query }: ReturnAddress) {
  const list = useInfiniteQuery(
    api.returns.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ tab, query: query.slice(0, 100), cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  return {
    rows: useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]),
    counts: list.data?.pages[0]?.counts,
    isWhole: !list.hasNextPage,
    isPending: list.isPending,
    error: list.error,
    refetch: list.refetch,
    onEndReached: list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined,
  }
}

/** What a scan leads to, said where the scan field stands; whatever has left the shop opens. */
function useReturnScan(open: (orderId: string) => void) {
  const w = useWords(returnsWords)
  const now = useNow()
  const [last, setLast] = useState<LastScan | null>(null)
  const { mutate, error } = useMutation({
    ...api.returns.scan.mutationOptions(),
    onSuccess: ({ verdict, code, order }) => {
      const at = now
      if (!order) {
        playSound('salah')
        return setLast({ code, at, outcome: 'unknown' })
      }
      if (verdict === 'not sent') {
        playSound('salah')
        return setLast({ code, at, outcome: 'wrong', note: w.notSent(order.number) })
      }
      // nobody announces what a buyer of our own brings back
      const isExpected = verdict === 'expected' || order.channel === 'own'
      playSound(isExpected ? 'benar' : 'ganda')
      setLast({
        code,
        at,
        outcome: isExpected ? 'right' : 'twice',
        note: isExpected ? w.scanned(order.number) : w.scannedEarly(order.number),
      })
      open(order.id)
    },
  })
  return { last, error, mutate: (code: string) => mutate({ code: code.slice(0, 128) }) }
}
