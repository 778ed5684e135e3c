import { Flex, Group } from '@mantine/core'
import { IconBan } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { cashEventWords, cashWords } from '../../src-shared/cash/cash.words.ts'
import type { CashRecord } from '../../src-shared/cash/cash-record.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Chip } from '../design/Chip.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { useWords } from '../design/language.tsx'
import type { Column } from '../design/table/columns.ts'
import { DataTable } from '../design/table/DataTable.tsx'
import { purposesOf, walletsOf } from './wallets-of.ts'

export interface CashListProps {
  query: string
  accounts: readonly Account[]
  openId: string | null
  onQuery: (query: string) => void
  onOpen: (id: string) => void
}

/** Every cash record, newest first. */
export function CashList({ query, accounts, openId, onQuery, onOpen }: CashListProps) {
  const w = useWords(cashWords)
  const kinds = useWords(cashEventWords)
  const records = useInfiniteQuery(
    api.cash.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ query, cursor }),
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      initialPageParam: undefined as string | undefined,
    }),
  )
  const name = (code: string) => accounts.find((account) => account.code === code)?.name ?? code
  const about = ({ event, note }: CashRecord) => note || purposesOf(event).map(name).join(', ') || kinds[event.what]
  const columns: Column<CashRecord>[] = [
    { id: 'day', kind: 'date', head: w.date, width: 100, value: ({ day }) => day },
    { id: 'about', kind: 'text', head: w.note, width: { share: 3, least: 90 }, value: about },
    {
      id: 'kind',
      kind: 'text',
      head: w.kind,
      width: { share: 2, least: 84 },
      value: ({ event }) => kinds[event.what],
      cell: (record) =>
        record.cancelled ? (
          <Chip icon={IconBan} tone="abu" isFilled>
            {w.cancelled}
          </Chip>
        ) : (
          <span className="cut">{kinds[record.event.what]}</span>
        ),
      isQuiet: true,
    },
    {
      id: 'wallet',
      kind: 'text',
      head: w.wallet,
      width: { share: 2, least: 100 },
      value: ({ event }) => walletsOf(event).map(name).join(', '),
      isQuiet: true,
      hideBelow: 600,
    },
    { id: 'amount', kind: 'money', head: w.amount, width: 116, value: ({ amount }) => amount, isStrong: true },
  ]
  return (
    <Flex component="section" direction="column" gap={8} flex={1} miw={0} mih={0} aria-label={w.list}>
      <Group justify="space-between" gap={12} wrap="nowrap">
        <h2 className="heading">{w.list}</h2>
        <SearchInList label={w.search} hint={w.searchHint} query={query} onQuery={onQuery} />
      </Group>
      <RefusalNotice error={records.error} onRetry={() => records.refetch()} />
      <DataTable
        label={w.list}
        rows={records.data?.pages.flatMap((page) => page.rows) ?? []}
        rowId={({ id }) => id}
        rowName={about}
        columns={columns}
        isLoading={records.isLoading}
        {...(records.hasNextPage && { onEndReached: () => void records.fetchNextPage() })}
        openId={openId}
        onOpen={({ id }) => onOpen(id)}
        empty={
          <EmptyState action={query && <ActionButton label={w.clearSearch} onAct={() => onQuery('')} />}>
            {query ? w.emptySearch : w.empty}
          </EmptyState>
        }
      />
    </Flex>
  )
}
