import { expect, test } from 'vitest'
import { createSettle, type EffectSources } from '../../src-main/core/settling/settle.ts'
import type { Memo } from '../../src-shared/ledger/memo.words.ts'
import { memo, memoText, memoWords } from '../../src-shared/ledger/memo.words.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'

test('an entry is worded in the language of its reader, and not in that of the day it was recorded', async () => {
  const { client } = await aCore()
  await client.ledger.opening.save({ lines: [{ account: '1101', amount: 500_000 }] })
  const memos = async () => (await client.ledger.entries({ book: 'usaha' })).rows.map((row) => row.memo)
  expect(await memos()).toEqual(['Saldo Awal'])
  await client.settings.change({ language: 'en' })
  expect(await memos()).toEqual(['Opening balance'])
})

test('what an entry is called is no part of it: new words and new facts post nothing', async () => {
  const { doors } = await aCore()
  const settled = (about: Memo) =>
    doors.write(['ledger'], (tx) =>
      createSettle({} as EffectSources, () => SUNDAY).settle(tx, [
        {
          ref: { kind: 'purchase', id: 'P' },
          effects: {
            reservations: [],
            movements: [],
            entries: [
              {
                effect: 'receipt',
                book: 'usaha',
                day: '2026-11-20',
                memo: about,
                lines: [
                  { account: '1301', amount: 500 },
                  { account: '2101', amount: -500 },
                ],
              },
            ],
          },
        },
      ]),
    )
  expect((await settled(memo('goods received', { purchase: 'PB-1', supplier: 'Bu Tini' }))).entries).toBe(1)
  expect((await settled(memo('goods received', { purchase: 'PB-1', supplier: 'CV Tini' }))).entries).toBe(0)
  expect((await settled(memo('opening balance'))).entries).toBe(0)
})

test('every memo is a sentence in both languages, with its facts', () => {
  const facts = { order: 'A-1', purchase: 'PB-1', supplier: 'Bu Tini', sku: 'KMJ', what: 'take home' }
  for (const language of ['id', 'en'] as const)
    for (const key of Object.keys(memoWords.id) as Memo['key'][])
      expect(memoText({ key, facts }, language)).toMatch(/^\p{Lu}(?!.*undefined)/u)
})

test('a memo of a newer Lumbung stands for itself', () => {
  expect(memoText({ key: 'goods blessed' as Memo['key'], facts: {} }, 'id')).toBe('goods blessed')
})
