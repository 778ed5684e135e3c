import { expect, test } from 'vitest'
import { aShopWithABank as aShop, SHOPEE, withdrawn } from './withdrawn-and-arrived.ts'

const ONE = [{ on: 12, amount: 300_000 }]
const LESS = [{ on: 13, said: SHOPEE, amount: 295_000 }]

test('money that came in less what the withdrawal cost is that withdrawal, whichever file comes first', async () => {
  for (const isBankFirst of [true, false]) {
    const { take, takeBank, balances, client, waiting } = await aShop()
    if (isBankFirst) await takeBank(LESS)
    const balance = await take(withdrawn(ONE))
    const bank = isBankFirst ? null : await takeBank(LESS)
    expect(bank ?? balance).toMatchObject({ met: 1 })
    expect(balances()).toEqual({ '1130': -300_000, '1110': 295_000, '6110': 5_000 })
    expect(await waiting()).toEqual([])
    const { rows } = await client.payouts.lines({ view: 'withdrawals', limit: 10 })
    expect(rows).toMatchObject([{ state: 'arrived', arrivedOn: '2026-11-13' }])
  }
})

test('taken back with the file that told of it', async () => {
  const { take, takeBack, takeBank, balances, waiting } = await aShop()
  await takeBank(LESS)
  const { importId } = await take(withdrawn(ONE))
  await takeBack(importId)
  expect(balances()).toEqual({})
  expect(await waiting()).toHaveLength(1)
})

test('is asked about where somebody else may have paid, and where it may be one of two', async () => {
  const someone = await aShop()
  await someone.take(withdrawn(ONE))
  await someone.takeBank([{ on: 13, said: 'TRSF E-BANKING DR SITI', amount: 295_000 }])
  expect(await someone.waiting()).toMatchObject([
    { suggestion: { isCertain: false, why: { why: 'in transit', day: '2026-11-12', fee: 5_000 } } },
  ])

  const two = await aShop()
  await two.take(withdrawn([...ONE, { on: 12, amount: 297_500 }]))
  await two.takeBank(LESS)
  expect(await two.waiting()).toMatchObject([{ suggestion: { isCertain: false, why: { why: 'in transit' } } }])
})

test.each([
  ['more than any transfer costs', [{ on: 13, said: SHOPEE, amount: 280_000 }]],
  ['before it was withdrawn', [{ on: 11, said: SHOPEE, amount: 295_000 }]],
  ['after a week', [{ on: 20, said: SHOPEE, amount: 295_000 }]],
  ['more than was withdrawn', [{ on: 13, said: SHOPEE, amount: 305_000 }]],
])('%s is another sum', async (_, lines) => {
  const { take, takeBank, waiting, balances } = await aShop()
  await take(withdrawn(ONE))
  await takeBank(lines)
  expect((await waiting()).map(({ suggestion }) => suggestion?.why.why)).not.toContain('in transit')
  expect(balances()).toMatchObject({ '1142': 300_000 })
})

test('a withdrawal of the same amount, once a later file tells of it, is the one that arrived', async () => {
  const { take, takeBank, balances } = await aShop()
  await take(withdrawn([{ on: 12, amount: 300_000 }]))
  await takeBank(LESS)
  await take(
    withdrawn([
      { on: 12, amount: 300_000 },
      { on: 13, amount: 295_000 },
    ]),
  )
  expect(balances()).toEqual({ '1130': -595_000, '1110': 295_000, '1142': 300_000 })
})
