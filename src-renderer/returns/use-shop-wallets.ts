import { useQuery } from '@tanstack/react-query'
import type { Return } from '../../src-shared/returns/return.ts'
import { returnsWords } from '../../src-shared/returns/returns.words.ts'
import { api } from '../base/api.ts'
import { useWords } from '../design/language.tsx'

/** The shop's wallets as choices; for a refund also what a channel or buyer still owes for this order, which comes first. */
export function useShopWallets(refundOf: Pick<Return, 'paidInto' | 'channel'> | null = null) {
  const w = useWords(returnsWords)
  const { data = [] } = useQuery(api.cash.wallets.queryOptions())
  const wallets = data
    .filter(({ book }) => book === 'usaha')
    .map(({ account, name }) => ({ value: account, label: name }))
  const isWallet = wallets.some(({ value }) => value === refundOf?.paidInto)
  if (!refundOf || isWallet) return wallets
  return [{ value: refundOf.paidInto, label: refundOf.channel === 'own' ? w.ownReceivable : w.receivable }, ...wallets]
}
