import fc from 'fast-check'
import type { CashEvent } from '../../src-shared/cash/cash-record.ts'

const wallet = fc.constantFrom('1101', '1110', '1120', '1130')
const householdWallet = fc.constantFrom('9101', '9110')
const account = fc.constantFrom('1302', '1403', '1501', '6107', '6204', '6205', '7101', '8101')
const householdAccount = fc.constantFrom('9501', '9502', '9503', '9599')
const amount = fc.integer({ min: 1, max: 5_000_000 })
const payBack = fc.boolean()
const what = <Kind extends CashEvent['what']>(kind: Kind) => fc.constant(kind)

/** Events in which the household has a hand: none of them is the shop's income or cost, but for the shop's share of a bill. */
export const privateEvents: fc.Arbitrary<CashEvent> = fc.oneof(
  fc.record({ what: what('private expense'), wallet, householdAccount, amount }),
  fc.record({ what: what('take home'), wallet, householdWallet, amount }),
  fc.record({ what: what('put in capital'), wallet, householdWallet, amount }),
  fc.record({ what: what('repay household'), wallet, householdWallet, amount }),
  fc.record({ what: what('lend to household'), wallet, householdWallet, amount }),
  fc.record({ what: what('household repays'), wallet, householdWallet, amount }),
  fc.record({ what: what('forgive household'), amount }),
  fc.record({ what: what('set off'), amount }),
  fc.record({ what: what('household income'), householdWallet, amount }),
  fc.record({ what: what('household expense'), householdWallet, householdAccount, amount }),
  fc.record({
    what: what('transfer'),
    wallet: fc.constant('9101'),
    toWallet: fc.constant('9110'),
    amount: amount.map((whole) => whole + 2_500),
    fee: fc.constant(2_500),
  }),
)

/** Anything an owner may record; some of it is refused, because nobody owes so much. */
export const cashEvents: fc.Arbitrary<CashEvent> = fc.oneof(
  privateEvents,
  fc.record({ what: what('business expense'), wallet, account, amount }),
  fc.record({ what: what('business income'), wallet, account: fc.constantFrom('4901', '4902'), amount }),
  fc.record({
    what: what('mixed bill'),
    wallet,
    account,
    businessAmount: amount,
    householdAccount,
    householdAmount: amount,
  }),
  fc.record({ what: what('expense from household'), householdWallet, account, amount, payBack }),
  fc.record({
    what: what('mixed bill from household'),
    householdWallet,
    account,
    businessAmount: amount,
    householdAccount,
    householdAmount: amount,
    payBack,
  }),
  fc.record({
    what: what('transfer'),
    wallet: fc.constantFrom('1101', '1130', '1142'),
    toWallet: fc.constantFrom('1110', '1120'),
    amount: amount.map((whole) => whole + 6_500),
    fee: fc.constantFrom(0, 6_500),
  }),
  fc.record({
    what: what('clearing received'),
    wallet,
    clearing: fc.constantFrom('1140', '1141', '1201', '1210'),
    amount: amount.map((whole) => whole + 560),
    fee: fc.constantFrom(0, 560),
  }),
  fc.record({ what: what('pay supplier'), wallet, amount }),
  fc.record({ what: what('loan received'), wallet, account: fc.constantFrom('2201', '2202'), amount }),
  fc.record({
    what: what('loan instalment'),
    wallet,
    account: fc.constantFrom('2201', '2202'),
    principal: amount,
    interest: fc.nat(100_000),
  }),
)
