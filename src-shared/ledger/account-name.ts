import type { AccountingTerms, Settings } from '../settings/settings.ts'
import { type ChartCode, chartOfAccounts } from './chart-of-accounts.ts'
import { STANDARD_NAMES } from './standard-names.ts'

/** How things of the books are named: in which language, and in the shop's words or the bookkeeper's ("Istilah akuntansi"). */
export type Naming = Pick<Settings, 'language' | 'accountingTerms'>

/** Where an account's name is of no matter. */
export const EVERYDAY: Naming = { language: 'id', accountingTerms: 'everyday' }

const accountByCode = new Map<string, (typeof chartOfAccounts)[number]>(
  chartOfAccounts.map((account) => [account.code, account]),
)

const TERMS = ['everyday', 'standard'] as const satisfies readonly AccountingTerms[]

/** All that an account of the chart is called before its owner names it, whatever the language and the terms. */
export const firstNames = (code: string): readonly string[] =>
  (['id', 'en'] as const).flatMap((language) =>
    TERMS.flatMap((accountingTerms) => chartName(code, { language, accountingTerms }) ?? []),
  )

/** What an account of the chart is called before its owner names it; undefined for one the owner added. */
export function chartName(code: string, { language, accountingTerms }: Naming): string | undefined {
  const account = accountByCode.get(code)
  if (!account) return undefined
  if (accountingTerms === 'standard') return STANDARD_NAMES[code as ChartCode][language === 'id' ? 0 : 1]
  return language === 'id' ? account.name : account.nameEn
}
