import { Stack } from '@mantine/core'
import { IconDownload, IconPlugConnected, IconShirt, IconUpload } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { type ListingShop, type MasterRow, PUT_BACK_AT_ONCE } from '../../../src-shared/listings/listings.ts'
import { listingsWords } from '../../../src-shared/listings/listings.words.ts'
import { api } from '../../base/api.ts'
import { Page } from '../../base/Page.tsx'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { BulkBar } from '../../design/BulkBar.tsx'
import { Card } from '../../design/Card.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { SearchInList } from '../../design/fields/SearchInList.tsx'
import { useWords } from '../../design/language.tsx'
import { ListLayout, Toolbar, ToolbarEnd } from '../../design/list/ListLayout.tsx'
import type { Column } from '../../design/table/columns.ts'
import { DataTable } from '../../design/table/DataTable.tsx'
import { isChosen, NOTHING, type Selection } from '../../design/table/selection.ts'
import { SegmentedTabs } from '../../design/tabs/SegmentedTabs.tsx'
import { showToast } from '../../design/toast.tsx'
import { ListingEditor } from './ListingEditor.tsx'
import { listingsShortcuts } from './listings.shortcuts.ts'
import { StateChip } from './StateChip.tsx'

const SHOWS = ['all', 'different', 'unlisted', 'waiting', 'refused'] as const
type Show = (typeof SHOWS)[number]
const LIMIT = 500

/** Produk Induk: every product and how it stands in each connected shop; one of them opened to be written. */
export function ListingsSection({ title, children }: { title: string; children: ReactNode }) {
  const [, go] = useLocation()
  const id = new URLSearchParams(useSearch()).get('id')
  if (id)
    return (
      <ListingEditor key={id} productId={id} onClose={() => go('/toko/induk?')}>
        {children}
      </ListingEditor>
    )
  return <ListingsList title={title}>{children}</ListingsList>
}

function ListingsList({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(listingsWords)
  const [, go] = useLocation()
  const [show, setShow] = useState<Show>('all')
  const [query, setQuery] = useState('')
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const shops = useQuery(api.listings.shops.queryOptions())
  const list = useQuery(
    api.listings.list.queryOptions({ input: { query, show, limit: LIMIT }, placeholderData: keepPreviousData }),
  )
  const columns = useColumns(shops.data ?? [])
  const rows = list.data?.rows ?? []
  const chosen = rows.filter(({ productId }) => isChosen(selection, productId))
  const of = chosen.flatMap(({ productId, shops: each }) => each.map(({ shopId }) => ({ productId, shopId })))
  const done = () => setSelection(NOTHING)
  const publish = useMutation(
    api.listings.publish.mutationOptions({
      onSuccess: ({ asked, leftOut }) => {
        done()
        showToast({
          text: leftOut > 0 ? w.askedSome(formatNumber(asked), formatNumber(leftOut)) : w.asked(formatNumber(asked)),
        })
      },
    }),
  )
  const putBack = useMutation(api.listings.putBack.mutationOptions())
  const take = useMutation(
    api.listings.takeTheirs.mutationOptions({
      onSuccess: ({ taken, before }) => {
        done()
        showToast({
          text: w.taken(formatNumber(taken)),
          undo: async () => {
            for (let from = 0; from < before.length; from += PUT_BACK_AT_ONCE)
              await putBack.mutateAsync({ of: before.slice(from, from + PUT_BACK_AT_ONCE) })
          },
        })
      },
    }),
  )
  const isConnected = (shops.data?.length ?? 0) > 0
  const error = shops.error ?? list.error ?? publish.error ?? take.error ?? putBack.error
  if (shops.data && !isConnected)
    return (
      <Page title={title} layout="flush">
        {children}
        <Stack gap={10} flex={1} mih={0} p="10px 20px 14px">
          <Card>
            <EmptyState
              icon={IconPlugConnected}
              action={<ActionButton label={w.connect} onAct={() => go('/toko/sambungan?')} />}
            >
              {w.noShop}
            </EmptyState>
          </Card>
        </Stack>
      </Page>
    )
  return (
    <Page title={title} layout="flush">
      {children}
      <ListLayout
        tools={
          <Toolbar>
            <SegmentedTabs
              label={w.show}
              items={SHOWS.map((each) => ({
                id: each,
                label: w[each],
                count: each === 'all' ? undefined : list.data?.counts[each],
              }))}
              value={show}
              onChange={(next) => {
                setShow(next)
                done()
              }}
            />
            <ToolbarEnd>
              <SearchInList label={w.search} hint={w.searchHint} query={query} onQuery={setQuery} />
            </ToolbarEnd>
          </Toolbar>
        }
        trouble={error !== null && <RefusalNotice error={error} />}
      >
        <DataTable
          label={w.list}
          rows={rows}
          rowId={({ productId }) => productId}
          rowName={({ name }) => name}
          columns={columns}
          total={list.data?.total ?? 0}
          isLoading={list.isPending || shops.isPending}
          onOpen={({ productId }) => go(`/toko/induk?id=${productId}`)}
          selection={selection}
          onSelect={setSelection}
          bulkBar={
            chosen.length > 0 && (
              <BulkBar count={chosen.length} onClear={done}>
                <ActionButton
                  icon={IconUpload}
                  shortcut={listingsShortcuts.chosen.publishMany}
                  kind="primary"
                  isBusy={publish.isPending}
                  busyLabel={w.sending}
                  onAct={() => publish.mutate({ of })}
                />
                <ActionButton
                  icon={IconDownload}
                  shortcut={listingsShortcuts.chosen.takeMany}
                  onAct={() => take.mutate({ of })}
                />
              </BulkBar>
            )
          }
          totals={{ label: w.total(formatNumber(list.data?.total ?? 0)), cells: {} }}
          empty={
            show === 'all' && query === '' ? (
              <EmptyState
                icon={IconShirt}
                action={<ActionButton label={w.openMapping} onAct={() => go('/toko/pemetaan')} />}
              >
                {w.empty}
              </EmptyState>
            ) : (
              <EmptyState icon={IconShirt}>{w.none}</EmptyState>
            )
          }
        />
      </ListLayout>
    </Page>
  )
}

function useColumns(shops: readonly ListingShop[]): Column<MasterRow>[] {
  const w = useWords(listingsWords)
  return useMemo(
    () => [
      { id: 'name', head: w.product, kind: 'text', width: { share: 1, least: 220 }, value: ({ name }) => name },
      {
        id: 'price',
        head: w.price,
        kind: 'money',
        width: 130,
        hideBelow: 760,
        value: ({ lowestPrice }) => lowestPrice,
      },
      ...shops.map(
        ({ shopId, name }): Column<MasterRow> => ({
          id: shopId,
          head: name,
          kind: 'status',
          width: { share: 0.6, least: 150 },
          cell: ({ shops: each }) => {
            const here = each.find((shop) => shop.shopId === shopId)
            return here ? <StateChip {...here} /> : null
          },
        }),
      ),
    ],
    [shops, w],
  )
}
