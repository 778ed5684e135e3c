import { expect, test } from 'vitest'
import {
  formatNumber,
  formatRupiah,
  formatRupiahCompact,
  formatStatement,
  parseRupiah,
} from '../../src-shared/kernel/rupiah.ts'

test('rupiah stand without a space, with dots for thousands and no cents', () => {
  expect(formatRupiah(1_250_000)).toBe('Rp1.250.000')
  expect(formatRupiah(500)).toBe('Rp500')
  expect(formatRupiah(0)).toBe('Rp0')
  expect(formatRupiah(-45_000)).toBe('-Rp45.000')
  expect(formatRupiah(1_250_000)).not.toContain('\u00a0')
})

test('statements bracket what is negative and dash what is nothing', () => {
  expect(formatStatement(-45_000)).toBe('(Rp45.000)')
  expect(formatStatement(0)).toBe('–')
  expect(formatStatement(45_000)).toBe('Rp45.000')
})

test('charts say ribu, juta and miliar; M is never million', () => {
  expect([950_000, 1_300_000, 21_600_000, 2_500_000_000].map(formatRupiahCompact)).toEqual([
    'Rp950 rb',
    'Rp1,3 jt',
    'Rp21,6 jt',
    'Rp2,5 M',
  ])
})

test('plain numbers have a comma for decimals', () => {
  expect(formatNumber(1234)).toBe('1.234')
  expect(formatNumber(1.5)).toBe('1,5')
})

test.each([
  ['1250000', 1_250_000],
  ['1.250.000', 1_250_000],
  ['Rp1.250.000', 1_250_000],
  ['1,25jt', 1_250_000],
  ['1250k', 1_250_000],
  ['1250rb', 1_250_000],
  ['0', 0],
  ['-45.000', -45_000],
  ['85,000', 85_000],
  ['1,250,000', 1_250_000],
  ['1,250,000.00', 1_250_000],
  ['Rp85.000,-', 85_000],
  ['85.000,00', 85_000],
  ['85,00', 85],
])('a person may type %s', (typed, amount) => expect(parseRupiah(typed)).toBe(amount))

test.each(['85.00', '1,250jt', '85,000rb', '1.250,000', '1250,000', '0x1F', '1e5', 'Infinity', '８５０００', '٣'])(
  '%s may be two amounts, or none: it is asked about',
  (typed) => expect(parseRupiah(typed)).toBeNull(),
)

test.each(['', 'abc', '12.50', '1,5', '1.25.000', '82.5', '99999999999999999'])(
  '%s is not an amount of whole rupiah',
  (typed) => expect(parseRupiah(typed)).toBeNull(),
)
