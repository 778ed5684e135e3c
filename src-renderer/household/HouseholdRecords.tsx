import { Box, Flex, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { cashEventWords } from '../../src-shared/cash/cash.words.ts'
import type { CashEventKind, CashRecord } from '../../src-shared/cash/cash-record.ts'
import { purposesOf } from '../../src-shared/cash/wallets-of.ts'
import { householdWords } from '../../src-shared/household/household.words.ts'
import { firstOfMonth, formatDay, lastOfMonth, type Month } from '../../src-shared/kernel/business-day.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { formatMoney } from '../design/money.ts'
import { RowButton } from '../design/RowButton.tsx'
import { Section } from '../design/Section.tsx'

/** Records that touch nothing but the shop. */
const SHOP_ONLY: ReadonlySet<CashEventKind> = new Set([
  'business expense',
  'business income',
  'clearing received',
  'pay supplier',
  'loan received',
  'loan instalment',
])
const isOfHome = ({ event, cancelled }: CashRecord, accounts: readonly Account[]) =>
  !cancelled &&
  !SHOP_ONLY.has(event.what) &&
  !(event.what === 'transfer' && accounts.find(({ code }) => code === event.wallet)?.book === 'usaha')

const INTO_HOME: ReadonlySet<CashEventKind> = new Set([
  'take home',
  'household income',
  'repay household',
  'lend to household',
])
const SHOWN = 12

/** The month's latest records that touched the household; each opens in Catat Kas. */
export function HouseholdRecords({ month, accounts }: { month: Month; accounts: readonly Account[] }) {
  const w = useWords(householdWords)
  const kinds = useWords(cashEventWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const found = useQuery(
    api.cash.list.queryOptions({ input: { from: firstOfMonth(month), to: lastOfMonth(month), limit: 200 } }),
  )
  const records = found.data?.rows.filter((record) => isOfHome(record, accounts)).slice(0, SHOWN)
  const name = (code: string) => accounts.find((account) => account.code === code)?.name ?? code
  return (
    <Section
      title={w.latest}
      grows
      aside={<ActionButton label={w.allRecords} size="small" kind="quiet" onAct={() => go('/pembukuan/kas')} />}
    >
      <RefusalNotice error={found.error} onRetry={() => found.refetch()} />
      {records && (
        <Card isFlush>
          {records.length === 0 && (
            <Text component="p" p={14} c="dimmed">
              {w.noRecords}
            </Text>
          )}
          {records.map((record) => (
            <RowButton key={record.id} isInCard onClick={() => go(`/pembukuan/kas?id=${record.id}`)}>
              <Box component="span" w={46} flex="none" className="quiet small">
                {formatDay(record.day, language).replace(/ \d{4}$/, '')}
              </Box>
              <Flex component="span" direction="column" flex={1} miw={0}>
                <span className="cut">
                  {record.note || purposesOf(record.event).map(name).join(', ') || kinds[record.event.what]}
                </span>
                <span className="quiet small cut">{kinds[record.event.what]}</span>
              </Flex>
              <strong>{formatMoney(INTO_HOME.has(record.event.what) ? record.amount : -record.amount)}</strong>
            </RowButton>
          ))}
        </Card>
      )}
    </Section>
  )
}
