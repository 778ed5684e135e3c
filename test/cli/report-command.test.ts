import { expect, test } from 'vitest'
import { neracaText } from '../../src-main/cli/report-command.ts'
import type { Neraca, StatementSection } from '../../src-shared/ledger/ledger.ts'

const section = (name: string, amount: number, compared: number): StatementSection => ({
  key: name,
  name,
  formalName: name,
  lines: [{ key: 'line', name: `${name} line`, formalName: '', amount, compared, accounts: [] }],
  total: amount,
  comparedTotal: compared,
})

const neraca: Neraca = {
  day: '2026-11-22',
  comparedDay: '2026-10-31',
  assets: section('Assets', 900, 700),
  liabilities: section('Liabilities', 0, 200),
  equity: section('Equity', 900, 500),
  difference: 0,
  comparedDifference: 0,
  costIncomplete: { skus: 2, pieces: 30, unmappedOrders: 0 },
  history: [],
}
const shop = { businessName: 'Batik Ratna', language: 'en', accountingTerms: 'everyday' } as const

test('a balance sheet is printed in the language of the shop, and says when its profit is too high', () => {
  const lines = neracaText(shop, neraca).split('\n')
  expect(lines[0]).toBe('Balance sheet of Batik Ratna, 22 November 2026')
  expect(lines).toContain('Balanced')
  expect(lines.at(-1)).toContain('30')
  expect(lines.join()).not.toContain('700')
  expect(lines.join(), 'a line of nothing').not.toContain('Liabilities line')
})

test('the day it is compared with stands in a column of its own', () => {
  const lines = neracaText(shop, neraca, { isCompared: true }).split('\n')
  expect(lines[1]).toMatch(/22 November 2026 +31 October 2026$/)
  expect(lines.find((line) => line.includes('Assets line'))).toMatch(/Rp900 +Rp700$/)
  expect(
    lines.find((line) => line.includes('Liabilities line')),
    'nothing now, something then',
  ).toMatch(/Rp200$/)
})
