import { Box, Stack } from '@mantine/core'
import { IconDownload, IconFileImport, IconWallet } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useLocation } from 'wouter'
import { pagesWords } from '../../src-shared/app/pages.words.ts'
import { channelWords } from '../../src-shared/app/parts.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { ChannelMoney, LinesView, UsualDays } from '../../src-shared/payouts/payouts.ts'
import { payoutsWords } from '../../src-shared/payouts/payouts.words.ts'
import { api, client } from '../base/api.ts'
import { saveFile } from '../base/files.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { ListLayout, Toolbar, ToolbarEnd } from '../design/list/ListLayout.tsx'
import { Note } from '../design/Note.tsx'
import { DataTable } from '../design/table/DataTable.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { showToast } from '../design/toast.tsx'
import { ChannelChain } from './ChannelChain.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { LinePanel } from './LinePanel.tsx'
import { useCheckColumns, useExpectedColumns, useLineColumns } from './payout-columns.tsx'
import { payoutsShortcuts } from './payouts.shortcuts.ts'
import { notedAddress, type PayoutsAddress, usePayoutsAddress, VIEWS, type View } from './payouts-address.ts'

type W = (typeof payoutsWords)['id']
type Change = (changes: Partial<PayoutsAddress>) => void

const LINES_OF: Partial<Record<View, LinesView>> = {
  saldo: 'all',
  tarik: 'withdrawals',
  ditanya: 'asked',
  menunggu: 'waiting',
}

/** Saldo & Pencairan: what channels hold, release and pay out, when it comes, and whether their balances are those of the books. */
export function PayoutsPage() {
  const w = useWords(payoutsWords)
  const { payouts: title } = useWords(pagesWords)
  const { address, change } = usePayoutsAddress()
  const overview = useQuery(api.payouts.overview.queryOptions())
  const channels = overview.data ?? []
  const sum = (of: 'asked' | 'waiting') => channels.reduce((total, channel) => total + channel[of].count, 0)
  const labels: Record<View, string> = {
    cair: w.expected,
    saldo: w.lines,
    tarik: w.withdrawals,
    ditanya: w.asked,
    menunggu: w.waiting,
    cocok: w.checks,
  }
  const tools = (
    <>
      {overview.data && channels.length > 0 && <ChannelChain channels={channels} onOpen={change} />}
      <Toolbar>
        <SegmentedTabs
          label={w.tabs}
          items={VIEWS.map((id) => ({
            id,
            label: labels[id],
            count: id === 'ditanya' ? sum('asked') : id === 'menunggu' ? sum('waiting') : undefined,
          }))}
          value={address.view}
          onChange={(view) => change({ view, id: null, query: '', onlyLate: false })}
        />
        <ToolbarEnd>
          <Acts address={address} change={change} w={w} />
        </ToolbarEnd>
      </Toolbar>
      {address.view === 'tarik' && (
        <NotedByHand
          channels={channels.filter(({ channel }) => address.channel === null || channel === address.channel)}
          w={w}
        />
      )}
    </>
  )
  const frame = { address, change, w, title, tools, overview }
  if (overview.data && channels.length === 0) return <NoChannels title={title} w={w} />
  return address.view === 'cair' ? (
    <ExpectedList {...frame} />
  ) : address.view === 'cocok' ? (
    <CheckList {...frame} />
  ) : (
    <LineList {...frame} />
  )
}

/** The list is of balance reports; what was withdrawn besides is led to. */
function NotedByHand({ channels, w }: { channels: readonly ChannelMoney[]; w: W }) {
  const names = useWords(channelWords)
  const [, go] = useLocation()
  const noted = channels.filter(({ arrived }) => arrived.byHand.count > 0)
  if (noted.length === 0) return null
  return (
    <Stack gap={6} px={14} pb={10}>
      {noted.map(({ channel, arrived: { byHand } }) => (
        <Note
          key={channel}
          tone="abu"
          action={<ActionButton size="small" label={w.seeInCash} onAct={() => go(notedAddress(byHand))} />}
        >
          {w.notedByHand(names[channel], formatNumber(byHand.count), formatRupiah(byHand.amount))}
        </Note>
      ))}
    </Stack>
  )
}

interface Frame {
  address: PayoutsAddress
  change: Change
  w: W
  title: string
  tools: ReactNode
  overview: { error: unknown; refetch: () => unknown }
}

/** Search, the late ones, the channel, export. */
function Acts({ address, change, w }: Pick<Frame, 'address' | 'change' | 'w'>) {
  const names = useWords(channelWords)
  const lines = LINES_OF[address.view]
  const channel = address.channel ?? undefined
  const save = useMutation({
    mutationFn: () =>
      client.payouts.exportFile({
        what: address.view === 'cair' ? 'expected' : address.view === 'cocok' ? 'checks' : 'lines',
        ...(lines && { lines: { view: lines, channel, query: address.query } }),
        expected: { channel, onlyLate: address.onlyLate },
        format: 'xlsx',
      }),
    onSuccess: async (file) => {
      if (await saveFile(file)) showToast({ text: w.exported(file.name) })
    },
  })
  return (
    <>
      {address.channel && (
        <ActionButton
          size="small"
          kind="quiet"
          label={`${names[address.channel]} ×`}
          onAct={() => change({ channel: null, id: null })}
        />
      )}
      {address.view === 'cair' && (
        <ActionButton
          size="small"
          kind={address.onlyLate ? 'secondary' : 'quiet'}
          shortcut={payoutsShortcuts.list.onlyLate}
          onAct={() => change({ onlyLate: !address.onlyLate, id: null })}
        />
      )}
      <ActionButton
        size="small"
        kind="quiet"
        icon={IconDownload}
        shortcut={payoutsShortcuts.list.export}
        onAct={() => save.mutate()}
      />
      {lines && (
        <SearchInList
          label={w.search}
          hint={w.searchHint}
          query={address.query}
          onQuery={(query) => change({ query, id: null })}
        />
      )}
      <RefusalNotice error={save.error} />
    </>
  )
}

function ExpectedList({ address, change, w, title, tools, overview }: Frame) {
  const [, go] = useLocation()
  const columns = useExpectedColumns()
  const list = useQuery(
    api.payouts.expected.queryOptions({
      input: { channel: address.channel ?? undefined, onlyLate: address.onlyLate },
      placeholderData: keepPreviousData,
    }),
  )
  const rows = list.data?.rows ?? []
  const error = overview.error ?? list.error
  return (
    <Page title={title} layout="flush">
      <ListLayout tools={tools} trouble={error && <RefusalNotice error={error} onRetry={() => list.refetch()} />}>
        {list.data && <Rules days={list.data.days} older={list.data.older} w={w} />}
        <DataTable
          label={w.expected}
          rows={rows}
          rowId={(row) => row.orderId}
          rowName={(row) => row.number}
          columns={columns}
          isLoading={list.isPending}
          onOpen={(row) => go(`/pesanan?id=${row.orderId}`)}
          totals={
            rows.length > 0
              ? {
                  label: w.total,
                  cells: { amount: formatRupiah(rows.reduce((total, { amount }) => total + amount, 0)) },
                }
              : undefined
          }
          empty={
            <EmptyState
              icon={IconWallet}
              action={
                address.onlyLate ? (
                  <ActionButton label={w.allOfThem} onAct={() => change({ onlyLate: false })} />
                ) : undefined
              }
            >
              {address.onlyLate ? w.emptyLate : (list.data?.older ?? 0) > 0 ? w.emptyOlder : w.emptyExpected}
            </EmptyState>
          }
        />
      </ListLayout>
    </Page>
  )
}

/** How many days each channel takes, and how that is known. */
function Rules({ days, older, w }: { days: readonly UsualDays[]; older: number; w: W }) {
  const names = useWords(channelWords)
  return (
    <Box component="p" flex="none" p="8px 14px" fz={12} className="quiet">
      {days
        .map(({ channel, afterCompletion, afterLeaving, learnedFrom }) => {
          const facts = [names[channel], formatNumber(afterCompletion), formatNumber(afterLeaving)] as const
          return learnedFrom > 0 ? w.learned(...facts, formatNumber(learnedFrom)) : w.published(...facts)
        })
        .join(' ')}
      {older > 0 && ` ${w.older(formatRupiah(older))}`}
    </Box>
  )
}

/** J and K lead from one line to the next while they stand beside the list, so that many are answered without leaving the keys. */
function useSteps(ids: readonly string[], openId: string | null, open: (id: string) => void) {
  const at = ids.indexOf(openId ?? '')
  const go = (to: number) => {
    const id = ids[Math.max(0, Math.min(to, ids.length - 1))]
    if (id !== undefined) open(id)
  }
  useHotkey(payoutsShortcuts.list.nextLine, () => go(at + 1), { enabled: ids.length > 0 && at < ids.length - 1 })
  useHotkey(payoutsShortcuts.list.lineBefore, () => go(at - 1), { enabled: at > 0 })
}

function LineList({ address, change, w, title, tools, overview }: Frame) {
  const columns = useLineColumns()
  const view = LINES_OF[address.view] ?? 'all'
  const list = useInfiniteQuery(
    api.payouts.lines.infiniteOptions({
      input: (cursor: string | undefined) => ({
        view,
        channel: address.channel ?? undefined,
        query: address.query.slice(0, 100),
        cursor,
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  const open = rows.find(({ id }) => id === address.id)
  useSteps(
    rows.map(({ id }) => id),
    address.id,
    (id) => change({ id }),
  )
  const error = overview.error ?? list.error
  return (
    <Page
      title={title}
      layout="flush"
      sidePanel={open && <LinePanel key={open.id} line={open} onClose={() => change({ id: null })} />}
    >
      <ListLayout tools={tools} trouble={error && <RefusalNotice error={error} onRetry={() => list.refetch()} />}>
        <DataTable
          label={w.lines}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.description || row.type}
          columns={columns}
          total={list.hasNextPage ? rows.length + 1 : rows.length}
          isLoading={list.isPending}
          {...(list.hasNextPage && !list.isFetchingNextPage ? { onEndReached: () => void list.fetchNextPage() } : {})}
          openId={address.id}
          onOpen={(row) => change({ id: row.id })}
          onCursor={(row) => address.id && change({ id: row.id })}
          empty={
            address.query ? (
              <EmptyState
                icon={IconWallet}
                action={<ActionButton label={w.clearSearch} onAct={() => change({ query: '' })} />}
              >
                {w.emptySearch}
              </EmptyState>
            ) : (
              <WhereFrom w={w} isAsking={view === 'all' || view === 'withdrawals'}>
                {EMPTY[view](w)}
              </WhereFrom>
            )
          }
        />
      </ListLayout>
    </Page>
  )
}

const EMPTY: Record<LinesView, (w: W) => string> = {
  all: (w) => w.emptyLines,
  withdrawals: (w) => w.emptyWithdrawals,
  asked: (w) => w.emptyAsked,
  waiting: (w) => w.emptyWaiting,
}

function CheckList({ address, change, w, title, tools, overview }: Frame) {
  const columns = useCheckColumns()
  const list = useQuery(api.payouts.checks.queryOptions())
  const rows = (list.data ?? []).filter(({ channel }) => address.channel === null || channel === address.channel)
  const open = rows.find(({ runSeq }) => String(runSeq) === address.id)
  useSteps(
    rows.map(({ runSeq }) => String(runSeq)),
    address.id,
    (id) => change({ id }),
  )
  const error = overview.error ?? list.error
  return (
    <Page
      title={title}
      layout="flush"
      sidePanel={open && <CheckPanel key={open.runSeq} check={open} onClose={() => change({ id: null })} />}
    >
      <ListLayout tools={tools} trouble={error && <RefusalNotice error={error} onRetry={() => list.refetch()} />}>
        <DataTable
          label={w.checks}
          rows={rows}
          rowId={(row) => String(row.runSeq)}
          rowName={(row) => row.fileName}
          columns={columns}
          isLoading={list.isPending}
          openId={address.id}
          onOpen={(row) => change({ id: String(row.runSeq) })}
          onCursor={(row) => address.id && change({ id: String(row.runSeq) })}
          empty={
            <WhereFrom w={w} isAsking>
              {w.emptyChecks}
            </WhereFrom>
          }
        />
      </ListLayout>
    </Page>
  )
}

/** An empty list that says which file to download, and where. */
function WhereFrom({ w, isAsking, children }: { w: W; isAsking: boolean; children: string }) {
  const [, go] = useLocation()
  return (
    <EmptyState
      icon={IconWallet}
      action={
        isAsking ? (
          <ActionButton
            kind="primary"
            icon={IconFileImport}
            shortcut={payoutsShortcuts.list.importFile}
            onAct={() => go('/impor')}
          />
        ) : undefined
      }
    >
      {isAsking ? (
        <Stack gap={6} maw="62ch">
          <span>{children}</span>
          <span>{w.whereShopee}</span>
          <span>{w.whereTiktok}</span>
        </Stack>
      ) : (
        children
      )}
    </EmptyState>
  )
}

function NoChannels({ title, w }: { title: string; w: W }) {
  const [, go] = useLocation()
  return (
    <Page title={title}>
      <EmptyState
        icon={IconWallet}
        action={<ActionButton kind="primary" label={w.openShops} onAct={() => go('/toko')} />}
      >
        {w.noChannels}
      </EmptyState>
    </Page>
  )
}
