import { Text } from '@mantine/core'
import { IconClipboardList, IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { appWords } from '../../src-shared/app/app.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { type ProfitSum, TAB_OF } from '../../src-shared/orders/orders.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { api, client } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { pageOfCode } from '../base/page-of-code.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useRemembered } from '../base/remembered.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { ListLayout } from '../design/list/ListLayout.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { DataTable } from '../design/table/DataTable.tsx'
import { chosenCount, NOTHING, type Selection } from '../design/table/selection.ts'
import { ArrangeDialog } from '../shipping/ArrangeDialog.tsx'
import { AS_USUAL, type ChosenColumns, columnsShown, sortAsked, sortOf } from './chosen-columns.ts'
import { OrderListMenu } from './OrderListMenu.tsx'
import { OrderPanel } from './OrderPanel.tsx'
import { OrdersBulkBar } from './OrdersBulkBar.tsx'
import { OrdersToolbar } from './OrdersToolbar.tsx'
import { OrderTabs } from './OrderTabs.tsx'
import { type OrderAddress, shownTab, useOrderAddress, WHOLE_TAB } from './order-address.ts'
import { useOrderColumns } from './order-columns.tsx'
import { ordersShortcuts } from './orders.shortcuts.ts'
import { OwnSaleDialog } from './own-sale/OwnSaleDialog.tsx'
import { ProfitTotal } from './ProfitTotal.tsx'
import { useOrderActs } from './use-order-acts.ts'
import { useOrderExport } from './use-order-export.ts'
import { useChosenRows, useOrderList, useProfitSum, useTabTotals } from './use-order-list.ts'

/** Pesanan: every order by stage, the nearest deadline first, and one of them in full beside the list. */
export function OrdersPage() {
  const w = useWords(ordersWords)
  const { orders: title } = useWords(appWords)
  const { address, change, go } = useOrderAddress()
  const totals = useTabTotals(address.channel)
  const list = useOrderList(address)
  const shown = shownTab(address)
  const [chosenColumns, setChosenColumns] = useRemembered<ChosenColumns>('pesanan.kolom', AS_USUAL)
  const shownColumns = useMemo(() => columnsShown(shown, chosenColumns), [shown, chosenColumns])
  const columns = useOrderColumns(address, shownColumns, chosenColumns)
  const exporting = useOrderExport(address, shownColumns)
  const profit = useProfitSum(address, list.rows.length > 0 && shownColumns.includes('profit'))
  const [arranged, setArranged] = useState<readonly string[] | null>(null)
  const acts = useOrderActs(setArranged)
  const [selection, setSelection] = useSelection(address)
  const chosen = useChosenRows(address, list.rows, selection)
  const count = chosenCount(selection, list.totals?.orders ?? 0)
  const trouble = list.error ?? acts.error ?? exporting.error ?? null
  const isEmptyShop = totals?.isEmpty ?? false
  useTabOfNamedOrder(address, change)
  useScanner((code) => void openByCode(code, change, go), !address.isNewSale)

  return (
    <Page
      title={title}
      layout="flush"
      actions={
        <ActionButton
          icon={IconPlus}
          shortcut={ordersShortcuts.list.newSale}
          onAct={() => change({ isNewSale: true })}
        />
      }
      sidePanel={
        address.id && (
          <OrderPanel
            key={address.id}
            id={address.id}
            acts={acts}
            listens={count === 0}
            onClose={() => change({ id: null })}
          />
        )
      }
    >
      <OrderTabs
        tab={shown}
        totals={totals}
        onTab={(tab) => change({ ...WHOLE_TAB, tab, sort: null, isReversed: false, id: null })}
      />
      <ListLayout
        tools={
          <OrdersToolbar
            address={address}
            onChange={change}
            totals={totals}
            found={list.totals?.orders}
            listMenu={
              <OrderListMenu
                shown={shownColumns}
                chosen={chosenColumns}
                onColumns={setChosenColumns}
                onExport={(format) => void exporting.run(format)}
              />
            }
          />
        }
        trouble={
          exporting.progress ? (
            <ProgressWithNumbers label={w.savingList} {...exporting.progress} onCancel={exporting.stop} />
          ) : (
            trouble !== null && (
              <RefusalNotice error={trouble} onRetry={list.error ? () => list.refetch() : undefined} />
            )
          )
        }
      >
        <DataTable
          label={shown ? w[shown] : w.search}
          rows={list.rows}
          rowId={(order) => order.id}
          rowName={(order) => order.number}
          columns={columns}
          sort={sortOf(address)}
          onSort={(sort) => change({ ...sortAsked(address, sort), id: null })}
          total={list.totals?.orders ?? 0}
          isLoading={list.isLoading}
          onEndReached={list.onEndReached}
          selection={selection}
          onSelect={setSelection}
          openId={address.id}
          onOpen={(order) => change({ id: order.id })}
          onCursor={(order) => address.id && change({ id: order.id })}
          totals={
            list.totals && {
              label: w.totalOrders(formatNumber(list.totals.orders)),
              speaksOf: { state: isOfProfit(profit.sum) ? 'profit' : 'grossSales' },
              cells: {
                pieces: formatNumber(list.totals.pieces),
                grossSales: formatRupiah(list.totals.grossSales),
                profit: <ProfitTotal sum={profit.sum} isCounting={profit.isCounting} onSumWhole={profit.sumWhole} />,
                state: (
                  <Text span fz="xs" fw={400} c="dimmed" title={remarkOnSum(profit.sum, w)}>
                    {remarkOnSum(profit.sum, w)}
                  </Text>
                ),
              },
            }
          }
          bulkBar={
            count > 0 && (
              <OrdersBulkBar count={count} orders={chosen} acts={acts} onClear={() => setSelection(NOTHING)} />
            )
          }
          empty={
            <EmptyState
              icon={IconClipboardList}
              action={
                isEmptyShop && (
                  <ActionButton
                    label={w.importFile}
                    icon={IconFileImport}
                    kind="primary"
                    shortcut={standingShortcuts.main}
                    onAct={() => go('/impor')}
                  />
                )
              }
            >
              {isEmptyShop ? w.emptyEverywhere : emptySentence(address, w)}
            </EmptyState>
          }
        />
      </ListLayout>
      {arranged && <ArrangeDialog orderIds={arranged} onClose={() => setArranged(null)} />}
      {address.isNewSale && (
        <OwnSaleDialog
          onClose={() => change({ isNewSale: false })}
          onSaved={(order) => change({ isNewSale: false, id: order.id })}
        />
      )}
    </Page>
  )
}

/** What is chosen belongs to one list: another tab, part, channel or search begins with nothing. */
function useSelection({ tab, state, channel, query, day, isUrgent, from, to }: OrderAddress) {
  const [selection, setSelection] = useState<Selection>(NOTHING)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is named by these eight
  useEffect(() => setSelection(NOTHING), [tab, state, channel, query, day, isUrgent, from, to])
  return [selection, setSelection] as const
}

type Change = ReturnType<typeof useOrderAddress>['change']

/** An order named without its tab is shown among those it stands with. */
function useTabOfNamedOrder({ id, namesTab }: OrderAddress, change: Change) {
  const named = useQuery(
    api.orders.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null && !namesTab }),
  ).data
  useEffect(() => {
    if (named && !namesTab) change({ ...WHOLE_TAB, tab: TAB_OF[named.state] })
  })
}

/** A scanned resi or order number opens its order; any other code is searched for. */
async function openByCode(code: string, change: Change, go: (path: string) => void) {
  const order = await client.orders.byCode({ code })
  const path = order ? null : await pageOfCode(code)
  if (order) change({ ...WHOLE_TAB, id: order.id, tab: TAB_OF[order.state] })
  else if (path) go(path)
  else change({ ...WHOLE_TAB, query: code, id: null })
}

function emptySentence(address: OrderAddress, w: (typeof ordersWords)['id']): string {
  if (address.query !== '') return w.emptySearch(address.query)
  if (address.day || address.from || address.to) return w.emptyDay
  return address.isUrgent ? w.emptyUrgent : address.tab === 'all' ? w.emptyEverywhere : w.emptyTab(w[address.tab])
}

/** A remark that means nothing beside sales alone. */
const isOfProfit = (sum: ProfitSum | undefined): boolean =>
  sum !== undefined && (sum.withoutCost > 0 || sum.expectedFees > 0)

/** What a sum of profits lacks, the gravest first; nothing where it is whole. */
function remarkOnSum(sum: ProfitSum | undefined, w: (typeof ordersWords)['id']): string {
  if (!sum || sum.profit === null) return ''
  if (sum.withoutCost > 0) return w.withoutCostShort(formatNumber(sum.withoutCost))
  if (sum.withoutFees === 0) return sum.expectedFees > 0 ? w.estimate : ''
  return sum.withoutFees === sum.orders ? w.beforeFees : w.withoutFeesShort(formatNumber(sum.withoutFees))
}
