import { IconArrowLeft, IconZzz } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { wholeName } from '../../src-shared/catalog/goods-name.ts'
import { sellersWords } from '../../src-shared/inventory/sellers.words.ts'
import { businessDay, formatDay, formatMonth, type Month, monthOf } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Sellers } from '../../src-shared/reports/sellers.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useNow } from '../design/clock.ts'
import { EmptyState } from '../design/EmptyState.tsx'
import { MonthField } from '../design/fields/MonthField.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import type { Column } from '../design/table/columns.ts'
import { DataTable } from '../design/table/DataTable.tsx'

type Best = Sellers['best'][number]
type Slow = Sellers['slow'][number]

/** Laris dan mengendap: what sold best in a month, and the rupiah that lay on the shelf without a sale. */
export function SellersPage() {
  const w = useWords(sellersWords)
  const { zone, language } = useLocale()
  const [, go] = useLocation()
  const today = monthOf(businessDay(useNow(), zone))
  const [month, setMonth] = useState<Month>(today)
  const { data, error, refetch, isLoading } = useQuery(
    api.reports.sellers.queryOptions({ input: { month }, placeholderData: keepPreviousData }),
  )
  const back = () => go('/stok')
  useHotkey(standingShortcuts.back, back, { label: w.back })
  const best = useMemo<Column<Best>[]>(
    () => [
      {
        id: 'goods',
        kind: 'text',
        head: w.goods,
        width: { share: 1, least: 180 },
        value: ({ goodsName }) => wholeName(goodsName),
        cell: ({ goodsName }) => <GoodsName goods={goodsName} />,
      },
      { id: 'pieces', kind: 'number', head: w.sold, width: 110, value: ({ pieces }) => pieces, isStrong: true },
      { id: 'cost', kind: 'money', head: w.cost, width: 140, value: ({ cost }) => cost },
      { id: 'onHand', kind: 'number', head: w.onHand, width: 110, value: ({ onHand }) => Math.max(0, onHand) },
    ],
    [w],
  )
  const slow = useMemo<Column<Slow>[]>(
    () => [
      {
        id: 'goods',
        kind: 'text',
        head: w.goods,
        width: { share: 1, least: 180 },
        value: ({ goodsName }) => wholeName(goodsName),
        cell: ({ goodsName }) => <GoodsName goods={goodsName} />,
      },
      {
        id: 'daysWithoutSale',
        kind: 'number',
        head: w.daysWithoutSale,
        width: 130,
        value: ({ daysWithoutSale }) => daysWithoutSale,
        isStrong: true,
      },
      {
        id: 'lastSold',
        kind: 'text',
        head: w.lastSold,
        width: 130,
        value: ({ lastSold }) => (lastSold === null ? w.never : formatDay(lastSold, language)),
        isQuiet: true,
        hideBelow: 700,
      },
      { id: 'onHand', kind: 'number', head: w.onHand, width: 90, value: ({ onHand }) => onHand },
      { id: 'value', kind: 'money', head: w.lying, width: 140, value: ({ value }) => value, isStrong: true },
    ],
    [w, language],
  )
  const names = [...(data?.best ?? []), ...(data?.slow ?? [])].map(({ goodsName }) => goodsName.product)
  const lastSold = (data?.slow ?? [])
    .flatMap(({ lastSold }) => lastSold ?? [])
    .toSorted()
    .at(-1)
  const soldBefore = lastSold && monthOf(lastSold) < month ? monthOf(lastSold) : null
  const open = ({ variantId }: Best | Slow) => go(`/stok?sku=${variantId}`)
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <>
          <MonthField
            label={w.month}
            isLabelHidden
            value={month}
            latest={today}
            onChange={(next) => next && setMonth(next)}
          />
          <ActionButton
            label={w.back}
            icon={IconArrowLeft}
            shortcut={standingShortcuts.back}
            listens={false}
            onAct={back}
          />
        </>
      }
    >
      <RefusalNotice error={error} onRetry={() => refetch()} />
      <GoodsNames products={names}>
        <Section title={w.best}>
          <DataTable
            label={w.best}
            rows={data?.best ?? []}
            rowId={({ variantId }) => variantId}
            columns={best}
            isLoading={isLoading}
            size="fit"
            onOpen={open}
            empty={
              <EmptyState
                action={
                  soldBefore && (
                    <ActionButton
                      label={w.lastSales(formatMonth(soldBefore, language))}
                      onAct={() => setMonth(soldBefore)}
                    />
                  )
                }
              >
                {w.noSales}
              </EmptyState>
            }
          />
        </Section>
        <Section
          title={w.slow}
          aside={data && data.slowSkus > 0 && w.slowSum(formatNumber(data.slowSkus), formatRupiah(data.slowValue))}
        >
          <DataTable
            label={w.slow}
            rows={data?.slow ?? []}
            rowId={({ variantId }) => variantId}
            columns={slow}
            isLoading={isLoading}
            size="fit"
            onOpen={open}
            empty={<EmptyState icon={IconZzz}>{w.nothingLies}</EmptyState>}
          />
        </Section>
      </GoodsNames>
    </Page>
  )
}
