import { describe, expect, test } from 'vitest'
import { cashEntries } from '../../src-main/core/cash/cash-entries.ts'
import type { CashEvent } from '../../src-shared/cash/cash-record.ts'
import { chartOfAccounts } from '../../src-shared/ledger/chart-of-accounts.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { householdVectors } from '../vectors/household-vectors.ts'
import { shopMoneyVectors } from '../vectors/shop-money-vectors.ts'

const accounts = new Map(
  chartOfAccounts.map((account) => [
    account.code as AccountCode,
    { ...account, roles: [...account.roles], isOwn: false, isArchived: false },
  ]),
)

/** Debit positive, by account, one object a book. */
function posted(event: CashEvent, { keepsHousehold = true } = {}) {
  const books: Record<string, Record<string, number>> = {}
  for (const { book, lines } of cashEntries(aCashRecord(event), { keepsHousehold }, accounts))
    books[book] = Object.fromEntries(lines.map((line) => [line.account, 'amount' in line ? line.amount : NaN]))
  return books
}

describe('an event that crosses the wall is written in both books', () => {
  test.each(householdVectors)('$id: $what', ({ event, usaha, rumah }) => {
    expect(posted(event)).toEqual({ usaha, rumah })
  })

  test('and the two entries carry the id of their record', () => {
    const record = aCashRecord(householdVectors[0]!.event)
    expect(cashEntries(record, { keepsHousehold: true }, accounts).map(({ pairId }) => pairId)).toEqual([
      record.id,
      record.id,
    ])
  })

  test.each(householdVectors)('$id without a household book: only the shop writes', ({ event, usaha }) => {
    expect(posted(event, { keepsHousehold: false })).toEqual({ usaha })
  })
})

describe('money of the shop alone is one entry', () => {
  test.each(shopMoneyVectors)('$id: $what', ({ event, usaha }) => {
    expect(posted(event)).toEqual({ usaha })
  })

  test('a loan is a debt, and of an instalment only the interest is a cost', () => {
    expect(posted({ what: 'loan received', wallet: '1110', account: '2201', amount: 50_000_000 })).toEqual({
      usaha: { 1110: 50_000_000, 2201: -50_000_000 },
    })
    expect(
      posted({ what: 'loan instalment', wallet: '1110', account: '2201', principal: 2_083_333, interest: 250_000 }),
    ).toEqual({ usaha: { 2201: 2_083_333, 7101: 250_000, 1110: -2_333_333 } })
    expect(
      posted({ what: 'loan instalment', wallet: '1120', account: '2202', principal: 0, interest: 15_000 }),
    ).toEqual({ usaha: { 7102: 15_000, 1120: -15_000 } })
  })

  test('a supplier who is paid is owed less', () => {
    expect(posted({ what: 'pay supplier', wallet: '1110', amount: 2_400_000 })).toEqual({
      usaha: { 2101: 2_400_000, 1110: -2_400_000 },
    })
  })

  test('the fee of a transfer is a bank charge from a bank, a payment cost from anywhere else', () => {
    const moved = (wallet: AccountCode) =>
      posted({ what: 'transfer', wallet, toWallet: '1101', amount: 100_000, fee: 2_500 })
    expect(moved('1110')).toEqual({ usaha: { 1101: 97_500, 6211: 2_500, 1110: -100_000 } })
    expect(moved('1130')).toEqual({ usaha: { 1101: 97_500, 6110: 2_500, 1130: -100_000 } })
  })
})

describe("the household's own money stays on its own side", () => {
  test('wages come in, school is paid, cash is drawn', () => {
    expect(posted({ what: 'household income', householdWallet: '9110', amount: 4_000_000 })).toEqual({
      rumah: { 9110: 4_000_000, 9402: -4_000_000 },
    })
    expect(
      posted({ what: 'household expense', householdWallet: '9110', householdAccount: '9502', amount: 750_000 }),
    ).toEqual({ rumah: { 9502: 750_000, 9110: -750_000 } })
    expect(posted({ what: 'transfer', wallet: '9110', toWallet: '9101', amount: 500_000, fee: 6_500 })).toEqual({
      rumah: { 9101: 493_500, 9599: 6_500, 9110: -500_000 },
    })
  })
})

test('what both sides owe each other can be set off without money', () => {
  expect(posted({ what: 'set off', amount: 120_000 })).toEqual({
    usaha: { 2120: 120_000, 1230: -120_000 },
    rumah: { 9201: 120_000, 9130: -120_000 },
  })
})
