import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { BankLineState } from '../../src-shared/bank/bank.ts'
import { Month } from '../../src-shared/kernel/business-day.ts'

/** What the address says about Kotak Masuk Bank: the state of its lines, the account, the month and the search. */
export interface BankAddress {
  state: BankLineState
  account: string | null
  month: string | null
  query: string
}

function readBankAddress(search: string): BankAddress {
  const params = new URLSearchParams(search)
  return {
    state: BankLineState.catch('waiting').parse(params.get('state')),
    account: /^\d{4}$/.test(params.get('account') ?? '') ? params.get('account') : null,
    month: Month.nullable().catch(null).parse(params.get('month')),
    query: params.get('query') ?? '',
  }
}

function writeBankAddress({ state, account, month, query }: BankAddress): string {
  const params = new URLSearchParams({ state })
  if (account) params.set('account', account)
  if (month) params.set('month', month)
  if (query) params.set('query', query)
  return `/bank?${params}`
}

/** The address as state; changes replace the present one. */
export function useBankAddress() {
  const [, go] = useLocation()
  const search = useSearch()
  const address = useMemo(() => readBankAddress(search), [search])
  const change = (next: Partial<BankAddress>) => go(writeBankAddress({ ...address, ...next }), { replace: true })
  return { address, change }
}
