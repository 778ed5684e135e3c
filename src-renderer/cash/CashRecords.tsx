import { IconBan } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { cashEventWords, cashWords } from '../../src-shared/cash/cash.words.ts'
import type { CashRecord } from '../../src-shared/cash/cash-record.ts'
import { directionOf } from '../../src-shared/cash/direction.ts'
import { purposesOf, walletsOf } from '../../src-shared/cash/wallets-of.ts'
import { bareName } from '../../src-shared/ledger/bare-name.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Chip } from '../design/Chip.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { useWords } from '../design/language.tsx'
import type { Column } from '../design/table/columns.ts'
import { DataTable } from '../design/table/DataTable.tsx'
import { askedBy, type CashFilterValues, isNarrowed } from './cash-list-address.ts'
import { SignedAmount } from './SignedAmount.tsx'

export interface CashRecordsProps {
  filter: CashFilterValues
  accounts: readonly Account[]
  openId: string | null
  onOpen: (id: string) => void
  onClear: () => void
}

/** Cash records of all wallets, newest first. */
export function CashRecords({ filter, accounts, openId, onOpen, onClear }: CashRecordsProps) {
  const w = useWords(cashWords)
  const kinds = useWords(cashEventWords)
  const records = useInfiniteQuery(
    api.cash.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...askedBy(filter), cursor }),
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      initialPageParam: undefined as string | undefined,
    }),
  )
  const name = (code: string) => bareName(accounts.find((account) => account.code === code)?.name ?? code)
  const about = ({ event, note }: CashRecord) => note || purposesOf(event).map(name).join(', ') || kinds[event.what]
  const columns: Column<CashRecord>[] = [
    { id: 'day', kind: 'date', head: w.date, width: 100, value: ({ day }) => day },
    { id: 'about', kind: 'text', head: w.what, width: { share: 3, least: 90 }, value: about },
    {
      id: 'kind',
      kind: 'text',
      head: w.kind,
      width: { share: 2, least: 134 },
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
      hideBelow: 760,
    },
    {
      id: 'wallet',
      kind: 'names',
      between: ' → ',
      head: w.wallet,
      width: { share: 3, least: 146 },
      value: ({ event }) => walletsOf(event).map(name),
      isQuiet: true,
      hideBelow: 440,
    },
    {
      id: 'amount',
      kind: 'money',
      head: w.amount,
      width: 124,
      value: ({ amount, event }) => (directionOf(event.what) === 'in' ? amount : -amount),
      cell: ({ amount, event, cancelled }) => (
        <SignedAmount amount={amount} direction={directionOf(event.what)} isCancelled={cancelled !== null} />
      ),
      isStrong: true,
    },
  ]
  return (
    <>
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
          <EmptyState action={isNarrowed(filter) && <ActionButton label={w.clearSearch} onAct={onClear} />}>
            {isNarrowed(filter) ? w.emptySearch : w.empty}
          </EmptyState>
        }
      />
    </>
  )
}
