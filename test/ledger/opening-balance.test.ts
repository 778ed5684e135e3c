import { describe, expect, test } from 'vitest'
import { aCore } from '../builders/a-core.ts'
import { posted } from '../builders/posted.ts'

type Client = Awaited<ReturnType<typeof aCore>>['client']
const save = (client: Client, amounts: Record<string, number>) =>
  client.ledger.opening.save({ lines: Object.entries(amounts).map(([account, amount]) => ({ account, amount })) })

async function balancesOf(client: Client, ...accounts: string[]) {
  const balances: Record<string, number> = {}
  for (const account of accounts)
    balances[account] = (await client.ledger.accountEntries({ accounts: [account], to: '2026-11-30' })).closing
  return balances
}

test('capital is what remains of everything owned less everything owed, and is never asked', async () => {
  const { client } = await aCore()
  expect(
    await save(client, { 1101: 2_000_000, 1110: 5_500_000, 1591: 500_000, 2101: 1_250_000, 1501: 3_000_000 }),
  ).toEqual({
    capital: 8_750_000,
  })
  expect(await balancesOf(client, '3101', '2101', '1591')).toEqual({ 3101: 8_750_000, 2101: 1_250_000, 1591: 500_000 })
  const [entry] = (await client.ledger.entries({})).rows
  expect(entry).toMatchObject({ day: '2026-11-01', memo: 'Saldo Awal', document: { label: 'Saldo Awal' } })
})

test('a shop that owes more than it owns has begun with a deficit', async () => {
  const { client } = await aCore()
  expect(await save(client, { 1101: 100_000, 2201: 400_000 })).toEqual({ capital: -300_000 })
})

test('opening stock is capital too, but is counted by its own documents', async () => {
  const { client, doors } = await aCore()
  await save(client, { 1101: 2_000_000 })
  await posted(doors, { day: '2026-11-01', kind: 'opening-stock', lines: { 1301: 750_000, 3101: -750_000 } })
  expect(await client.ledger.opening.get()).toMatchObject({
    day: '2026-11-01',
    stockValue: 750_000,
    capital: 2_750_000,
  })
})

test('saved again it replaces the answers; saved unchanged it posts nothing', async () => {
  const { client, doors } = await aCore()
  const entries = () => doors.raw.prepare('SELECT count(*) FROM entry').pluck().get()
  await save(client, { 1101: 2_000_000, 1110: 1_000_000 })
  await save(client, { 1101: 2_000_000, 1110: 1_000_000 })
  expect(entries()).toBe(1)
  await save(client, { 1101: 2_100_000 })
  expect(entries()).toBe(3)
  expect(await balancesOf(client, '1101', '1110', '3101')).toEqual({ 1101: 2_100_000, 1110: 0, 3101: 2_100_000 })
  await save(client, {})
  expect(await balancesOf(client, '1101', '3101')).toEqual({ 1101: 0, 3101: 0 })
})

describe('the form', () => {
  test('names every account that may be filled in, with its amount', async () => {
    const { client } = await aCore()
    await save(client, { 1120: 350_000, 9110: 400_000 })
    const { lines } = await client.ledger.opening.get()
    expect(lines).toContainEqual({
      account: '1120',
      name: 'E-wallet usaha (GoPay/OVO/DANA/ShopeePay)',
      amount: 350_000,
    })
    expect(lines).toContainEqual({ account: '9110', name: 'Rekening pribadi', amount: 400_000 })
    expect(lines).toContainEqual({ account: '2101', name: 'Utang ke pemasok', amount: 0 })
    expect(lines.map(({ account }) => account)).not.toContain('1301')
    expect(lines.map(({ account }) => account)).not.toContain('3101')
  })

  test.each([
    ['stock, which its own documents count', '1301', 'ACCOUNT_HAS_NO_OPENING'],
    ['capital, which is computed', '3101', 'ACCOUNT_HAS_NO_OPENING'],
    ['sales of a year that has just begun', '4101', 'ACCOUNT_HAS_NO_OPENING'],
    ["the household's side of a debt, which is mirrored", '9201', 'ACCOUNT_HAS_NO_OPENING'],
    ['an account that is not there', '1999', 'ACCOUNT_NOT_FOUND'],
  ])('refuses %s', async (_, account, code) => {
    const { client } = await aCore()
    await expect(save(client, { 1101: 1_000, [account]: 1_000 })).rejects.toMatchObject({ code })
    expect((await client.ledger.entries({})).rows).toEqual([])
  })
})

describe('on the other side of the wall', () => {
  test('the household begins with its cash, and with what it owes the shop and the shop owes it', async () => {
    const { client } = await aCore()
    await save(client, { 1101: 2_000_000, 1230: 300_000, 2120: 125_000, 9101: 450_000 })
    expect(await balancesOf(client, '3101', '9130', '9201', '9301')).toEqual({
      3101: 2_175_000,
      9130: 125_000,
      9201: 300_000,
      9301: 275_000,
    })
    expect((await client.household.month({ month: '2026-11' })).wallHolds).toBe(true)
  })

  test('a household without a book has no side', async () => {
    const { client } = await aCore({ setUp: { keepsHousehold: false } })
    await save(client, { 1101: 2_000_000, 1230: 300_000 })
    expect((await client.ledger.entries({ book: 'rumah' })).rows).toEqual([])
    await expect(save(client, { 9101: 1_000 })).rejects.toMatchObject({ code: 'ACCOUNT_HAS_NO_OPENING' })
  })
})
