import { expect, test } from 'vitest'
import type { AdjustmentDraft } from '../../src-shared/inventory/inventory.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aName } from '../builders/a-product.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'
import { balanceOf, levelOf, trialBalance } from '../builders/books.ts'

const changed = (
  kind: AdjustmentDraft['kind'],
  variantId: string,
  pieces: number,
  facts: Partial<AdjustmentDraft> = {},
): AdjustmentDraft => ({
  id: newId(),
  kind,
  day: '2026-11-22',
  note: 'Luntur kena hujan',
  lines: [{ variantId, pieces }],
  ...facts,
})

for (const [kind, account] of [
  ['damaged', 5105],
  ['lost', 5105],
  ['sample', 6112],
] as const)
  test(`goods ${kind === 'sample' ? 'given away as a sample' : kind} leave at their average to account ${account}`, async () => {
    const { client, doors, L, receive } = await aStockedShop()
    await receive(L, 3, 33_333)
    const row = await client.inventory.adjust(changed(kind, L, 2))
    expect(row).toMatchObject({ kind, skus: 1, pieces: -2, cost: -66_666, cancelled: null })
    expect(trialBalance(doors)).toEqual({ 1301: 33_333, 2101: -99_999, [account]: 66_666 })
    expect(levelOf(doors, L)).toEqual({ onHand: 1, reserved: 0, value: 33_333 })
  })

test('goods found come back at the average, against count differences', async () => {
  const { client, doors, L, receive } = await aStockedShop()
  await receive(L, 4, 10_000)
  expect(await client.inventory.adjust(changed('found', L, 2))).toMatchObject({ pieces: 2, cost: 20_000 })
  expect(trialBalance(doors)).toEqual({ 1301: 60_000, 2101: -40_000, 5104: -20_000 })
})

test('HH-11: a shirt taken home is prive at cost, told to both books as one pair', async () => {
  const { client, doors, L, receive } = await aStockedShop()
  await receive(L, 1, 61_500)
  const { id } = await client.inventory.adjust(changed('household', L, 1))
  expect(trialBalance(doors)).toEqual({ 2101: -61_500, 3201: 61_500, 9401: -61_500, 9599: 61_500 })
  expect(doors.raw.prepare('SELECT book, pair_id FROM entry WHERE document_id = ? ORDER BY book').all(id)).toEqual([
    { book: 'rumah', pair_id: id },
    { book: 'usaha', pair_id: id },
  ])
})

test('a shop without a household book keeps its own side only', async () => {
  const { client, doors, L, receive } = await aStockedShop({ keepsHousehold: false })
  await receive(L, 1, 61_500)
  await client.inventory.adjust(changed('household', L, 1))
  expect(trialBalance(doors)).toEqual({ 2101: -61_500, 3201: 61_500 })
})

test('goods that cost nothing yet leave without cost, and both books hear of it when the cost comes', async () => {
  const { client, doors, L } = await aStockedShop()
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 2, unitCost: null }] })
  await client.inventory.adjust(changed('household', L, 1))
  expect(trialBalance(doors)).toEqual({})
  const saved = await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 2, unitCost: 61_500 }] })
  expect(saved).toEqual({ saved: 1, documentsCosted: 1 })
  expect(trialBalance(doors)).toEqual({ 1301: 61_500, 3101: -123_000, 3201: 61_500, 9401: -61_500, 9599: 61_500 })
})

test('more than is on hand cannot be adjusted away: the refusal names SKU and numbers, and nothing is stored', async () => {
  const { client, doors, L, M, receive } = await aStockedShop()
  await receive(L, 2, 10_000)
  await receive(M, 9, 10_000)
  const draft = changed('damaged', M, 1, {
    lines: [
      { variantId: M, pieces: 1 },
      { variantId: L, pieces: 3 },
    ],
  })
  await expect(client.inventory.adjust(draft)).rejects.toMatchObject({
    code: 'STOCK_TOO_LOW',
    data: { sku: 'KMJ-LUK-L', asked: 3, onHand: 2 },
    message:
      'Stok fisik KMJ-LUK-L tinggal 2, tidak cukup untuk 3. Belum ada yang disimpan. Periksa jumlahnya atau lakukan Stok Opname.',
  })
  expect(levelOf(doors, M).onHand).toBe(9)
  const twice = changed('damaged', L, 1, {
    lines: [
      { variantId: L, pieces: 1 },
      { variantId: L, pieces: 2 },
    ],
  })
  await expect(client.inventory.adjust(twice)).rejects.toMatchObject({ code: 'STOCK_TOO_LOW', data: { asked: 3 } })
})

test('ST-06: a count of 47 where the books expect 50 costs 30.300, and the expectation is kept with it', async () => {
  const { client, doors, L, M, S, receive } = await aStockedShop()
  await receive(L, 50, 10_100)
  await receive(M, 5, 10_000)
  const id = newId()
  const row = await client.inventory.count({
    id,
    day: '2026-11-22',
    note: '',
    lines: [
      { variantId: L, counted: 40 },
      { variantId: L, counted: 7 },
      { variantId: M, counted: 6 },
      { variantId: S, counted: 0 },
    ],
  })
  expect(row).toMatchObject({ kind: 'count', skus: 3, pieces: -2, cost: -20_300 })
  expect(trialBalance(doors)).toEqual({ 1301: 534_700, 2101: -555_000, 5104: 20_300 })
  expect((await client.inventory.adjustment({ id })).lines).toEqual([
    {
      variantId: L,
      sku: 'KMJ-LUK-L',
      label: 'Kemeja Lung Ukir, L',
      goodsName: aName('Kemeja Lung Ukir', { size: 'L' }),
      counted: 47,
      expected: 50,
      pieces: -3,
      cost: -30_300,
    },
    {
      variantId: M,
      sku: 'KMJ-LUK-M',
      label: 'Kemeja Lung Ukir, M',
      goodsName: aName('Kemeja Lung Ukir', { size: 'M' }),
      counted: 6,
      expected: 5,
      pieces: 1,
      cost: 10_000,
    },
    {
      variantId: S,
      sku: 'KMJ-LUK-S',
      label: 'Kemeja Lung Ukir, S',
      goodsName: aName('Kemeja Lung Ukir', { size: 'S' }),
      counted: 0,
      expected: 0,
      pieces: 0,
      cost: 0,
    },
  ])
})

test('a count closes an oversold shelf, and reservations stay what they are', async () => {
  const { client, doors, L, take } = await aStockedShop()
  await take(anOrder().withLine('KMJ-LUK-L', 2).inTransit(), anOrder().withLine('KMJ-LUK-L', 1))
  expect(levelOf(doors, L)).toEqual({ onHand: -2, reserved: 1, value: 0 })
  await client.inventory.count({ id: newId(), day: '2026-11-22', note: '', lines: [{ variantId: L, counted: 4 }] })
  expect(levelOf(doors, L)).toEqual({ onHand: 4, reserved: 1, value: 0 })
})

test('the same act sent twice is one act', async () => {
  const { client, doors, L, receive } = await aStockedShop()
  await receive(L, 10, 10_000)
  const damaged = changed('damaged', L, 1)
  const counted = { id: newId(), day: '2026-11-22', note: '', lines: [{ variantId: L, counted: 8 }] }
  const first = await client.inventory.adjust(damaged)
  expect(await client.inventory.adjust(damaged)).toEqual(first)
  const count = await client.inventory.count(counted)
  expect(await client.inventory.count(counted)).toEqual(count)
  expect(levelOf(doors, L).onHand).toBe(8)
  expect((await client.inventory.adjustments({ limit: 100 })).rows).toHaveLength(2)
})

test('a cancelled adjustment stays in the list with its reason, and the goods are back at the cost they left with', async () => {
  const { client, doors, clock, L, receive } = await aStockedShop()
  await receive(L, 10, 10_000)
  const { id } = await client.inventory.adjust(changed('damaged', L, 4))
  await receive(L, 6, 20_000)
  const cancelled = await client.inventory.cancelAdjustment({ id, reason: 'Ternyata masih bagus' })
  expect(cancelled).toMatchObject({ cost: 0, cancelled: { at: clock.now, reason: 'Ternyata masih bagus' } })
  expect(balanceOf(doors, '5105')).toBe(0)
  expect(levelOf(doors, L)).toEqual({ onHand: 16, reserved: 0, value: 220_000 })
  expect(await client.inventory.cancelAdjustment({ id, reason: 'Sekali lagi' })).toEqual(cancelled)
})

test('adjustments are listed from the newest day, page by page', async () => {
  const { client, L, receive } = await aStockedShop()
  await receive(L, 10, 10_000)
  for (const day of ['2026-11-05', '2026-11-20', '2026-11-11'])
    await client.inventory.adjust(changed('lost', L, 1, { day }))
  const first = await client.inventory.adjustments({ limit: 2 })
  expect(first.rows.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-11'])
  const second = await client.inventory.adjustments({ limit: 2, cursor: first.nextCursor! })
  expect([second.rows.map(({ day }) => day), second.nextCursor]).toEqual([['2026-11-05'], null])
})

test('days before the start, in the future or in closed books are refused', async () => {
  const { client, doors, L, receive } = await aStockedShop()
  await receive(L, 10, 10_000)
  const on = (day: string) => client.inventory.adjust(changed('lost', L, 1, { day }))
  await expect(on('2026-10-31')).rejects.toMatchObject({ code: 'DAY_BEFORE_START' })
  await expect(on('2026-11-23')).rejects.toMatchObject({ code: 'DAY_IN_FUTURE' })
  doors.raw.exec("INSERT INTO period_lock (closed_through, reason, at) VALUES ('2026-11-15', 'Tutup buku', 0)")
  await expect(on('2026-11-15')).rejects.toMatchObject({ code: 'PERIOD_CLOSED' })
  await expect(on('2026-11-16')).resolves.toMatchObject({ pieces: -1 })
  doors.raw.exec("INSERT INTO period_lock (closed_through, reason, at) VALUES ('', 'Dibuka kembali', 0)")
  await expect(on('2026-11-15')).resolves.toMatchObject({ pieces: -1 })
})

test('goods or records that nobody knows are named in the refusal', async () => {
  const { client } = await aStockedShop()
  const id = '01900000-0000-7000-8000-00000000dead'
  await expect(client.inventory.adjust(changed('found', id, 1))).rejects.toMatchObject({
    code: 'PRODUCT_NOT_FOUND',
    data: { id },
  })
  await expect(client.inventory.adjustment({ id })).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
  await expect(client.inventory.cancelAdjustment({ id, reason: 'Tidak ada' })).rejects.toMatchObject({
    code: 'DOCUMENT_NOT_FOUND',
  })
})
