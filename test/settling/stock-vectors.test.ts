import { expect, test } from 'vitest'
import type { Movement } from '../../src-main/core/effects.ts'
import { memo } from '../../src-shared/ledger/memo.words.ts'
import { aShelf, SHIRT } from '../builders/a-shelf.ts'

test('ST-01: the average of two receipts leaves with each issue and the last pieces carry what remains', async () => {
  const shelf = await aShelf()
  await shelf.receive('PB-1', 10, 100_000)
  await shelf.receive('PB-2', 5, 52_000)
  expect(shelf.level()).toEqual({ onHand: 15, costed: 15, value: 152_000 })

  await shelf.issue('A', 4)
  expect([shelf.costOf('order', 'A'), shelf.level()]).toEqual([40_533, { onHand: 11, costed: 11, value: 111_467 }])
  await shelf.issue('B', 7)
  expect([shelf.costOf('order', 'B'), shelf.level()]).toEqual([70_934, { onHand: 4, costed: 4, value: 40_533 }])
  await shelf.issue('C', 4)
  expect([shelf.costOf('order', 'C'), shelf.level()]).toEqual([40_533, { onHand: 0, costed: 0, value: 0 }])
  expect(shelf.balance('1303')).toBe(152_000)
  expect(shelf.balance('1301')).toBe(0)
})

test('ST-03: three pieces for 100.000 leave one by one as 33.333, 33.334 and 33.333', async () => {
  const shelf = await aShelf()
  await shelf.receive('PB-1', 3, 100_000)
  for (const order of ['A', 'B', 'C']) await shelf.issue(order, 1)
  expect(['A', 'B', 'C'].map((order) => shelf.costOf('order', order))).toEqual([33_333, 33_334, 33_333])
})

test('ST-04: two of four pieces come back as 20.267 of 40.533, and the rest keeps 20.266', async () => {
  const shelf = await aShelf()
  await shelf.receive('PB-1', 15, 152_000)
  const { effects } = await shelf.issue('A', 4).then(() => shelf.documents.get('order/A')!)
  await shelf.put('order', 'A', {
    ...effects,
    entries: [
      ...effects.entries,
      {
        effect: 'returned goods',
        book: 'usaha',
        day: shelf.clock.day,
        memo: memo('goods returned', { order: 'A' }),
        lines: [
          { account: '1305', side: 'debit', costOf: ['issue'], part: { pieces: 2, of: 4 } },
          { account: '1303', side: 'credit', costOf: ['issue'], part: { pieces: 2, of: 4 } },
        ],
      },
    ],
  })
  expect([shelf.balance('1305'), shelf.balance('1303')]).toEqual([20_267, 20_266])
})

test('ST-04: goods that come back stand on the shelf again at the cost they left with, and the parts sum to the whole', async () => {
  const shelf = await aShelf()
  await shelf.receive('PB-1', 15, 152_000)
  const { effects } = await shelf.issue('A', 4).then(() => shelf.documents.get('order/A')!)
  const back = (effect: string): Movement => ({
    effect,
    kind: 'return',
    variantId: SHIRT,
    day: shelf.clock.day,
    at: 0,
    pieces: 2,
    cost: { issuedBy: ['issue'], part: { pieces: 2, of: 4 } },
  })
  await shelf.put('order', 'A', { ...effects, movements: [...effects.movements, back('back/1')] })
  expect(shelf.level()).toEqual({ onHand: 13, costed: 13, value: 111_467 + 20_267 })
  await shelf.put('order', 'A', { ...effects, movements: [...effects.movements, back('back/1'), back('back/2')] })
  expect(shelf.level()).toEqual({ onHand: 15, costed: 15, value: 152_000 })
})

test('ST-05: two pieces sold below zero are costed by the next receipt, and 8 for 84.000 remain', async () => {
  const shelf = await aShelf()
  await shelf.receive('PB-1', 1, 10_000)
  await shelf.issue('A', 1)
  await shelf.issue('B', 2)
  expect(shelf.level()).toEqual({ onHand: -2, costed: 0, value: 0 })
  expect(shelf.all('SELECT document_id, pieces FROM uncosted_issue')).toEqual([{ document_id: 'B', pieces: 2 }])

  shelf.clock.day = '2026-11-02'
  const settled = await shelf.receive('PB-2', 10, 105_000)
  expect(settled.documents).toBe(2)
  expect(shelf.level()).toEqual({ onHand: 8, costed: 8, value: 84_000 })
  expect(shelf.costOf('order', 'B')).toBe(21_000)
  expect(shelf.all('SELECT * FROM uncosted_issue')).toEqual([])
  expect([shelf.balance('1301'), shelf.balance('1303'), shelf.balance('2101')]).toEqual([84_000, 31_000, -115_000])
})

test('ST-06 and ST-10: counting 47 or 52 of 50 moves 30.300 or 20.200 to count differences', async () => {
  const short = await aShelf()
  await short.receive('PB-1', 50, 505_000)
  await short.count('SO-1', 47)
  expect([short.balance('5104'), short.level()]).toEqual([30_300, { onHand: 47, costed: 47, value: 474_700 }])

  const over = await aShelf()
  await over.receive('PB-1', 50, 505_000)
  await over.count('SO-1', 52)
  expect([over.balance('5104'), over.level()]).toEqual([-20_200, { onHand: 52, costed: 52, value: 525_200 }])
})

test('a receipt corrected after some of its goods were sold weighs on those, too', async () => {
  const shelf = await aShelf()
  await shelf.receive('PB-1', 10, 100_000)
  await shelf.issue('A', 4)
  await shelf.receive('PB-1', 10, 120_000)
  expect(shelf.level()).toEqual({ onHand: 6, costed: 6, value: 72_000 })
  expect(shelf.balance('1303')).toBe(48_000)
})

test('an opening cost that arrives late and is then corrected ends as if it had been right at once', async () => {
  const shelf = await aShelf()
  await shelf.open(10, null)
  await shelf.issue('A', 4)
  expect(shelf.level()).toEqual({ onHand: 6, costed: 0, value: 0 })
  await shelf.open(10, 10_000)
  expect([shelf.level(), shelf.balance('1303')]).toEqual([{ onHand: 6, costed: 6, value: 60_000 }, 40_000])
  await shelf.open(10, 12_000)
  expect(shelf.level()).toEqual({ onHand: 6, costed: 6, value: 72_000 })
  expect([shelf.balance('1303'), shelf.balance('3101')]).toEqual([48_000, -120_000])
})

test('a receipt taken back after its goods were sold leaves no value behind once the next receipt pays for them', async () => {
  const shelf = await aShelf()
  await shelf.receive('PB-1', 10, 100_000)
  await shelf.issue('A', 10)
  await shelf.cancel('purchase', 'PB-1')
  expect([shelf.level(), shelf.balance('1303')]).toEqual([{ onHand: -10, costed: 0, value: 0 }, 0])
  await shelf.receive('PB-2', 10, 110_000)
  expect(shelf.level()).toEqual({ onHand: 0, costed: 0, value: 0 })
  expect([shelf.balance('1303'), shelf.balance('1301')]).toEqual([110_000, 0])
})

test('surplus counted before anything is known has no value, not the value nothing; it takes the first average', async () => {
  const shelf = await aShelf()
  await shelf.issue('A', 20)
  await shelf.count('SO-1', 0)
  expect(shelf.level()).toEqual({ onHand: 0, costed: 0, value: 0 })
  expect(shelf.all('SELECT document_id, pieces FROM uncosted_issue')).toEqual([{ document_id: 'A', pieces: 20 }])

  await shelf.receive('PB-1', 10, 100_000)
  expect(shelf.level()).toEqual({ onHand: 10, costed: 10, value: 100_000 })
  expect([shelf.balance('1303'), shelf.balance('5104')]).toEqual([200_000, -200_000])
  expect(shelf.all('SELECT document_id FROM uncosted_issue')).toEqual([])
})

test('a scarce cost goes to the oldest sale, and only sales that it reaches are settled again', async () => {
  const shelf = await aShelf()
  for (const [index, order] of ['A', 'B', 'C'].entries()) {
    shelf.clock.day = `2026-11-0${index + 1}`
    await shelf.issue(order, 2)
  }
  const settled = await shelf.receive('PB-1', 3, 30_000)
  expect(settled.documents).toBe(3)
  expect(['A', 'B', 'C'].map((order) => shelf.costOf('order', order))).toEqual([20_000, 10_000, 0])
  expect(shelf.all('SELECT document_id, pieces FROM uncosted_issue ORDER BY 1')).toEqual([
    { document_id: 'B', pieces: 1 },
    { document_id: 'C', pieces: 2 },
  ])
})

test('a cost that arrives after the books were closed is booked on the first open day', async () => {
  const shelf = await aShelf()
  await shelf.issue('A', 1)
  shelf.closeBooks()
  await shelf.receive('PB-1', 1, 10_000)
  expect(shelf.all("SELECT day, kind FROM stock_movement WHERE document_id = 'A' ORDER BY id")).toEqual([
    { day: '2026-11-01', kind: 'issue' },
    { day: '2026-11-02', kind: 'cost' },
  ])
  expect(shelf.all("SELECT day FROM entry WHERE document_id = 'A'")).toEqual([{ day: '2026-11-02' }])
})

test('one document given twice at once is a defect of the caller, and nothing is written', async () => {
  const shelf = await aShelf()
  const { ref, effects } = await shelf.receive('PB-1', 1, 10_000).then(() => shelf.documents.get('purchase/PB-1')!)
  const before = shelf.rows()
  const twin = { ref: { ...ref, id: 'PB-2' }, effects }
  await expect(shelf.doors.write([], (tx) => shelf.settle(tx, [twin, twin]))).rejects.toThrow(/twice at once/)
  expect(shelf.rows()).toEqual(before)
})
