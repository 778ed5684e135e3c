import { expect, test } from 'vitest'
import { aReturnsDesk } from '../builders/a-return.ts'
import { anOrder } from '../builders/an-order.ts'

const at = (day: string) => Date.parse(`${day}T10:00:00+07:00`)

const overInOctober = () =>
  anOrder('261020HIS0001A')
    .withLine('KMJ-LUK-L', 3)
    .with({
      state: 'completed',
      placedAt: at('2026-10-20'),
      paidAt: at('2026-10-20'),
      arrangedAt: at('2026-10-21'),
      shippedAt: at('2026-10-21'),
      completedAt: at('2026-10-28'),
      atLeast: at('2026-10-28'),
      atMost: at('2026-11-02'),
    })

test('goods of a sale that was over before the books began are stock again once they are put on the shelf', async () => {
  const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 50_000] })
  const told = overInOctober()
  await desk.takeIn(told)
  const orderId = await desk.idOf(told.number)
  const before = desk.trialBalance()
  const { inspections } = await desk.inspect(orderId, [
    ['KMJ-LUK-L', 2, 'sellable'],
    ['KMJ-LUK-L', 1, 'damaged'],
  ])
  expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 12, value: 600_000 })
  expect(desk.trialBalance()).toEqual({ ...before, 1301: 600_000, 3101: -600_000 })
  expect((await desk.client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])

  await desk.client.returns.undoInspection({ id: inspections[0]!.id, reason: 'Salah hitung' })
  expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 10, value: 500_000 })
  expect(desk.trialBalance()).toEqual(before)
})

test('a start that moves before that sale makes it one of the books, with its return', async () => {
  const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 50_000] })
  const told = overInOctober()
  await desk.takeIn(told)
  await desk.inspect(await desk.idOf(told.number), [
    ['KMJ-LUK-L', 2, 'sellable'],
    ['KMJ-LUK-L', 1, 'damaged'],
  ])
  await desk.client.settings.changeStartDay({ startDay: '2026-10-01' })
  expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 9, value: 450_000 })
  expect([desk.balance('5101'), desk.balance('5105')]).toEqual([0, 50_000])
  expect((await desk.client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
})
