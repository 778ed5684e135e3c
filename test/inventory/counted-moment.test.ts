import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'
import { levelOf } from '../builders/books.ts'

const at = (time: string, day = '2026-11-22') => Date.parse(`${day}T${time}:00+07:00`)
const count = (lines: { variantId: string; counted: number; countedAt?: number }[], day = '2026-11-22') => ({
  id: newId(),
  day,
  note: '',
  lines,
})

/** Twelve shirts on the shelf; at ten o'clock the courier takes three of them. */
async function aMorning() {
  const shop = await aStockedShop()
  await shop.receive(shop.L, 12, 10_000, '2026-11-20')
  const courier = async () => {
    shop.clock.now = at('10:00')
    await shop.take(anOrder().withLine('KMJ-LUK-L', 3).inTransit(at('10:00')))
  }
  return { ...shop, courier }
}

test('what the courier took after it was counted is no difference: the sheet says 12, the books end on 9', async () => {
  const { client, doors, clock, courier, L } = await aMorning()
  const sheet = count([{ variantId: L, counted: 12, countedAt: at('09:00') }])
  await courier()
  clock.now = at('11:00')
  expect(await client.inventory.booksWhenCounted(sheet)).toEqual([{ variantId: L, expected: 12, left: 3, came: 0 }])
  const saved = await client.inventory.count(sheet)
  expect(saved).toMatchObject({ pieces: 0, cost: 0, since: [{ sku: 'KMJ-LUK-L', left: 3, came: 0 }] })
  expect(levelOf(doors, L).onHand).toBe(9)
  expect(await client.inventory.count(sheet), 'a retry is the same act').toEqual(saved)
})

test('one shirt missing at nine is one shirt missing at eleven', async () => {
  const { client, doors, clock, courier, L } = await aMorning()
  await courier()
  clock.now = at('11:00')
  await client.inventory.count(count([{ variantId: L, counted: 11, countedAt: at('09:00') }]))
  expect(levelOf(doors, L)).toMatchObject({ onHand: 8, value: 80_000 })
})

test('a sheet without moments is compared with the books as they are, and goods on two shelves with the first of them', async () => {
  const { client, doors, clock, courier, L } = await aMorning()
  await courier()
  clock.now = at('11:00')
  expect(await client.inventory.count(count([{ variantId: L, counted: 9 }]))).toMatchObject({ pieces: 0, since: [] })
  const twoShelves = count([
    { variantId: L, counted: 5, countedAt: at('10:30') },
    { variantId: L, counted: 7, countedAt: at('09:00') },
  ])
  expect(await client.inventory.count(twoShelves)).toMatchObject({ pieces: 0 })
  expect(levelOf(doors, L).onHand).toBe(9)
})

test('a count typed for yesterday is compared with the end of that day', async () => {
  const { client, doors, clock, courier, L } = await aMorning()
  await courier()
  clock.now = at('11:00')
  const saved = await client.inventory.count(count([{ variantId: L, counted: 11 }], '2026-11-21'))
  expect(saved).toMatchObject({ day: '2026-11-21', pieces: -1, since: [{ left: 3, came: 0 }] })
  expect(levelOf(doors, L).onHand).toBe(8)
})

test('goods taken back by a correction neither left nor came', async () => {
  const { client, clock, L, receive } = await aMorning()
  clock.now = at('10:00')
  const mistake = await receive(L, 5, 10_000, '2026-11-22')
  await client.purchasing.cancel({ id: mistake.id, reason: 'Salah barang' })
  await receive(L, 2, 10_000, '2026-11-22')
  clock.now = at('11:00')
  const sheet = count([{ variantId: L, counted: 12, countedAt: at('09:00') }])
  expect(await client.inventory.booksWhenCounted(sheet)).toEqual([{ variantId: L, expected: 12, left: 0, came: 2 }])
})
