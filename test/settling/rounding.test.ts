import { expect, test } from 'vitest'
import { NO_EFFECTS } from '../../src-main/core/effects.ts'
import { aShelf } from '../builders/a-shelf.ts'
import { wrongCosts } from './papers.ts'

test('one sale less among two hundred does not correct a hundred others by Rp1, and the month is exact', async () => {
  const shelf = await aShelf()
  await shelf.receive('PB-1', 300, 100_000)
  shelf.clock.day = '2026-11-02'
  for (let sale = 1; sale <= 200; sale++) await shelf.issue(`sale ${sale}`, 1)
  expect(shelf.balance('1303')).toBe(66_667)
  const before = shelf.rows()
  await shelf.cancel('order', 'sale 10')
  // 199 of 300 for 100.000
  expect([shelf.balance('1303'), shelf.level().value]).toEqual([66_333, 33_667])
  const { movements, entries } = shelf.rows()
  expect(
    movements - before.movements,
    'the sale taken back, and at most one that carries the rupiah',
  ).toBeLessThanOrEqual(2)
  expect(entries - before.entries).toBeLessThanOrEqual(2)
})

test('an issue whose goods came back is always put right, so that they come back at what it truly cost', async () => {
  const shelf = await aShelf()
  await shelf.receive('PB-1', 3, 100_000)
  shelf.clock.day = '2026-11-03'
  await shelf.issue('late', 1)
  shelf.clock.day = '2026-11-02'
  await shelf.issue('early', 1)
  // typed second, it took the second third: 33.334; by date it is the first, 33.333
  expect(shelf.costOf('order', 'early')).toBe(33_334)
  const { effects } = shelf.documents.get('order/early')!
  await shelf.put('order', 'early', {
    ...effects,
    movements: [
      ...effects.movements,
      {
        effect: 'back',
        kind: 'return',
        variantId: effects.movements[0]!.variantId,
        day: '2026-11-04',
        at: 0,
        pieces: 1,
        cost: { issuedBy: ['issue'], part: { pieces: 1, of: 1 } },
      },
    ],
  })
  expect(shelf.level()).toEqual({ onHand: 2, costed: 2, value: 66_666 })
  expect(shelf.costOf('order', 'late')).toBe(33_334)
})

test('a receipt between two sales of one average finds the earlier ones at what they come to, those of the day of that average too', async () => {
  const shelf = await aShelf()
  shelf.clock.day = '2026-11-07'
  await shelf.receive('PB-1', 7, 3081)
  shelf.clock.day = '2026-11-09'
  await shelf.issue('late', 1)
  shelf.clock.day = '2026-11-07'
  await shelf.issue('early', 3)
  // together they come to four sevenths; by itself the early one does not come to three
  expect([shelf.costOf('order', 'late'), shelf.costOf('order', 'early')]).toEqual([440, 1321])
  shelf.clock.day = '2026-11-09'
  await shelf.receive('PB-2', 1, 1)
  expect([shelf.costOf('order', 'late'), shelf.costOf('order', 'early')]).toEqual([352, 1320])
  expect(shelf.level()).toEqual({ onHand: 4, costed: 4, value: 1410 })
})

test('of two sales of one minute that the shelf cannot pay together, the same one waits whichever was typed first', async () => {
  const waiting = async (typed: readonly (readonly [string, number])[]) => {
    const shelf = await aShelf()
    await shelf.receive('PB-1', 1, 98_813)
    shelf.clock.day = '2026-11-22'
    for (const [sale, pieces] of typed) await shelf.issue(sale, pieces)
    expect(await wrongCosts(shelf.doors.read)).toEqual([])
    return shelf.all('SELECT document_id AS sale, pieces FROM uncosted_issue')
  }
  const two = ['two pieces', 2] as const
  const one = ['one piece', 1] as const
  expect(await waiting([two, one])).toEqual([{ sale: 'two pieces', pieces: 2 }])
  expect(await waiting([one, two])).toEqual([{ sale: 'two pieces', pieces: 2 }])
})

test('settling a year of papers gives readers their turn', async () => {
  const shelf = await aShelf()
  for (let sale = 1; sale <= 1200; sale++)
    shelf.documents.set(`order/${sale}`, { ref: { kind: 'order', id: `${sale}` }, effects: NO_EFFECTS })
  // whoever waits for a turn gets one after each batch, four in all
  let turns = 0
  let next: NodeJS.Immediate
  const takeTurns = () => {
    turns++
    next = setImmediate(takeTurns)
  }
  next = setImmediate(takeTurns)
  await shelf.settleAllAgain()
  clearImmediate(next)
  expect(turns).toBeGreaterThanOrEqual(3)
})
