import { type ChartCode, chartOfAccounts } from '../ledger/chart-of-accounts.ts'

const cashInHandOf = (of: 'usaha' | 'rumah'): ChartCode =>
  chartOfAccounts.find(({ book, roles }) => book === of && roles.includes('cash in hand'))!.code

/** Kas tunai of the shop and of the home: where money is written down until another wallet is chosen. */
export const CASH_IN_HAND = { usaha: cashInHandOf('usaha'), rumah: cashInHandOf('rumah') } as const
