import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aReturnsDesk } from '../builders/a-return.ts'
import { anOrder } from '../builders/an-order.ts'

const HOUR = 3_600_000

/** Two shirts are on their way back: eight of ten lie on the shelf. */
async function twoOnTheirWay() {
  const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
  const order = anOrder().withLine('KMJ-LUK-L', 2)
  await desk.takeIn(order.inTransit(SUNDAY - 48 * HOUR).cancelled(SUNDAY - HOUR))
  return { ...desk, orderId: await desk.idOf(order.number) }
}

test('goods that are expected back are not "found" unasked: their value would stand twice', async () => {
  const { client, ids, balance, inspect, orderId } = await twoOnTheirWay()
  const found = {
    id: newId(),
    kind: 'found' as const,
    day: '2026-11-22',
    note: 'ketemu di meja',
    lines: [{ variantId: ids['KMJ-LUK-L'], pieces: 2 }],
  }
  await expect(client.inventory.adjust(found)).rejects.toMatchObject({
    code: 'PIECES_EXPECTED_BACK',
    data: { sku: 'KMJ-LUK-L', surplus: 2, expected: 2 },
  })
  expect([balance('1301'), balance('1305')]).toEqual([320_000, 80_000])
  await client.inventory.adjust({ ...found, areNotReturns: true })
  expect([balance('1301'), balance('1305')]).toEqual([400_000, 80_000])

  await inspect(orderId, [['KMJ-LUK-L', 2, 'sellable']])
  await expect(client.inventory.adjust({ ...found, id: newId() })).resolves.toMatchObject({ pieces: 2 })
})

test('a count that finds more than the books asks too; one that agrees, or finds less, does not', async () => {
  const { client, ids } = await twoOnTheirWay()
  const count = (counted: number, more = {}) =>
    client.inventory.count({
      id: newId(),
      day: '2026-11-22',
      note: '',
      lines: [{ variantId: ids['KMJ-LUK-L'], counted }],
      ...more,
    })
  await expect(count(10)).rejects.toMatchObject({ code: 'PIECES_EXPECTED_BACK', data: { surplus: 2 } })
  await expect(count(8)).resolves.toMatchObject({ pieces: 0 })
  await expect(count(7)).resolves.toMatchObject({ pieces: -1 })
  await expect(count(9, { areNotReturns: true })).resolves.toMatchObject({ pieces: 2 })
})
