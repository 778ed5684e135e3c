import { Flex } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CashRecord } from '../../src-shared/cash/cash-record.ts'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import { api } from '../base/api.ts'
import { useSettings } from '../base/use-settings.ts'
import { useNow } from '../design/clock.ts'
import { useLocale } from '../design/language.tsx'
import { BooksFrame } from '../ledger/BooksFrame.tsx'
import { BEGUN_GONE } from './begun-record.ts'
import { CashFormCard } from './CashFormCard.tsx'
import { CashList } from './CashList.tsx'
import { CashPanel } from './CashPanel.tsx'
import { emptyForm, formOf } from './cash-form.ts'
import { useCashAddress } from './cash-list-address.ts'
import { WalletList } from './WalletList.tsx'

/** Catat Kas: the form at the left, what was recorded, and what is in the wallets. The address may name the kind of record to begin. */
export function CashPage() {
  const { zone } = useLocale()
  const settings = useSettings()
  const { id, begun, filter, change } = useCashAddress()
  const today = businessDay(useNow(), zone)
  const accounts = useQuery(api.ledger.accounts.queryOptions()).data ?? []
  const [form, setForm] = useState(() => ({ ...emptyForm(today), ...begun }))
  const [correcting, setCorrecting] = useState<string | null>(null)
  const correct = (record: CashRecord) => {
    setForm(formOf(record))
    setCorrecting(record.id)
    change({ id: null })
  }
  // led here again while the page is open: the palette, a link of a guide
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each record that is begun
  useEffect(() => {
    if (!begun) return
    setForm((present) => ({ ...present, account: null, householdAccount: null, ...begun }))
    change(BEGUN_GONE)
  }, [JSON.stringify(begun)])
  const done = () => {
    setCorrecting(null)
    setForm(
      emptyForm(today, correcting ? 'business expense' : form.what, {
        wallet: form.wallet,
        householdWallet: form.householdWallet,
      }),
    )
  }
  return (
    <BooksFrame
      tab="cash"
      sidePanel={
        id !== null && (
          <CashPanel key={id} id={id} accounts={accounts} onCorrect={correct} onClose={() => change({ id: null })} />
        )
      }
    >
      <Flex flex={1} gap={18} mih={0} p="12px 18px 10px">
        {accounts.length > 0 && (
          <CashFormCard
            form={form}
            accounts={accounts}
            today={today}
            keepsHousehold={settings?.keepsHousehold ?? false}
            isCorrection={correcting !== null}
            onChange={setForm}
            onDone={done}
          />
        )}
        <CashList
          filter={filter}
          accounts={accounts}
          keepsHousehold={settings?.keepsHousehold ?? false}
          openId={id}
          onFilter={change}
          onOpen={(next) => change({ id: next })}
        />
        {id === null && <WalletList chosen={filter.wallet} onChoose={(wallet) => change({ wallet })} />}
      </Flex>
    </BooksFrame>
  )
}
