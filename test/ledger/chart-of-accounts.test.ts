import { expect, test } from 'vitest'
import { chartName } from '../../src-shared/ledger/account-name.ts'
import { ACCOUNT_ROLES, chartOfAccounts } from '../../src-shared/ledger/chart-of-accounts.ts'
import { statementWords } from '../../src-shared/ledger/statement.words.ts'
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

test.each(['id', 'en'] as const)('in %s every account has a standard name of its own', (language) => {
  const names = chartOfAccounts.map(({ code }) => chartName(code, { language, accountingTerms: 'standard' }))
  expect(names.filter(Boolean)).toHaveLength(chartOfAccounts.length)
  expect(new Set(names).size).toBe(chartOfAccounts.length)
})

test('a shop that asks for standard terms has them in the chart, both statements and every export; a name of its own stays', async () => {
  const { client } = await aCore()
  await client.cash.categories.save({ code: '6205', kind: 'spending', name: 'Pulsa dan wifi' })
  await client.ledger.opening.save({
    lines: [
      { account: '1201', amount: 900_000 },
      { account: '2101', amount: 250_000 },
    ],
  })
  const neraca = () => client.ledger.neraca({ day: '2026-11-22' })
  const everyday = await neraca()
  await client.settings.change({ accountingTerms: 'standard' })

  const nameOf = new Map((await client.ledger.accounts()).map(({ code, name }) => [code, name]))
  expect(nameOf.get('1201')).toBe('Piutang escrow, Shopee')
  expect(nameOf.get('2111')).toBe('PPN keluaran')
  expect(nameOf.get('6205')).toBe('Pulsa dan wifi')

  const standard = await neraca()
  expect([everyday, standard].map(({ liabilities }) => liabilities.name)).toEqual(['Utang (Kewajiban)', 'Liabilitas'])
  expect(standard.liabilities.lines.find(({ key }) => key === 'trade payables')!.name).toBe('Utang usaha')
  expect(standard.assets.lines.find(({ key }) => key === 'marketplace receivables')!.accounts[0]!.name).toBe(
    'Piutang escrow, Shopee',
  )
  // paper for the bank has them whatever the screen says
  expect(everyday.liabilities.formalName).toBe('Liabilitas')
  const { revenue } = await client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-30' })
  expect(revenue.lines.map(({ name }) => name)).toEqual(['Penjualan'])

  for (const format of ['hledger', 'csv', 'excel'] as const) {
    const { text } = await client.ledger.exportJournal({ format })
    expect([format, text.includes('Piutang escrow, Shopee'), text.includes('Uang ditahan Shopee')]).toEqual([
      format,
      true,
      false,
    ])
  }
})
