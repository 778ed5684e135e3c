import { expect, test } from 'vitest'
import { ACCOUNT_ROLES, chartOfAccounts } from '../../src-shared/ledger/chart-of-accounts.ts'
import { statementWords } from '../../src-shared/ledger/ledger.words.ts'
import { aCore } from '../builders/a-core.ts'

const withRole = (role: (typeof ACCOUNT_ROLES)[number]) =>
  chartOfAccounts.filter(({ roles }) => roles.includes(role)).map(({ code }) => code)

test('a shop gets the whole chart, with the role of every account', async () => {
  const { client } = await aCore()
  const stored = await client.ledger.accounts()
  expect(stored).toEqual(
    chartOfAccounts.map(({ nameEn, ...account }) => ({ ...account, isOwn: false, isArchived: false })),
  )
})

test('every role is played, and merchandise is spent on by documents of stock alone', () => {
  for (const role of ACCOUNT_ROLES) expect(withRole(role).length).toBeGreaterThan(0)
  expect(withRole('stock')).toEqual(['1301', '1303', '1305'])
  expect(withRole('stock').filter((code) => withRole('spending').includes(code))).toEqual([])
  expect(withRole('payable').filter((code) => !withRole('spending').includes(code))).toEqual([])
})

test('what moves money has an account for what that costs, an expense of the same book', () => {
  const known = new Map<string, (typeof chartOfAccounts)[number]>(
    chartOfAccounts.map((account) => [account.code, account]),
  )
  const moves = chartOfAccounts.filter(
    ({ isCash, roles }) => isCash || roles.includes('awaited') || roles.includes('loan'),
  )
  expect(moves.length).toBeGreaterThan(10)
  for (const { code, book, costAccount } of moves)
    expect([code, known.get(costAccount!)]).toMatchObject([code, { kind: 'expense', book }])
})

test('an account of the shop adds to a line that the statements print', () => {
  const printed = Object.keys(statementWords.id)
  const unprinted = chartOfAccounts.filter(({ book, line }) => book === 'usaha' && !printed.includes(line))
  // these two are summed into lines of their own by month
  expect(new Set(unprinted.map(({ line }) => line))).toEqual(new Set(['drawings', 'retained earnings']))
})
