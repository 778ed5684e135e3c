import { IconArrowLeft, IconBan, IconCircleCheck, IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { AdjustmentRow } from '../../src-shared/inventory/inventory.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Chip } from '../design/Chip.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { Trouble } from '../design/list/ListLayout.tsx'
import type { Column } from '../design/table/columns.ts'
import { DataTable } from '../design/table/DataTable.tsx'
import { AdjustmentPanel } from './AdjustmentPanel.tsx'
import { signed, signedRupiah } from './signed.ts'

/** Every adjustment and count, newest first; one of them in full beside the list. */
export function HistoryPage() {
  const w = useWords(stockWords)
  const [, go] = useLocation()
  const id = new URLSearchParams(useSearch()).get('id')
  const choose = (next: string | null) => go(next ? `/stok/riwayat?id=${next}` : '/stok/riwayat', { replace: true })
  const list = useInfiniteQuery(
    api.inventory.adjustments.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  const columns = useMemo<Column<AdjustmentRow>[]>(
    () => [
      { id: 'day', head: w.day, kind: 'date', width: 116, value: (row) => row.day },
      { id: 'kind', head: w.kind, kind: 'text', width: 170, value: (row) => w[`kind ${row.kind}`] },
      { id: 'note', head: w.note, kind: 'text', width: { share: 1, least: 160 }, value: (row) => row.note },
      { id: 'skus', head: w.skusHead, kind: 'number', width: 64, value: (row) => row.skus },
      {
        id: 'pieces',
        head: w.pieces,
        kind: 'number',
        width: 76,
        value: (row) => row.pieces,
        cell: (row) => signed(row.pieces),
      },
      {
        id: 'cost',
        head: w.cost,
        kind: 'money',
        width: 132,
        value: (row) => row.cost,
        cell: (row) => signedRupiah(row.cost),
      },
      {
        id: 'state',
        head: w.state,
        kind: 'status',
        width: 140,
        cell: (row) =>
          row.cancelled ? (
            <Chip icon={IconBan} tone="mengkudu">
              {w.cancelled}
            </Chip>
          ) : (
            <Chip icon={IconCircleCheck} tone="jolawe">
              {w.recorded}
            </Chip>
          ),
      },
    ],
    [w],
  )
  const back = () => go('/stok')
  useHotkey(standingShortcuts.back, back, { label: w.back, enabled: id === null })
  return (
    <Page
      title={w.history}
      lead={w.historyIntro}
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
      sidePanel={id && <AdjustmentPanel key={id} id={id} onClose={() => choose(null)} />}
    >
      {list.error && (
        <Trouble>
          <RefusalNotice error={list.error} onRetry={() => list.refetch()} />
        </Trouble>
      )}
      <DataTable
        label={w.historyIntro}
        rows={rows}
        rowId={(row) => row.id}
        rowName={(row) => `${w[`kind ${row.kind}`]} ${row.day}`}
        columns={columns}
        isLoading={list.isPending}
        onEndReached={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        openId={id}
        onOpen={(row) => choose(row.id)}
        onCursor={(row) => id && choose(row.id)}
        empty={<EmptyState icon={IconHistory}>{w.historyEmpty}</EmptyState>}
      />
    </Page>
  )
}
