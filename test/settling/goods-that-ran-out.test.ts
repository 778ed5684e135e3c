import { expect, test } from 'vitest'
import { NO_EFFECTS } from '../../src-main/core/effects.ts'
import { aShelf, SHIRT } from '../builders/a-shelf.ts'

/** One piece, sold on the first day; on each of the next days another is sold that nobody had bought. */
async function aShelfThatRanOut() {
  const shelf = await aShelf()
  await shelf.receive('PB-1', 1, 10_000)
  for (const day of ['01', '02', '03', '04', '06']) {
    shelf.clock.day = `2026-11-${day}`
    await shelf.issue(`sold on ${day}`, 1)
  }
  /** Settled as a shop does, where what would reach more than two movements is put off. */
  const putOff = (id: string) =>
    shelf.doors.write(['inventory'], (tx) => shelf.later.settle(tx, [shelf.documents.get(`order/${id}`)!]))
  const isPutOff = () => shelf.one<{ from: string | null }>('SELECT recost_from AS "from" FROM moving_average').from
  const waiting = () => shelf.all<{ id: string }>('SELECT document_id AS id FROM uncosted_issue ORDER BY day')
  return { ...shelf, putOff, isPutOff, waiting }
}

test('a sale among others that wait for goods takes nothing from them: no history is read again', async () => {
  const shelf = await aShelfThatRanOut()
  shelf.documents.set('order/late', { ...shelf.documents.get('order/sold on 04')!, ref: { kind: 'order', id: 'late' } })
  await shelf.putOff('late')
  expect(shelf.isPutOff()).toBe(null)
  expect(shelf.waiting().map(({ id }) => id)).toEqual(['sold on 02', 'sold on 03', 'late', 'sold on 04', 'sold on 06'])
})

test('a sale of before they ran out is costed again', async () => {
  const shelf = await aShelfThatRanOut()
  shelf.documents.set('order/early', {
    ...shelf.documents.get('order/sold on 01')!,
    ref: { kind: 'order', id: 'early' },
  })
  await shelf.putOff('early')
  expect(shelf.isPutOff()).not.toBe(null)
})

test('a sale that waited and is called off leaves the others waiting; what comes next pays them oldest first', async () => {
  const shelf = await aShelfThatRanOut()
  shelf.documents.set('order/sold on 04', { ref: { kind: 'order', id: 'sold on 04' }, effects: NO_EFFECTS })
  await shelf.putOff('sold on 04')
  expect(shelf.isPutOff()).toBe(null)

  shelf.clock.day = '2026-11-07'
  await shelf.receive('PB-2', 2, 24_000)
  expect(shelf.waiting()).toEqual([{ id: 'sold on 06' }])
  expect([shelf.costOf('order', 'sold on 02'), shelf.costOf('order', 'sold on 03')]).toEqual([12_000, 12_000])
  expect(shelf.level(SHIRT)).toEqual({ onHand: -1, costed: 0, value: 0 })
})
