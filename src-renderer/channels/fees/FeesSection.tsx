import { Flex, Group, Stack } from '@mantine/core'
import { IconCircleCheck, IconReceipt2 } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { formatDay, type Language } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { ShopOfFees, StandingRate } from '../../../src-shared/settlements/fee-rates.contract.ts'
import { feesWords } from '../../../src-shared/settlements/fees.words.ts'
import type { NameOfFee, WaitingSettlement } from '../../../src-shared/settlements/settlements.contract.ts'
import { settlementsWords } from '../../../src-shared/settlements/settlements.words.ts'
import { workWords } from '../../../src-shared/work/work.words.ts'
import { api } from '../../base/api.ts'
import { Page } from '../../base/Page.tsx'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ChannelTile } from '../../design/ChannelTile.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { CodeText } from '../../design/table/CodeText.tsx'
import type { Column } from '../../design/table/columns.ts'
import { DataTable } from '../../design/table/DataTable.tsx'
import { SegmentedTabs } from '../../design/tabs/SegmentedTabs.tsx'
import { WorkHere } from '../WorkHere.tsx'
import { FeePanel } from './FeePanel.tsx'
import { feeNameColumn } from './fee-name-column.tsx'
import { FEE_PARTS, feesPath, partOf } from './fees-address.ts'
import { RatePanel } from './RatePanel.tsx'
import { RatesPart, rateId } from './RatesPart.tsx'
import { ShopFeesPanel } from './ShopFeesPanel.tsx'

/** Potongan Kanal: names that nobody mapped, all names with where they go, and money that waits for its order. */
export function FeesSection({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(feesWords)
  const workWord = useWords(workWords)
  const [, go] = useLocation()
  const part = partOf(useSearch())
  const [open, setOpen] = useState<string | null>(null)
  const [rate, setRate] = useState<StandingRate | null | 'none'>('none')
  const [shop, setShop] = useState<ShopOfFees | null>(null)
  const openRate = (next: StandingRate | null | 'none') => {
    setShop(null)
    setRate(next)
  }
  const toDo = useQuery(api.settlements.toDo.queryOptions())
  const names = useQuery(api.settlements.names.queryOptions())
  const shown = part === 'unmapped' ? toDo.data?.unmapped : names.data
  const opened = names.data?.find((name) => idOf(name) === open) ?? null
  const counts = {
    unmapped: toDo.data?.unmapped.length,
    names: undefined,
    rates: undefined,
    waiting: toDo.data?.waiting.settlements,
  }
  return (
    <Page
      title={title}
      layout="flush"
      sidePanel={
        part === 'rates' ? (
          shop ? (
            <ShopFeesPanel key={shop.shopId} shop={shop} onClose={() => setShop(null)} />
          ) : (
            rate !== 'none' && (
              <RatePanel key={rate ? rateId(rate) : 'new'} rate={rate} onClose={() => setRate('none')} />
            )
          )
        ) : (
          part !== 'waiting' && opened && <FeePanel key={idOf(opened)} fee={opened} onClose={() => setOpen(null)} />
        )
      }
    >
      {children}
      <Stack gap={18} flex={1} p="14px 20px" className="scrolls">
        <Group>
          <SegmentedTabs
            label={w.parts}
            items={FEE_PARTS.map((id) => ({ id, label: w[id], count: counts[id] || undefined }))}
            value={part}
            onChange={(id) => {
              setOpen(null)
              openRate('none')
              go(feesPath(id))
            }}
          />
        </Group>
        {/* nothing is said of names where there is none */}
        {(part !== 'unmapped' || counts.unmapped !== 0) && <p className="quiet small">{w.lead(part)}</p>}
        <RefusalNotice error={toDo.error ?? names.error} onRetry={() => toDo.refetch()} />
        <WorkHere kind="fee rule" note={workWord.feeRuleNote} />
        <Stack gap={0} flex={1} mih={220}>
          {part === 'waiting' ? (
            <WaitingTable />
          ) : part === 'rates' ? (
            <RatesPart
              open={rate && rate !== 'none' ? rateId(rate) : null}
              onOpen={openRate}
              onOpenShop={(each) => {
                setRate('none')
                setShop(each)
              }}
              onAdd={() => openRate(null)}
            />
          ) : (
            <NamesTable
              names={shown ?? []}
              isLoading={part === 'unmapped' ? toDo.isPending : names.isPending}
              empty={part === 'unmapped' ? w.nothingUnmapped : w.noNames}
              open={open}
              onOpen={(name) => setOpen(idOf(name))}
            />
          )}
        </Stack>
      </Stack>
    </Page>
  )
}

const idOf = ({ channel, name }: NameOfFee) => `${channel}/${name}`

interface NamesTableProps {
  names: readonly NameOfFee[]
  isLoading: boolean
  empty: string
  open: string | null
  onOpen: (name: NameOfFee) => void
}

function NamesTable({ names, isLoading, empty, open, onOpen }: NamesTableProps) {
  const w = useWords(feesWords)
  const say = useWords(settlementsWords)
  const { language } = useLocale()
  const columns = useMemo(() => nameColumns(w, say, language), [w, say, language])
  return (
    <DataTable
      label={w.names}
      rows={names}
      rowId={idOf}
      columns={columns}
      isLoading={isLoading}
      openId={open}
      onOpen={onOpen}
      empty={<EmptyState icon={IconCircleCheck}>{empty}</EmptyState>}
    />
  )
}

const nameColumns = (
  w: (typeof feesWords)['id'],
  say: (typeof settlementsWords)['id'],
  language: Language,
): Column<NameOfFee>[] => [
  feeNameColumn(w.name),
  {
    id: 'meaning',
    head: w.meaning,
    kind: 'text',
    width: 150,
    hideBelow: 900,
    value: ({ meaning }) => say.meaning(meaning),
  },
  {
    id: 'account',
    head: w.account,
    kind: 'text',
    width: 224,
    hideBelow: 1000,
    isQuiet: true,
    value: ({ account, accountName }) => `${account} ${accountName}`,
  },
  { id: 'times', head: w.times, kind: 'number', width: 70, value: ({ times }) => times },
  { id: 'amount', head: w.amount, kind: 'money', width: 130, value: ({ amount }) => amount },
  {
    id: 'days',
    head: w.days,
    kind: 'text',
    width: 216,
    hideBelow: 800,
    value: ({ from, to }) =>
      from === to ? formatDay(from, language) : `${formatDay(from, language)} – ${formatDay(to, language)}`,
  },
]

function WaitingTable() {
  const w = useWords(feesWords)
  const { language } = useLocale()
  const waiting = useInfiniteQuery(
    api.settlements.waiting.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const rows = useMemo(() => waiting.data?.pages.flatMap((page) => page.rows) ?? [], [waiting.data])
  const columns = useMemo(() => waitingColumns(w, language), [w, language])
  return (
    <DataTable
      label={w.waiting}
      rows={rows}
      rowId={({ id }) => id}
      columns={columns}
      isLoading={waiting.isPending}
      onEndReached={waiting.hasNextPage && !waiting.isFetchingNextPage ? () => void waiting.fetchNextPage() : undefined}
      empty={<EmptyState icon={IconReceipt2}>{w.nothingWaiting}</EmptyState>}
    />
  )
}

const waitingColumns = (w: (typeof feesWords)['id'], language: Language): Column<WaitingSettlement>[] => [
  {
    id: 'number',
    head: w.orderNumber,
    kind: 'code',
    width: 190,
    value: ({ orderNumber }) => orderNumber,
    cell: ({ channel, orderNumber }) => (
      <Flex component="span" gap={8} align="center" className="gives-way">
        <ChannelTile channel={channel} />
        <CodeText code={orderNumber} />
      </Flex>
    ),
  },
  { id: 'shop', head: w.shop, kind: 'text', width: 190, hideBelow: 800, value: ({ shopName }) => shopName },
  {
    id: 'what',
    head: w.what,
    kind: 'text',
    width: { share: 1, least: 140 },
    isQuiet: true,
    value: ({ kind, description }) => (kind === 'order' ? w.ofOrder : description || w.adjustment),
  },
  {
    id: 'day',
    head: w.releasedOn,
    kind: 'text',
    width: 120,
    value: ({ releasedOn }) => formatDay(releasedOn, language),
  },
  {
    id: 'released',
    head: w.released,
    kind: 'money',
    width: 140,
    value: ({ released }) => released,
    cell: ({ released }) => <MoneyText amount={released} isBadWhenNegative />,
  },
]

/** How many names and releases wait for a person, for a tab. */
export function useFeesToDo(): string | undefined {
  const toDo = useQuery(api.settlements.toDo.queryOptions()).data
  const count = (toDo?.unmapped.length ?? 0) + (toDo?.waiting.settlements ?? 0)
  return count > 0 ? formatNumber(count) : undefined
}
