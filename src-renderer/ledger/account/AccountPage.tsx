import { Flex, Group, Stack } from '@mantine/core'
import { IconArrowLeft, IconReportMoney } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useLocation, useSearch } from 'wouter'
import { businessDay, formatDay, formatDayLong, isBusinessDay } from '../../../src-shared/kernel/business-day.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useNow } from '../../design/clock.ts'
import { EmptyState } from '../../design/EmptyState.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { formatMoney } from '../../design/money.ts'
import { DataTable } from '../../design/table/DataTable.tsx'
import { BooksFrame } from '../BooksFrame.tsx'
import { EntryPanel } from '../journal/EntryPanel.tsx'
import { ledgerShortcuts } from '../ledger.shortcuts.ts'
import { useDetails } from '../statement/use-details.ts'
import { accountColumns } from './account-columns.tsx'

/** What a figure is made of: the balance before, every line newest first with the balance after it. */
export function AccountPage() {
  const w = useWords(booksWords)
  const { language, zone } = useLocale()
  const [, go] = useLocation()
  const params = new URLSearchParams(useSearch())
  const today = businessDay(useNow(), zone)
  const details = useDetails()
  const dayIn = (name: string) => {
    const text = params.get(name)
    return text !== null && isBusinessDay(text) ? text : undefined
  }
  const codes = params.get('codes')?.split(',').filter(Boolean) ?? []
  const to = dayIn('to') ?? today
  const from = dayIn('from')
  const entry = Number(params.get('entry')) || null

  const accounts = useQuery(api.ledger.accounts.queryOptions())
  const asked = params.get('side')
  const side = asked === 'D' || asked === 'K' ? asked : undefined
  const rows = useInfiniteQuery(
    api.ledger.accountEntries.infiniteOptions({
      input: (cursor: string | undefined) => ({
        accounts: codes,
        to,
        ...(from && { from }),
        ...(side && { side }),
        cursor,
      }),
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      initialPageParam: undefined as string | undefined,
      enabled: codes.length > 0,
    }),
  )
  const first = rows.data?.pages[0]
  const grows = side ?? accounts.data?.find(({ code }) => code === codes[0])?.normal ?? 'D'
  const names = accounts.data?.filter(({ code }) => codes.includes(code)).map(({ name }) => name) ?? []
  const title = params.get('name') || names[0] || w.account
  const range = from
    ? w.accountRange(formatDayLong(from, language), formatDayLong(to, language))
    : w.accountUntil(formatDayLong(to, language))
  const showEntry = (id: number | null) => {
    if (id === null) params.delete('entry')
    else params.set('entry', String(id))
    go(`/pembukuan/akun?${params}`, { replace: true })
  }
  const columns = accountColumns(w, { grows, showsDetails: details.isShown, isOfSeveral: codes.length > 1 })
  return (
    <BooksFrame
      tab={null}
      quietLine={title}
      sidePanel={entry !== null && <EntryPanel id={entry} onClose={() => showEntry(null)} onEntry={showEntry} />}
    >
      <Stack flex={1} gap={8} miw={0} mih={0} p="10px 18px">
        <Group gap="8px 12px" mih={30}>
          <ActionButton
            label={w.back}
            icon={IconArrowLeft}
            size="small"
            shortcut={entry === null ? standingShortcuts.back : undefined}
            onAct={() => window.history.back()}
          />
          <h2 className="heading">{title}</h2>
          <span className="quiet small">
            {details.isShown && codes.length < 6 ? `${codes.join(', ')}, ${range}` : range}
          </span>
          <Flex component="span" gap={8} ml="auto">
            <ActionButton
              label={details.label}
              icon={IconReportMoney}
              kind="quiet"
              size="small"
              shortcut={ledgerShortcuts.sheet.details}
              onAct={details.toggle}
            />
          </Flex>
        </Group>
        <RefusalNotice error={rows.error} onRetry={() => rows.refetch()} />
        {first && from && (
          <div className="quiet small">
            {w.openingBalance} <strong>{formatMoney(first.opening, 'statement')}</strong>
          </div>
        )}
        <DataTable
          label={title}
          rows={rows.data?.pages.flatMap((page) => page.rows) ?? []}
          rowId={({ entryId, account, balance, debit }) => `${entryId}/${account}/${balance}/${debit}`}
          columns={columns}
          isLoading={rows.isLoading}
          {...(rows.hasNextPage && { onEndReached: () => void rows.fetchNextPage() })}
          onOpen={(row) => showEntry(row.entryId)}
          {...(first && {
            totals: {
              label: w.closingBalance(formatDay(to, language)),
              cells: {
                [details.isShown ? 'debit' : 'added']: formatMoney(
                  grows === 'D' || details.isShown ? first.debit : first.credit,
                ),
                [details.isShown ? 'credit' : 'reduced']: formatMoney(
                  grows === 'D' || details.isShown ? first.credit : first.debit,
                ),
                balance: formatMoney(first.closing, 'statement'),
              },
            },
          })}
          empty={<EmptyState>{codes.length === 0 ? w.noAccount : w.emptyAccount}</EmptyState>}
        />
      </Stack>
    </BooksFrame>
  )
}
