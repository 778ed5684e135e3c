import { expect, test } from 'vitest'
import { z } from 'zod'
import { oneNotMany } from '../../src-shared/kernel/one-not-many.ts'
import { refusal } from '../../src-shared/kernel/refusal.ts'
import { words } from '../../src-shared/kernel/words.ts'

test.each([
  ['1 orders are waiting', '1 order is waiting'],
  ['Print 1 labels', 'Print 1 label'],
  ['1 sealed values were not opened', '1 sealed value was not opened'],
  ['1 entries', '1 entry'],
  ['in 1 days, on 1 shelves', 'in 1 day, on 1 shelf'],
  ['1 are not mapped', '1 is not mapped'],
  ['1 lines have no cost (1 rows)', '1 line has no cost (1 row)'],
])('of one thing "%s" is said "%s"', (many, one) => {
  expect(oneNotMany(many)).toBe(one)
})

test.each([
  '2 orders are waiting',
  '11 orders',
  '2.1 orders',
  'Rp1 orders',
  '22/11/1 rows',
  '1 of 3 orders',
  '1 pcs',
  '1 to be packed',
  'Kaos 1 tas',
])('"%s" stays', (sentence) => {
  expect(oneNotMany(sentence)).toBe(sentence)
})

test('every sentence of a room is said so in English, and none in Indonesian', () => {
  const said = words(
    { waiting: (orders: number) => `${orders} pesanan` },
    { waiting: (orders) => `${orders} orders are` },
  )
  expect([said.en.waiting(1), said.en.waiting(2), said.id.waiting(1)]).toEqual([
    '1 order is',
    '2 orders are',
    '1 pesanan',
  ])
})

test('a refusal says so too', () => {
  const { sentence } = refusal(z.object({ rows: z.number() }), {
    id: ({ rows }) => `${rows} baris belum dipetakan.`,
    en: ({ rows }) => `${rows} rows are not mapped.`,
  })
  expect([sentence.en({ rows: 1 }), sentence.en({ rows: 2 }), sentence.id({ rows: 1 })]).toEqual([
    '1 row is not mapped.',
    '2 rows are not mapped.',
    '1 baris belum dipetakan.',
  ])
})
