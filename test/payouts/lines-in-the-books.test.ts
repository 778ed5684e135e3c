import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { A_STATEMENT_OF_2023, AN_ADS_BILL, aBalanceReport } from '../builders/a-balance-report.ts'
import { aShopWithBalances } from '../builders/a-shop-with-balances.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const ORDER_A = '261104HN3T8WQA'
const orders = anOrderFile()
  .withOrder(ORDER_A, {
    status: 'Selesai',
    cells: { 'Waktu Pesanan Selesai': '2026-11-10 08:00' },
    items: [{ listPrice: 250_000, price: 215_000 }],
  })
  .xlsx()
const released = { at: '2026-11-11 08:00', orderNumber: ORDER_A, amount: 175_050 }
const withdrawn = { at: '2026-11-12 09:00', amount: -100_000 }

describe('what lines of the balance do to the books', () => {
  test('a release of which only the balance tells: what is missing waits in 6119 under no name (MP-03 without its income file)', async () => {
    const { take, balances } = await aShopWithBalances()
    await take(orders)
    expect(balances()).toMatchObject({ '1201': 215_000 })
    expect(await take(aBalanceReport([released]).xlsx())).toMatchObject({
      kind: 'wallet',
      added: { lines: 1, amount: 175_050 },
      waiting: { lines: 0 },
    })
    expect(balances()).toMatchObject({ '1130': 175_050, '6119': 39_950 })
    expect(balances()['1201']).toBeUndefined()
  })

  test('what the balance takes back of an order moves no fee of the release before it to another month', async () => {
    const { take, doors } = await aShopWithBalances()
    await take(orders)
    await take(aBalanceReport([released]).xlsx())
    const backThen = { ...released, at: '2026-11-20 08:00', type: 'Penghasilan dari Pesanan', amount: -14_626 }
    await take(aBalanceReport([backThen], { opening: 175_050 }).xlsx())
    const unnamed = doors.raw
      .prepare("SELECT day, sum(amount) FROM posting WHERE account = '6119' GROUP BY day ORDER BY day")
      .raw()
      .all()
    expect(unnamed).toEqual([
      ['2026-11-11', 39_950],
      ['2026-11-20', 14_626],
    ])
  })

  test('a release waits for its order, and is booked as soon as that comes', async () => {
    const { take, balances } = await aShopWithBalances()
    expect(await take(aBalanceReport([released]).xlsx())).toMatchObject({ waiting: { lines: 1, amount: 175_050 } })
    expect(balances()).toEqual({})
    await take(orders)
    expect(balances()).toMatchObject({ '1130': 175_050, '6119': 39_950 })
  })

  test('MP-04: a withdrawal is money on its way until a bank or a hand says that it arrived', async () => {
    const { take, balances } = await aShopWithBalances()
    await take(aBalanceReport([{ at: '2026-11-12 09:00', amount: -5_000_000 }], { opening: 5_000_000 }).xlsx())
    expect(balances()).toEqual({ '1130': -5_000_000, '1142': 5_000_000 })
  })

  test('MP-12: credit for advertising with its tax from the balance, then used by its bill', async () => {
    const { take, balances } = await aShopWithBalances()
    await take(
      aBalanceReport(
        [
          {
            at: '2026-11-03 09:00',
            amount: -555_000,
            type: 'Pembayaran dengan Saldo Penjual',
            description: 'Isi Saldo Iklan Shopee',
          },
        ],
        { opening: 555_000 },
      ).xlsx(),
    )
    expect(balances()).toEqual({ '1130': -555_000, '1401': 555_000 })
    const bill = AN_ADS_BILL.replaceAll('/08/2026', '/11/2026')
      .replace('31/11', '30/11')
      .replace('1,31/11/2026,Iklan Produk,-25000,\n', '')
    await take(bill, 'toko_adwords_bill.csv')
    expect(balances()).toEqual({ '1130': -555_000, '1401': 444_000, '6106': 111_000 })
  })

  test('an adjustment of nobody’s order goes where its words say, else to 6119; a loan is owed', async () => {
    const { take, balances } = await aShopWithBalances()
    const at = (day: number) => `2026-11-0${day} 09:00`
    await take(
      aBalanceReport([
        { at: at(2), amount: 23_000, type: 'Penyesuaian oleh Shopee', description: 'Kompensasi paket hilang' },
        { at: at(3), amount: -700, type: 'Biaya Baru', description: 'Tidak dikenal' },
        { at: at(4), amount: 1_000_000, type: 'SPinjam untuk Penjual', description: 'Pencairan SPinjam' },
      ]).xlsx(),
    )
    expect(balances()).toEqual({ '1130': 1_022_300, '4901': -23_000, '6119': 700, '2202': -1_000_000 })
  })

  test.each([
    { type: 'Penyesuaian oleh Shopee', description: `Kompensasi kehilangan untuk paket JP1 pada pesanan #${ORDER_A}` },
    { type: 'Penyesuaian', description: 'Kompensasi paket hilang', orderNumber: ORDER_A },
  ])('compensation for an order goes where that of none goes: $type', async (said) => {
    const { take, balances } = await aShopWithBalances()
    await take(orders)
    await take(aBalanceReport([{ at: '2026-11-12 09:00', amount: 1_350, ...said }]).xlsx())
    expect(balances()).toMatchObject({ '1130': 1_350, '4901': -1_350 })
    expect(balances()['6119']).toBeUndefined()
  })

  test('a claim that was noted as paid into the balance and the report that tells of it are one payment, whichever comes first', async () => {
    const paid = { at: '2026-11-18 09:00', type: 'Penyesuaian', description: 'Kompensasi paket hilang', amount: 55_000 }
    const report = aBalanceReport([{ ...paid, orderNumber: ORDER_A }]).xlsx()
    for (const isTypedFirst of [true, false]) {
      const { take, takeBack, balances, client } = await aShopWithBalances()
      await take(orders)
      const orderId = (await client.orders.byCode({ code: ORDER_A }))!.id
      const claim = { id: newId(), orderId, party: 'SPX', amount: 60_000, note: '' }
      const pay = async () => {
        await client.returns.claim(claim)
        await client.returns.claimPaid({ id: claim.id, day: '2026-11-20', amount: 55_000, account: '1130' })
      }
      if (isTypedFirst) await pay()
      const { importId } = await take(report)
      if (!isTypedFirst) await pay()
      expect(balances()).toMatchObject({ '1130': 55_000, '4901': -55_000 })
      await takeBack(importId)
      expect(balances()).toMatchObject({ '1130': 55_000, '4901': -55_000 })
      expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
    }
  })

  test('a payment with the balance books nothing until the owner says what it was for', async () => {
    const { take, balances, client } = await aShopWithBalances()
    await take(
      aBalanceReport([{ at: '2026-11-02 09:00', amount: -60_000, type: 'Pembayaran dengan Saldo Penjual' }], {
        opening: 60_000,
      }).xlsx(),
    )
    expect(balances()).toEqual({})
    const { rows } = await client.payouts.lines({ view: 'asked', limit: 10 })
    expect(rows).toMatchObject([{ amount: -60_000, state: 'asked' }])
    await client.payouts.answer({ lineId: rows[0]!.id, answer: { what: 'account', account: '6207' } })
    expect(balances()).toEqual({ '1130': -60_000, '6207': 60_000 })
    await client.payouts.takeAnswerBack({ lineId: rows[0]!.id })
    expect(balances()).toEqual({})
  })

  test('a withdrawal that stands in Catat Kas already is asked about and not booked twice', async () => {
    const { take, balances, client, clock } = await aShopWithBalances()
    const record = newId(clock.now)
    await client.cash.record({
      id: record,
      day: '2026-11-12',
      note: '',
      event: { what: 'transfer', wallet: '1130', toWallet: '1110', amount: 100_000, fee: 0 },
    })
    expect(await take(aBalanceReport([withdrawn], { opening: 100_000 }).xlsx())).toMatchObject({ asked: { lines: 1 } })
    expect(balances()).toEqual({ '1110': 100_000, '1130': -100_000 })
    const { rows } = await client.payouts.lines({ view: 'asked', limit: 10 })
    expect(rows[0]).toMatchObject({ state: 'asked', double: { id: record, day: '2026-11-12' } })
    await client.payouts.answer({ lineId: rows[0]!.id, answer: { what: 'same', record } })
    expect(balances()).toEqual({ '1110': 100_000, '1130': -100_000 })
    await client.payouts.answer({ lineId: rows[0]!.id, answer: { what: 'separate' } })
    expect(balances()).toEqual({ '1110': 100_000, '1130': -200_000, '1142': 100_000 })
  })

  test('what was before the books began is kept and books nothing', async () => {
    const { take, balances, client } = await aShopWithBalances()
    await take(A_STATEMENT_OF_2023, 'saldo.csv')
    expect(balances()).toEqual({})
    const { rows } = await client.payouts.lines({ view: 'all', limit: 10 })
    expect(rows.map(({ state }) => state)).toEqual(['history', 'history', 'history'])
  })
})

describe('files that overlap, and files taken back', () => {
  const first = aBalanceReport([
    released,
    withdrawn,
    { at: '2026-11-12 09:00', amount: -10_000 },
    { at: '2026-11-12 09:00', amount: -10_000 },
  ])
  const second = aBalanceReport(
    [
      withdrawn,
      { at: '2026-11-12 09:00', amount: -10_000 },
      { at: '2026-11-12 09:00', amount: -10_000 },
      { at: '2026-11-13 07:00', amount: -5_000 },
    ],
    { opening: 175_050 },
  )

  test('the same line told twice is one, two equal lines of one file are two', async () => {
    const { take, balances } = await aShopWithBalances()
    await take(orders)
    await take(first.xlsx())
    expect(await take(second.xlsx())).toMatchObject({ added: { lines: 1 }, unchanged: { lines: 3 } })
    expect(balances()).toMatchObject({ '1130': 175_050 - 125_000, '1142': 125_000 })
  })

  test.each([
    ['refused before it moved anything', [] as const, 100_000],
    [
      'taken off at once and given back',
      [{ at: '2026-11-13 09:00', type: 'Penarikan Dana', amount: 40_000 }] as const,
      100_000,
    ],
  ])(
    'a withdrawal that failed, with which a report begins, is what the report says that knows the balance before: %s',
    async (_, back, left) => {
      const refused = {
        at: '2026-11-12 09:00',
        amount: -40_000,
        status: 'Gagal',
        ...(back.length === 0 ? { balance: 100_000 } : {}),
      }
      const release = { at: '2026-11-11 08:00', orderNumber: ORDER_A, amount: 100_000 }
      const whole = aBalanceReport([release, refused, ...back]).xlsx()
      const later = aBalanceReport([refused, ...back], { opening: 100_000 }).xlsx()
      for (const way of [
        [orders, whole, later],
        [later, whole, orders],
      ]) {
        const { take, balances } = await aShopWithBalances()
        for (const bytes of way) await take(bytes)
        expect(balances()['1130']).toBe(left)
        expect(balances()['1142']).toBeUndefined()
      }
    },
  )

  test('whichever way orders and reports come in, overlap and go again, the shop ends the same', async () => {
    const ways: (readonly ('orders' | 'first' | 'second')[])[] = [
      ['orders', 'first', 'second'],
      ['second', 'orders', 'first'],
      ['first', 'second', 'orders'],
    ]
    const ends = []
    for (const way of ways) {
      const { take, takeBack, client } = await aShopWithBalances()
      const files = { orders, first: first.xlsx(), second: second.xlsx() }
      const taken = []
      for (const name of way) taken.push({ name, outcome: await take(files[name]) })
      const whole = (await client.ledger.verify()).digest
      await takeBack(taken.find(({ name }) => name === 'first')!.outcome.importId)
      const without = (await client.ledger.verify()).digest
      await take(first.xlsx())
      ends.push([whole, without, (await client.ledger.verify()).digest])
    }
    expect(new Set(ends.map(([whole]) => whole)).size).toBe(1)
    expect(new Set(ends.map(([, without]) => without)).size).toBe(1)
    expect(ends[0]![2]).toBe(ends[0]![0])
    expect(ends[0]![1]).not.toBe(ends[0]![0])
  })
})

describe('what the screen tells', () => {
  test('a balance by file that is the balance of the books agrees; what was there before is the first reason where it is not', async () => {
    const { take, client } = await aShopWithBalances()
    await take(orders)
    await take(aBalanceReport([released, withdrawn]).xlsx())
    expect(await client.payouts.checks()).toMatchObject([{ byFile: 75_050, byBooks: 75_050, differsSince: null }])
    await take(
      aBalanceReport([{ at: '2026-11-14 09:00', orderNumber: '261113ZZZZZZ99', amount: 9_000 }], {
        opening: 80_000,
      }).xlsx(),
    )
    const [latest] = await client.payouts.checks()
    expect(latest).toMatchObject({ byFile: 89_000, byBooks: 75_050, differsSince: '2026-11-13' })
    expect(latest!.reasons.map(({ why, byFile, byBooks }) => [why, byFile - byBooks])).toEqual([
      ['before', 4_950],
      ['waits for order', 9_000],
    ])
  })

  test('held, released, withdrawn, arrived: a withdrawal arrives by whatever takes its amount out of transit', async () => {
    const { take, client, clock } = await aShopWithBalances()
    await take(orders)
    expect(await client.payouts.overview()).toMatchObject([
      {
        channel: 'shopee',
        held: { count: 1, amount: 215_000, late: { count: 1 } },
        balance: 0,
        releasesWaiting: { count: 0, amount: 0 },
        toldThrough: null,
      },
    ])
    expect((await client.payouts.expected({})).rows).toMatchObject([{ since: '2026-11-10', expectedOn: '2026-11-11' }])
    await take(aBalanceReport([released, { ...withdrawn, at: '2026-11-20 09:00' }]).xlsx())
    expect(await client.payouts.overview()).toMatchObject([
      { held: { count: 0, amount: 0 }, balance: 75_050, inTransit: { count: 1, amount: 100_000 } },
    ])
    await client.cash.record({
      id: newId(clock.now),
      day: '2026-11-21',
      note: '',
      event: { what: 'transfer', wallet: '1142', toWallet: '1110', amount: 100_000, fee: 0 },
    })
    expect(await client.payouts.overview()).toMatchObject([
      { inTransit: { count: 0 }, arrived: { count: 1, amount: 100_000 } },
    ])
    const { rows } = await client.payouts.lines({ view: 'withdrawals', limit: 10 })
    expect(rows).toMatchObject([{ state: 'arrived', arrivedOn: '2026-11-21' }])
  })

  test('a withdrawal that only Catat Kas knows has arrived; one that the file tells as well counts once', async () => {
    const { take, client, clock } = await aShopWithBalances()
    await take(orders)
    await take(aBalanceReport([released]).xlsx())
    const transfer = (amount: number, day: string, toWallet: '1110' | '1142' = '1110') =>
      client.cash.record({
        id: newId(clock.now),
        day,
        note: '',
        event: { what: 'transfer', wallet: '1130', toWallet, amount, fee: 0 },
      })
    const arrived = async () => (await client.payouts.overview())[0]!.arrived
    await transfer(100_000, '2026-11-12')
    expect(await arrived()).toMatchObject({
      count: 1,
      amount: 100_000,
      byHand: { count: 1, wallet: '1130', sort: 'transfer' },
    })
    await take(aBalanceReport([released, withdrawn]).xlsx())
    expect(await arrived()).toMatchObject({ count: 1, amount: 100_000 })
    await transfer(20_000, '2026-11-20', '1142')
    expect(await arrived()).toMatchObject({ count: 1, amount: 100_000 })
  })

  test('releases noted by hand in one sum pay the oldest orders, so that these are not called late', async () => {
    const { take, client, clock } = await aShopWithBalances()
    await take(orders)
    await client.cash.record({
      id: newId(clock.now),
      day: '2026-11-12',
      note: '',
      event: { what: 'clearing received', clearing: '1201', wallet: '1130', amount: 215_000, fee: 40_000 },
    })
    expect((await client.payouts.expected({})).rows).toEqual([])
    expect(await client.payouts.overview()).toMatchObject([{ held: { count: 0, amount: 0, late: { count: 0 } } }])
  })
})
