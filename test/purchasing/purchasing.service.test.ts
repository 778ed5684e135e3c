import { expect, test } from 'vitest'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { balanceOf, levelOf, trialBalance, unbalancedDays } from '../builders/books.ts'

/** A shop with three SKUs: shirt, scarf, cloth. */
async function aShopWithGoods() {
  const { client, doors, clock, core } = await aCore()
  const product = aProduct({
    variants: [
      aVariant({ sku: 'KMJ-LUK-L', size: 'L' }),
      aVariant({ sku: 'KMJ-LUK-M', size: 'M' }),
      aVariant({ sku: 'KMJ-LUK-S', size: 'S' }),
    ],
  })
  await client.catalog.products.save(product)
  const [shirt, scarf, cloth] = product.variants.map(({ id }) => id) as [string, string, string]
  return { client, doors, clock, core, shirt, scarf, cloth }
}

test('ST-02 and ST-08: goods land with their freight, part is paid at once and the rest is owed', async () => {
  const { client, doors, shirt, scarf, cloth } = await aShopWithGoods()
  const purchase = await client.purchasing.receive(
    aPurchase(
      [
        { variantId: shirt, pieces: 10, price: 12_000 },
        { variantId: scarf, pieces: 5, price: 30_000 },
        { variantId: cloth, pieces: 7, price: 9_000 },
      ],
      { discount: 8_000, extraCost: 25_000, paid: 200_000, paidFrom: '1110', dueDay: '2026-12-22' },
    ),
  )
  expect(purchase).toMatchObject({
    number: 'PB-261122-001',
    supplierName: 'CV Troso',
    skus: 3,
    pieces: 22,
    total: 350_000,
    paid: 200_000,
    owed: 150_000,
    cancelled: null,
  })
  expect(purchase.lines.map(({ sku, label, landedCost }) => [sku, label, landedCost])).toEqual([
    ['KMJ-LUK-L', 'Kemeja Lung Ukir, L', 126_126],
    ['KMJ-LUK-M', 'Kemeja Lung Ukir, M', 157_658],
    ['KMJ-LUK-S', 'Kemeja Lung Ukir, S', 66_216],
  ])
  expect(trialBalance(doors)).toEqual({ 1110: -200_000, 1301: 350_000, 2101: -150_000 })
  expect(levelOf(doors, shirt)).toEqual({ onHand: 10, reserved: 0, value: 126_126 })
  expect(await client.purchasing.get({ id: purchase.id })).toEqual(purchase)
})

test('numbers count the purchases of each day, and a supplier is made once however the name is typed', async () => {
  const { client, shirt } = await aShopWithGoods()
  const receive = (day: string, supplierName: string) =>
    client.purchasing.receive(aPurchase([{ variantId: shirt, pieces: 1, price: 10_000 }], { day, supplierName }))
  const numbers = [
    await receive('2026-11-22', 'CV Troso'),
    await receive('2026-11-22', 'cv  troso'),
    await receive('2026-11-21', 'Bu Siti'),
  ].map(({ number }) => number)
  expect(numbers).toEqual(['PB-261122-001', 'PB-261122-002', 'PB-261121-001'])
  expect(await client.purchasing.suppliers({ query: '' })).toMatchObject([
    { name: 'Bu Siti', purchases: 1, owed: 10_000 },
    { name: 'CV Troso', purchases: 2, owed: 20_000 },
  ])
  expect(await client.purchasing.suppliers({ query: 'tros' })).toHaveLength(1)
})

test('receiving the same id again corrects it: number, moment and nothing else stay', async () => {
  const { client, doors, clock, shirt, scarf } = await aShopWithGoods()
  const draft = aPurchase([{ variantId: shirt, pieces: 10, price: 10_000 }])
  const first = await client.purchasing.receive(draft)
  clock.now += 60_000
  const corrected = await client.purchasing.receive({
    ...draft,
    lines: [{ variantId: scarf, pieces: 8, price: 11_000 }],
  })
  expect(corrected).toMatchObject({ number: first.number, recordedAt: first.recordedAt, total: 88_000, pieces: 8 })
  expect(levelOf(doors, shirt)).toEqual({ onHand: 0, reserved: 0, value: 0 })
  expect(levelOf(doors, scarf)).toEqual({ onHand: 8, reserved: 0, value: 88_000 })
  expect(trialBalance(doors)).toEqual({ 1301: 88_000, 2101: -88_000 })
  expect((await client.purchasing.list({ query: '', onlyOwed: false })).rows).toHaveLength(1)
})

test('receiving the very same draft twice is receiving it once', async () => {
  const { client, doors, shirt } = await aShopWithGoods()
  const draft = aPurchase([{ variantId: shirt, pieces: 10, price: 10_000 }])
  const rows = () =>
    doors.raw.prepare('SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM stock_movement)').pluck().get()
  const first = await client.purchasing.receive(draft)
  const after = rows()
  expect(await client.purchasing.receive(draft)).toEqual(first)
  expect(rows()).toBe(after)
})

test('a cancelled purchase stays readable with its reason, and its effects are gone; asked for again it stays so', async () => {
  const { client, doors, clock, shirt } = await aShopWithGoods()
  const draft = aPurchase([{ variantId: shirt, pieces: 10, price: 10_000 }], { paid: 40_000, paidFrom: '1101' })
  await client.purchasing.receive(draft)
  const cancelled = await client.purchasing.cancel({ id: draft.id, reason: 'Salah toko' })
  expect(cancelled).toMatchObject({ owed: 0, total: 100_000, cancelled: { at: clock.now, reason: 'Salah toko' } })
  expect(trialBalance(doors)).toEqual({})
  expect(levelOf(doors, shirt)).toEqual({ onHand: 0, reserved: 0, value: 0 })
  expect(await client.purchasing.cancel({ id: draft.id, reason: 'Sekali lagi' })).toEqual(cancelled)
  expect(await client.purchasing.list({ query: '', onlyOwed: false })).toMatchObject({ total: 0, owed: 0 })
  expect(await client.purchasing.suppliers({ query: '' })).toMatchObject([{ purchases: 0, owed: 0 }])

  // an answer lost on the way is asked for again: what was cancelled meanwhile is not revived
  expect(await client.purchasing.receive(draft)).toEqual(cancelled)
  expect(trialBalance(doors)).toEqual({})
  expect(unbalancedDays(doors)).toEqual([])
})

test('a purchase that loses its first line keeps the others as they stand', async () => {
  const { client, doors, shirt, scarf, cloth } = await aShopWithGoods()
  const draft = aPurchase([shirt, scarf, cloth].map((variantId) => ({ variantId, pieces: 10, price: 10_000 })))
  const { lines } = await client.purchasing.receive(draft)
  await client.purchasing.receive({
    ...draft,
    lines: lines.slice(1).map(({ id, variantId }) => ({ id, variantId, pieces: 10, price: 10_000 })),
  })
  expect(
    doors.raw.prepare('SELECT variant_id, pieces FROM stock_movement WHERE id > 3').all(),
    'only the goods that were taken out of it move',
  ).toEqual([{ variant_id: shirt, pieces: -10 }])
  // a form that knows no line ids finds them by their goods
  await client.purchasing.receive({
    ...draft,
    lines: [
      { variantId: cloth, pieces: 10, price: 12_000 },
      { variantId: scarf, pieces: 10, price: 10_000 },
    ],
  })
  expect(doors.raw.prepare('SELECT variant_id, kind, pieces, cost FROM stock_movement WHERE id > 4').all()).toEqual([
    { variant_id: cloth, kind: 'cost', pieces: 0, cost: 20_000 },
  ])
})

test('the list pages from the newest, finds by number or supplier, and totals the whole filter', async () => {
  const { client, shirt } = await aShopWithGoods()
  for (const [day, supplierName, paid] of [
    ['2026-11-20', 'CV Troso', 10_000],
    ['2026-11-21', 'Bu Siti', 0],
    ['2026-11-22', 'CV Troso', 4_000],
  ] as const)
    await client.purchasing.receive(
      aPurchase([{ variantId: shirt, pieces: 1, price: 10_000 }], { day, supplierName, paid, paidFrom: '1101' }),
    )
  const first = await client.purchasing.list({ query: '', onlyOwed: false, limit: 2 })
  expect(first.rows.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-21'])
  expect(first).toMatchObject({ total: 30_000, owed: 16_000 })
  const second = await client.purchasing.list({ query: '', onlyOwed: false, limit: 2, cursor: first.nextCursor! })
  expect([second.rows.map(({ day }) => day), second.nextCursor]).toEqual([['2026-11-20'], null])

  expect(await client.purchasing.list({ query: 'troso', onlyOwed: false })).toMatchObject({
    total: 20_000,
    owed: 6_000,
  })
  expect((await client.purchasing.list({ query: 'PB-261121', onlyOwed: false })).rows).toHaveLength(1)
  expect((await client.purchasing.list({ query: '', onlyOwed: true })).rows.map(({ day }) => day)).toEqual([
    '2026-11-22',
    '2026-11-21',
  ])
  expect((await client.purchasing.list({ query: '100%', onlyOwed: false })).rows).toEqual([])
})

test('a purchase that cannot be true is refused with the numbers, and nothing is stored', async () => {
  const { client, doors, shirt } = await aShopWithGoods()
  const lines = [{ variantId: shirt, pieces: 10, price: 10_000 }]
  const refused = async (facts: Parameters<typeof aPurchase>[1], expected: object) =>
    expect(client.purchasing.receive(aPurchase(lines, facts))).rejects.toMatchObject(expected)

  await refused({ paid: 100_001, paidFrom: '1101' }, { code: 'PAID_TOO_MUCH', data: { paid: 100_001, total: 100_000 } })
  await refused({ paid: 5_000 }, { code: 'WALLET_MISSING' })
  await refused({ paid: 5_000, paidFrom: '9101' }, { code: 'WALLET_MISSING' })
  await refused({ paid: 5_000, paidFrom: '2101' }, { code: 'WALLET_MISSING' })
  await refused(
    { discount: 100_001, extraCost: 50_000 },
    { code: 'DISCOUNT_TOO_LARGE', data: { discount: 100_001, value: 100_000 } },
  )
  await refused(
    { day: '2026-10-31' },
    { code: 'DAY_BEFORE_START', data: { day: '2026-10-31', startDay: '2026-11-01' } },
  )
  await refused({ day: '2026-11-23' }, { code: 'DAY_IN_FUTURE' })
  await refused(
    { lines: [{ variantId: shirt, pieces: 10_000_000, price: 10_000_000_000_000 }] },
    { code: 'BAD_REQUEST' },
  )
  await refused(
    { lines: [{ variantId: '01900000-0000-7000-8000-00000000dead', pieces: 1, price: 1 }] },
    { code: 'PRODUCT_NOT_FOUND' },
  )
  expect(trialBalance(doors)).toEqual({})
  expect(doors.raw.prepare('SELECT count(*) FROM purchase').pluck().get()).toBe(0)
})

test('a day in closed books is refused; correcting or cancelling what lies there is booked on the first open day', async () => {
  const { client, doors, shirt } = await aShopWithGoods()
  const draft = aPurchase([{ variantId: shirt, pieces: 10, price: 10_000 }], { day: '2026-11-10' })
  await client.purchasing.receive(draft)
  doors.raw.exec("INSERT INTO period_lock (closed_through, reason, at) VALUES ('2026-11-15', 'Tutup buku', 0)")
  for (const closed of [{ ...draft, day: '2026-11-09' }, aPurchase(draft.lines, { day: '2026-11-10' })])
    await expect(client.purchasing.receive(closed)).rejects.toMatchObject({
      code: 'PERIOD_CLOSED',
      data: { day: closed.day, closedThrough: '2026-11-15' },
    })
  const goodsOn = (day: string) =>
    doors.raw.prepare("SELECT sum(debit - credit) FROM account_day WHERE account = '1301' AND day = ?").pluck().get(day)
  await client.purchasing.receive({ ...draft, extraCost: 5_000 })
  expect([goodsOn('2026-11-10'), goodsOn('2026-11-16')]).toEqual([100_000, 5_000])
  await client.purchasing.cancel({ id: draft.id, reason: 'Barang dikembalikan' })
  expect([goodsOn('2026-11-10'), goodsOn('2026-11-16')]).toEqual([100_000, -100_000])
  expect(balanceOf(doors, '1301')).toBe(0)
})

test('a bundle cannot be bought, its components can', async () => {
  const { client, shirt, scarf } = await aShopWithGoods()
  const bundle = aVariant({
    sku: 'PAKET-1',
    components: [
      { variantId: shirt, pieces: 1 },
      { variantId: scarf, pieces: 1 },
    ],
  })
  await client.catalog.products.save(aProduct({ name: 'Paket Lebaran', variants: [bundle] }))
  await expect(
    client.purchasing.receive(aPurchase([{ variantId: bundle.id, pieces: 1, price: 1 }])),
  ).rejects.toMatchObject({ code: 'BUNDLE_HAS_NO_STOCK', data: { sku: 'PAKET-1' } })
})

test('a purchase that nobody made is not found', async () => {
  const { client } = await aShopWithGoods()
  const id = '01900000-0000-7000-8000-00000000dead'
  await expect(client.purchasing.get({ id })).rejects.toMatchObject({ code: 'PURCHASE_NOT_FOUND' })
  await expect(client.purchasing.cancel({ id, reason: 'Tidak ada' })).rejects.toMatchObject({
    code: 'PURCHASE_NOT_FOUND',
  })
})

test('what is paid later belongs to its purchase: partly paid, paid, and never more than is owed', async () => {
  const { client, doors, shirt } = await aShopWithGoods()
  const goods = [{ variantId: shirt, pieces: 10, price: 10_000 }]
  const draft = aPurchase(goods, { paid: 30_000, paidFrom: '1101', dueDay: '2026-12-22' })
  await client.purchasing.receive(draft)
  const other = await client.purchasing.receive(aPurchase(goods, { supplierName: 'Bu Siti' }))
  const pay = (amount: number) =>
    aCashRecord({ what: 'pay supplier', wallet: '1110', amount, purchase: draft.id }, { day: '2026-11-22' })
  const listed = (onlyOwed: boolean) => client.purchasing.list({ query: '', onlyOwed })

  const part = pay(40_000)
  await client.cash.record(part)
  expect(await client.purchasing.get({ id: draft.id })).toMatchObject({
    paid: 30_000,
    paidLater: 40_000,
    owed: 30_000,
    payments: [{ id: part.id, day: '2026-11-22', amount: 40_000 }],
  })
  expect(await client.purchasing.suppliers({ query: '' })).toMatchObject([{ owed: 100_000 }, { owed: 30_000 }])
  await expect(client.cash.record(pay(30_001))).rejects.toMatchObject({
    code: 'MORE_THAN_OWED',
    data: { amount: 30_001, owed: 30_000 },
  })
  // its own payment does not stand in the way of correcting it
  await client.cash.record({ ...part, event: { ...part.event, amount: 70_000 } as typeof part.event })
  expect((await listed(true)).rows.map(({ id }) => id)).toEqual([other.id])
  expect(await listed(false)).toMatchObject({ owed: 100_000, payable: 100_000 })
  expect(trialBalance(doors)).toEqual({ 1101: -30_000, 1110: -70_000, 1301: 200_000, 2101: -100_000 })
  expect((await client.household.month({ month: '2026-11' })).safeDraw.fromCash.debtsDue).toBe(100_000)

  await expect(
    client.purchasing.receive({ ...draft, lines: [{ variantId: shirt, pieces: 9, price: 10_000 }] }),
  ).rejects.toMatchObject({ code: 'PAID_TOO_MUCH', data: { paid: 100_000, total: 90_000 } })
  await client.cash.cancel({ id: part.id, reason: 'belum jadi dibayar' })
  expect(await client.purchasing.get({ id: draft.id })).toMatchObject({ paidLater: 0, owed: 70_000, payments: [] })
})

test('a payment outlives the purchase it was for, and an older debt is paid without naming one', async () => {
  const { client, doors, shirt } = await aShopWithGoods()
  await client.ledger.opening.save({ lines: [{ account: '2101', amount: 50_000 }] })
  const draft = aPurchase([{ variantId: shirt, pieces: 1, price: 80_000 }])
  await client.purchasing.receive(draft)
  await client.cash.record(aCashRecord({ what: 'pay supplier', wallet: '1101', amount: 80_000, purchase: draft.id }))
  await client.purchasing.cancel({ id: draft.id, reason: 'barang dikembalikan' })
  expect(await client.purchasing.get({ id: draft.id })).toMatchObject({ owed: 0, paidLater: 80_000 })
  // the supplier has 80.000 of ours, less the 50.000 that was owed before
  expect(trialBalance(doors)).toMatchObject({ 1101: -80_000, 2101: 30_000 })
  expect(await client.purchasing.list({ query: '', onlyOwed: false })).toMatchObject({ owed: 0, payable: -30_000 })
  await expect(
    client.cash.record(aCashRecord({ what: 'pay supplier', wallet: '1101', amount: 1, purchase: draft.id })),
  ).rejects.toMatchObject({ code: 'MORE_THAN_OWED' })
})
