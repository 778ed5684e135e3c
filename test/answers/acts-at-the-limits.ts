import fc from 'fast-check'
import type { CashEventDraft } from '../../src-shared/cash/cash-record.ts'
import {
  FIRST_DAY,
  LARGEST_AMOUNT,
  LARGEST_PRICE,
  LAST_DAY,
  MOST_PIECES,
  MOST_PIECES_IN_BUNDLE,
} from '../../src-shared/kernel/limits.ts'
import { SUNDAY } from '../builders/a-core.ts'

/** Mostly what is taken, so that acts come through; now and then what is not. */
const mostly = <T>(taken: fc.Arbitrary<T>, strange: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: taken }, { weight: 1, arbitrary: strange })

/** A number where things break: at a limit, beside it, beside what a number can hold, or a scanned barcode. */
const around = (limit: number) =>
  mostly(
    fc.oneof(
      fc.constantFrom(limit, limit - 1, Math.floor(limit / 3), 1, 2, 999),
      fc.integer({ min: 1, max: 5_000_000 }),
    ),
    fc.constantFrom(0, -1, limit + 1, 8_991_234_567_890, Number.MAX_SAFE_INTEGER, 1e16, 0.5),
  )

const price = around(LARGEST_PRICE)
const amount = around(LARGEST_AMOUNT)
const pieces = fc.oneof(around(10), around(100), around(100_000), around(MOST_PIECES), around(MOST_PIECES_IN_BUNDLE))
const day = mostly(
  fc.constantFrom('2026-11-01', '2026-11-20', '2026-11-22'),
  fc.constantFrom(
    '0001-01-01',
    '1969-12-31',
    FIRST_DAY,
    '2026-10-31',
    '2026-11-23',
    LAST_DAY,
    '2100-01-01',
    '9999-12-31',
  ),
)
const at = mostly(
  fc.constantFrom(SUNDAY, SUNDAY - 3_600_000),
  fc.constantFrom(0, -1, SUNDAY - 86_400_000, -62_135_596_800_000, 253_402_300_799_000, 8.64e15, 8.64e15 + 1),
)
const text = mostly(
  fc.oneof(
    fc.constantFrom(
      'Batik',
      '=1+1',
      "'; DROP TABLE entry; --",
      'a\u0000bc',
      '👩‍👩‍👧‍👦 murah',
      'x\ud800y',
      '\u202egnirts',
      ';";"\r\n',
      '%_%',
    ),
    fc.constantFrom(3, 30, 60).map((length) => 'x'.repeat(length)),
  ),
  fc.constantFrom(0, 61, 120, 121, 500, 501, 2000, 4001).map((length) => 'y'.repeat(length)),
)
const WALLETS = ['1101', '1111', '1112', '1121', '9101', '9110'] as const
const account = mostly(
  fc.constantFrom(...WALLETS),
  fc.constantFrom('1301', '2101', '3101', '4901', '6101', '6201', '9201', '9501', '9601', '9999', '0000'),
)

const event = <T extends Record<string, fc.Arbitrary<unknown>>>(what: string, facts: T) =>
  fc.record({ what: fc.constant(what), ...facts })
const shopWallet = fc.constantFrom('1101', '1111')
const homeWallet = fc.constantFrom('9101', '9110')
const expense = fc.constantFrom('6106', '6201', '6219')
const homeExpense = fc.constantFrom('9501', '9502', '9599')
const cashEvent = fc
  .oneof(
    event('business expense', { wallet: shopWallet, account: expense, amount }),
    event('business income', { wallet: shopWallet, account: fc.constantFrom('4901', '4902'), amount }),
    event('private expense', { wallet: shopWallet, householdAccount: homeExpense, amount }),
    event('mixed bill', {
      wallet: shopWallet,
      account: expense,
      businessAmount: amount,
      householdAccount: homeExpense,
      householdAmount: amount,
    }),
    event('take home', { wallet: shopWallet, householdWallet: homeWallet, amount }),
    event('put in capital', { wallet: shopWallet, householdWallet: homeWallet, amount }),
    event('transfer', { wallet: account, toWallet: account, amount, fee: around(10) }),
    event('pay supplier', { wallet: shopWallet, amount }),
    event('lend to household', { wallet: shopWallet, householdWallet: homeWallet, amount }),
    event('household income', { householdWallet: homeWallet, amount }),
    event('household expense', { householdWallet: homeWallet, householdAccount: homeExpense, amount }),
  )
  .map((facts) => facts as unknown as CashEventDraft)

export type Act =
  | {
      do: 'sell'
      lines: { sku: number; pieces: number; price: number }[]
      soldAt: number
      text: string
      shipping: number | null
    }
  | {
      do: 'receive'
      lines: { sku: number; pieces: number; price: number }[]
      day: string
      discount: number
      extraCost: number
      paid: number
      text: string
    }
  | { do: 'open stock'; lines: { sku: number; pieces: number; price: number | null }[] }
  | { do: 'open books'; lines: { account: string; amount: number }[] }
  | { do: 'count'; lines: { sku: number; counted: number; countedAt: number }[]; day: string; text: string }
  | { do: 'adjust'; kind: string; lines: { sku: number; pieces: number }[]; day: string; text: string }
  | { do: 'cash'; event: CashEventDraft; day: string; text: string }
  | { do: 'product'; text: string; price: number; pieces: number }
  | { do: 'file'; rows: { price: number; pieces: number; placedAt: string; text: string }[]; isOneOrder: boolean }
  | { do: 'return'; amount: number; pieces: number; day: string; text: string }
  | { do: 'budget'; amount: number; day: string }
  | { do: 'note'; text: string }

const sku = mostly(fc.constantFrom(0, 1), fc.constant(2))
const lines = fc.array(
  fc.record({
    sku,
    pieces: mostly(around(10), pieces),
    price: mostly(fc.oneof(around(1_000_000), around(LARGEST_PRICE)), price),
  }),
  { minLength: 1, maxLength: 3 },
)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('sell' as const), lines, soldAt: at, text, shipping: fc.option(price) }),
  fc.record({
    do: fc.constant('receive' as const),
    lines,
    day,
    discount: mostly(fc.constant(0), amount),
    extraCost: price,
    paid: mostly(fc.constantFrom(0, 1), amount),
    text,
  }),
  fc.record({
    do: fc.constant('open stock' as const),
    lines: fc.array(fc.record({ sku, pieces, price: fc.option(price) }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    do: fc.constant('open books' as const),
    lines: fc.array(fc.record({ account, amount }), { maxLength: 4 }),
  }),
  fc.record({
    do: fc.constant('count' as const),
    lines: fc.array(fc.record({ sku, counted: pieces, countedAt: at }), { minLength: 1, maxLength: 3 }),
    day,
    text,
  }),
  fc.record({
    do: fc.constant('adjust' as const),
    kind: fc.constantFrom('damaged', 'lost', 'sample', 'found', 'household'),
    lines: fc.array(fc.record({ sku, pieces }), { minLength: 1, maxLength: 2 }),
    day,
    text,
  }),
  fc.record({ do: fc.constant('cash' as const), event: cashEvent, day, text }),
  fc.record({ do: fc.constant('product' as const), text, price, pieces }),
  fc.record({
    do: fc.constant('file' as const),
    rows: fc.array(
      fc.record({
        price: mostly(fc.constantFrom(85_000, 125_000, 10_000_000), price),
        pieces: mostly(fc.constantFrom(1, 3, 900), pieces),
        placedAt: mostly(
          fc.constant('2026-11-20 10:00'),
          fc.constantFrom('0001-01-01 00:00', '9999-12-31 23:59', '1999-12-31 10:00', '2099-12-31 23:59'),
        ),
        text: text.map((said) => said.replaceAll('"', '')),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    isOneOrder: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('return' as const),
    amount: mostly(fc.constantFrom(1, 999), amount),
    pieces: mostly(fc.constant(1), pieces),
    day: mostly(fc.constant('2026-11-22'), day),
    text,
  }),
  fc.record({ do: fc.constant('budget' as const), amount, day }),
  fc.record({ do: fc.constant('note' as const), text }),
)
export const someActs = (most: number): fc.Arbitrary<Act[]> => fc.array(act, { minLength: 1, maxLength: most })
