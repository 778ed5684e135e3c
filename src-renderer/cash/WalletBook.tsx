import { useInfiniteQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { cashEventWords, cashWords } from '../../src-shared/cash/cash.words.ts'
import type { WalletMove } from '../../src-shared/cash/cash-record.ts'
import { bareName } from '../../src-shared/ledger/bare-name.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { useWords } from '../design/language.tsx'
import type { Column } from '../design/table/columns.ts'
import { DataTable } from '../design/table/DataTable.tsx'
import { documentPath } from '../ledger/books-address.ts'
import { askedBy, type CashFilterValues, isNarrowed } from './cash-list-address.ts'
import { SignedAmount } from './SignedAmount.tsx'

export interface WalletBookProps {
  wallet: Account
  filter: CashFilterValues
  openId: string | null
  /** A cash record opens beside the list; every other document on its own page. */
  onOpen: (id: string) => void
  onClear: () => void
}

/** What came into one wallet and what left it, in the order of days, with the balance after each. */
export function WalletBook({ wallet, filter, openId, onOpen, onClear }: WalletBookProps) {
  const w = useWords(cashWords)
  const kinds = useWords(cashEventWords)
  const [, go] = useLocation()
  const moves = useInfiniteQuery(
    api.cash.walletBook.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...askedBy(filter), wallet: wallet.code, cursor }),
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      initialPageParam: undefined as string | undefined,
    }),
  )
  const columns: Column<WalletMove>[] = [
    { id: 'day', kind: 'date', head: w.date, width: 100, value: ({ day }) => day, isSortable: false },
    {
      id: 'about',
      kind: 'text',
      head: w.what,
      width: { share: 3, least: 90 },
      // of what no cash record says, the entry says what it was: "Penjualan LB-…"
      value: ({ what, memo, document }) => (what === null && memo ? memo : document.label),
      isSortable: false,
    },
    {
      id: 'kind',
      kind: 'text',
      head: w.kind,
      width: { share: 2, least: 100 },
      value: ({ what }) => (what === null ? '' : kinds[what]),
      isQuiet: true,
      isSortable: false,
      hideBelow: 700,
    },
    {
      id: 'amount',
      kind: 'money',
      head: w.inOut,
      width: 124,
      value: ({ amount }) => amount,
      cell: ({ amount }) => <SignedAmount amount={Math.abs(amount)} direction={amount > 0 ? 'in' : 'out'} />,
      isStrong: true,
      isSortable: false,
    },
    { id: 'balance', kind: 'money', head: w.balance, width: 124, value: ({ balance }) => balance, isSortable: false },
  ]
  return (
    <>
      <RefusalNotice error={moves.error} onRetry={() => moves.refetch()} />
      <DataTable
        label={w.bookOf(bareName(wallet.name))}
        rows={moves.data?.pages.flatMap((page) => page.rows) ?? []}
        rowId={({ day, document }) => `${day}/${document.kind}/${document.id}`}
        rowName={({ document }) => document.label}
        columns={columns}
        isLoading={moves.isLoading}
        {...(moves.hasNextPage && { onEndReached: () => void moves.fetchNextPage() })}
        openId={openId}
        onOpen={({ document }) => {
          if (document.kind === 'cash-record') return onOpen(document.id)
          const path = documentPath(document)
          if (path) go(path)
        }}
        empty={
          <EmptyState action={isNarrowed(filter) && <ActionButton label={w.clearSearch} onAct={onClear} />}>
            {isNarrowed(filter) ? w.emptySearch : w.emptyWallet}
          </EmptyState>
        }
      />
    </>
  )
}
