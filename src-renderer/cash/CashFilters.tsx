import { Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { cashEventWords, cashWords } from '../../src-shared/cash/cash.words.ts'
import type { CashEventKind } from '../../src-shared/cash/cash-record.ts'
import type { CashSort } from '../../src-shared/cash/direction.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { bareName } from '../../src-shared/ledger/bare-name.ts'
import { api } from '../base/api.ts'
import { DayField } from '../design/fields/DayField.tsx'
import { useWords } from '../design/language.tsx'
import classes from './cash.module.css'
import { CASH_KINDS } from './cash-form.ts'
import type { CashFilterValues } from './cash-list-address.ts'
import { walletsShown } from './wallets-shown.ts'

export interface CashFiltersProps {
  filter: CashFilterValues
  keepsHousehold: boolean
  onChange: (change: Partial<CashFilterValues>) => void
}

/** Narrows the list: which way or kind, one wallet, between two days. */
export function CashFilters({ filter, keepsHousehold, onChange }: CashFiltersProps) {
  const w = useWords(cashWords)
  const kinds = useWords(cashEventWords)
  const wallets = useQuery(api.cash.wallets.queryOptions()).data ?? []
  const shown = walletsShown(wallets).filter(({ book }) => keepsHousehold || book === 'usaha')
  const ofBook = (book: 'usaha' | 'rumah') =>
    wallets
      .filter((wallet) => wallet.account === filter.wallet || shown.includes(wallet))
      .filter((wallet) => wallet.book === book)
      .map(({ account, name }) => ({ value: account as string, label: bareName(name) }))
  const balances = new Map(wallets.map(({ account, balance }) => [account as string, balance]))
  return (
    <fieldset className={classes.filters} aria-label={w.filters}>
      <Select
        size="xs"
        aria-label={w.kind}
        placeholder={w.allKinds}
        clearable
        maxDropdownHeight={420}
        comboboxProps={{ width: 240, position: 'bottom-start' }}
        data={[
          {
            group: w.groupWays,
            items: [
              { value: 'in', label: w.sortIn },
              { value: 'out', label: w.sortOut },
              { value: 'moved', label: w.sortMoved },
            ],
          },
          {
            group: w.groupKinds,
            items: CASH_KINDS.filter((what) => what !== 'transfer').map((what: CashEventKind) => ({
              value: what as string,
              label: kinds[what],
            })),
          },
        ]}
        value={filter.sort}
        onChange={(sort) => onChange({ sort: sort as CashSort | null })}
      />
      <Select
        size="xs"
        aria-label={w.wallet}
        placeholder={w.allWallets}
        clearable
        comboboxProps={{ width: 300, position: 'bottom-start' }}
        data={[
          { group: w.shopMoney, items: ofBook('usaha') },
          { group: w.homeMoney, items: ofBook('rumah') },
        ]}
        renderOption={({ option }) => (
          <Group flex={1} justify="space-between" gap={8} wrap="nowrap">
            <span>{option.label}</span>
            <span className="quiet">{formatRupiah(balances.get(option.value) ?? 0)}</span>
          </Group>
        )}
        value={filter.wallet}
        onChange={(wallet) => onChange({ wallet })}
      />
      <DayField
        label={w.from}
        placeholder={w.fromShort}
        isLabelHidden
        isClearable
        value={filter.from}
        {...(filter.to && { latest: filter.to })}
        onChange={(from) => onChange({ from })}
      />
      <DayField
        label={w.to}
        placeholder={w.toShort}
        isLabelHidden
        isClearable
        value={filter.to}
        {...(filter.from && { earliest: filter.from })}
        onChange={(to) => onChange({ to })}
      />
    </fieldset>
  )
}
