import type { CashEvent } from './cash-record.ts'

/** The wallets a record names, from where to where. */
export function walletsOf(event: CashEvent): string[] {
  if (event.what === 'transfer') return [event.wallet, event.toWallet]
  const shop = 'wallet' in event ? [event.wallet] : []
  const home = 'householdWallet' in event ? [event.householdWallet] : []
  return event.what === 'put in capital' || event.what === 'household repays' ? [...home, ...shop] : [...shop, ...home]
}

/** What it was for: accounts of spending, income or debt. */
export function purposesOf(event: CashEvent): string[] {
  const facts = event as { account?: string; householdAccount?: string; clearing?: string }
  return [facts.account, facts.householdAccount, facts.clearing].filter((code) => code !== undefined)
}
