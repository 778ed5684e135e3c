import { Box, Flex, Group } from '@mantine/core'
import { IconDownload, IconTags } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { cashWords } from '../../src-shared/cash/cash.words.ts'
import { bareName } from '../../src-shared/ledger/bare-name.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { client } from '../base/api.ts'
import { saveFile } from '../base/files.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'
import { CashFilters } from './CashFilters.tsx'
import { CashRecords } from './CashRecords.tsx'
import { CategoriesDialog } from './CategoriesDialog.tsx'
import { cashShortcuts } from './cash.shortcuts.ts'
import { askedBy, type CashFilterValues } from './cash-list-address.ts'
import { WalletBook } from './WalletBook.tsx'

export interface CashListProps {
  filter: CashFilterValues
  accounts: readonly Account[]
  keepsHousehold: boolean
  openId: string | null
  onFilter: (change: Partial<CashFilterValues>) => void
  onOpen: (id: string) => void
}

/** Every cash record, newest first; of one wallet, everything that moved it with the balance after each. */
export function CashList(props: CashListProps) {
  const { filter, accounts, onFilter } = props
  const w = useWords(cashWords)
  const wallet = accounts.find(({ code }) => code === filter.wallet)
  const [isSorting, setSorting] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      client.cash.exportFile({ ...askedBy(filter), ...(wallet && { wallet: wallet.code }), format: 'xlsx' }),
    onSuccess: async (file) => {
      if (await saveFile(file)) showToast({ text: w.exported(file.name) })
    },
  })
  const clear = () => onFilter({ query: '', sort: null, from: null, to: null })
  return (
    <Flex component="section" direction="column" gap={8} flex={1} miw={0} mih={0} aria-label={w.list}>
      <Group justify="space-between" gap={12} wrap="nowrap">
        <Box component="h2" className="heading cut" flex="none" maw="36%">
          {wallet ? w.bookOf(bareName(wallet.name)) : w.list}
        </Box>
        <Group gap={8} wrap="nowrap" flex="0 1 auto" miw={0}>
          <ActionButton
            icon={IconTags}
            size="small"
            kind="quiet"
            shortcut={cashShortcuts.list.categories}
            onAct={() => setSorting(true)}
          />
          <IconButton label={w.exportList} icon={IconDownload} onAct={() => save.mutate()} />
          <SearchInList
            label={w.search}
            hint={w.searchHint}
            query={filter.query}
            onQuery={(query) => onFilter({ query })}
          />
        </Group>
      </Group>
      <RefusalNotice error={save.error} />
      <CashFilters filter={filter} keepsHousehold={props.keepsHousehold} onChange={onFilter} />
      {wallet ? (
        <WalletBook wallet={wallet} filter={filter} openId={props.openId} onOpen={props.onOpen} onClear={clear} />
      ) : (
        <CashRecords filter={filter} accounts={accounts} openId={props.openId} onOpen={props.onOpen} onClear={clear} />
      )}
      {isSorting && (
        <CategoriesDialog accounts={accounts} keepsHousehold={props.keepsHousehold} onClose={() => setSorting(false)} />
      )}
    </Flex>
  )
}
