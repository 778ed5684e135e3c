import { Flex } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { CashRecord } from '../../src-shared/cash/cash-record.ts'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import { api } from '../base/api.ts'
import { useSettings } from '../base/use-settings.ts'
import { useNow } from '../design/clock.ts'
import { useLocale } from '../design/language.tsx'
import { BooksFrame } from '../ledger/BooksFrame.tsx'
import { CashFormCard } from './CashFormCard.tsx'
import { CashList } from './CashList.tsx'
import { CashPanel } from './CashPanel.tsx'
import { CASH_KINDS, emptyForm, formOf } from './cash-form.ts'
import { WalletList } from './WalletList.tsx'

/** Catat Kas: the form at the left, what was recorded, and what is in the wallets. */
export function CashPage() {
  const { zone } = useLocale()
  const settings = useSettings()
  const [, go] = useLocation()
  const params = new URLSearchParams(useSearch())
  const today = businessDay(useNow(), zone)
  const asked = CASH_KINDS.find((what) => what === params.get('what'))
  const accounts = useQuery(api.ledger.accounts.queryOptions()).data ?? []
  const [form, setForm] = useState(() => emptyForm(today, asked))
  const [correcting, setCorrecting] = useState<string | null>(null)
  const id = params.get('id')
  const query = params.get('query') ?? ''
  const change = (name: string, value: string | null) => {
    if (value) params.set(name, value)
    else params.delete(name)
    go(`/pembukuan/kas?${params}`, { replace: true })
  }
  const correct = (record: CashRecord) => {
    setForm(formOf(record))
    setCorrecting(record.id)
    change('id', null)
  }
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
          <CashPanel key={id} id={id} accounts={accounts} onCorrect={correct} onClose={() => change('id', null)} />
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
          query={query}
          accounts={accounts}
          openId={id}
          onQuery={(next) => change('query', next)}
          onOpen={(next) => change('id', next)}
        />
        {id === null && <WalletList today={today} />}
      </Flex>
    </BooksFrame>
  )
}
