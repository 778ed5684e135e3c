import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustmentsUnconfirmed } from '../../src-main/core/settlements/settlements.repository.ts'
import { aBalanceReport } from '../builders/a-balance-report.ts'
import { aCore } from '../builders/a-core.ts'
import { aShopWithBalances } from '../builders/a-shop-with-balances.ts'
import { queryPlans } from '../builders/query-plans.ts'
import { anIncomeFile } from '../builders/shopee-income-file.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const [A, B] = ['261104HN3T8WQA', '261105KX9PLM2B'] as const

const sold = (at: string) => ({
  status: 'Selesai',
  cells: { 'Waktu Pesanan Selesai': at },
  items: [{ listPrice: 215_000, price: 215_000 }],
})

/** Order A is told by both reports, order B and the adjustment by the balance alone. */
const FILES = {
  orders: anOrderFile().withOrder(A, sold('2026-11-10 08:00')).withOrder(B, sold('2026-11-10 09:00')).xlsx(),
  income: anIncomeFile()
    .withOrder(A, {
      releasedOn: '2026-11-11',
      amounts: { 'Harga Asli Produk': 215_000, 'Biaya Administrasi': -17_200, 'Biaya Layanan': -22_750 },
    })
    .xlsx(),
  balance: aBalanceReport([
    { at: '2026-11-11 08:00', orderNumber: A, amount: 175_050 },
    { at: '2026-11-11 09:00', orderNumber: B, amount: 180_000 },
    { at: '2026-11-12 09:00', amount: -300_000 },
    { at: '2026-11-12 09:00', amount: -20_000 },
  ]).xlsx(),
  overlap: aBalanceReport(
    [
      { at: '2026-11-12 09:00', amount: -300_000 },
      { at: '2026-11-12 09:00', amount: -20_000 },
      { at: '2026-11-13 09:00', amount: 4_000, type: 'Penyesuaian', description: 'Kompensasi paket hilang' },
    ],
    { opening: 355_050 },
  ).xlsx(),
}
type Name = keyof typeof FILES

/** Σ of all lines, each once: the balance at the end of both reports. */
const BALANCE = 175_050 + 180_000 - 300_000 - 20_000 + 4_000

test('income and balance of one order meet: it is released once, with its fees; what only the balance tells has no fees yet', async () => {
  const { take, balances, client } = await aShopWithBalances()
  for (const name of ['orders', 'balance', 'overlap', 'income'] as const) await take(FILES[name])
  expect(balances()).toMatchObject({
    '1130': BALANCE,
    '1142': 320_000,
    '6101': 17_200,
    '6102': 22_750,
    // of order B 35.000 wait for the income file that names them
    '6119': 35_000,
    '4901': -4_000,
  })
  expect(balances()['1201']).toBeUndefined()
  const checks = await client.payouts.checks()
  expect(checks.map(({ differsSince }) => differsSince)).toEqual([null, null])
  const told = (await client.ledger.verify()).findings.find(({ check }) => check.startsWith('Saldo kanal'))
  expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
  expect(told).toMatchObject({ ok: true, counted: 2, detail: '' })
})

test.each([
  ['taken back later', { 'Jumlah Pengembalian Dana ke Pembeli': -100_000, 'Biaya Administrasi': 8_000 }, -92_000],
  ['paid in another month', { 'Harga Asli Produk': 35_000 }, 35_000],
])(
  'a release that the balance alone tells stays, though the income file tells what was %s',
  async (_, amounts, more) => {
    const balance = aBalanceReport([{ at: '2026-11-11 08:00', orderNumber: A, amount: 175_050 }]).xlsx()
    const income = anIncomeFile().withOrder(A, { releasedOn: '2026-11-20', amounts }).xlsx()
    for (const way of [
      [FILES.orders, balance, income],
      [income, balance, FILES.orders],
    ]) {
      const { take, balances } = await aShopWithBalances()
      for (const bytes of way) await take(bytes)
      expect(balances()['1130']).toBe(175_050 + more)
    }
  },
)

test('what is taken back twice in the same amount is booked on both of its days, though each report tells another one', async () => {
  const back = { 'Jumlah Pengembalian Dana ke Pembeli': -50_000 }
  const { take, client } = await aShopWithBalances()
  await take(FILES.orders)
  await take(FILES.income)
  await take(anIncomeFile().withOrder(A, { releasedOn: '2026-11-16', amounts: back }).xlsx())
  const lines = ['2026-11-12 08:00', '2026-11-16 08:00'].map((at) => ({
    at,
    type: 'Penyesuaian',
    orderNumber: A,
    amount: -50_000,
  }))
  await take(aBalanceReport(lines, { opening: 175_050 }).xlsx())
  const { rows } = await client.orders.list({ query: A, limit: 1 })
  const { ladder } = await client.orders.get({ id: rows[0]!.id })
  expect(ladder.releases.map(({ releasedOn, released }) => [releasedOn, released])).toEqual([
    ['2026-11-11', 175_050],
    ['2026-11-12', -50_000],
    ['2026-11-16', -50_000],
  ])
})

const fineOn = (day: string) => ({
  at: `2026-11-${day} 08:00`,
  type: 'Penyesuaian',
  description: 'Penyesuaian',
  amount: -5_000,
})
const fines = (orderNumber?: string) =>
  anIncomeFile()
    .withAdjustments({
      createdOn: '2026-11-12',
      type: 'Logistik',
      reason: 'berat',
      amount: -5_000,
      ...(orderNumber ? { orderNumber } : {}),
    })
    .xlsx()

test.each([
  ['of no order', undefined, [fineOn('12')]],
  ['of an order whose number the balance leaves out', A, [fineOn('12')]],
  [
    'of an order whose number the balance has in one line of two',
    A,
    [{ ...fineOn('12'), orderNumber: A }, fineOn('16')],
  ],
] as const)(
  'an adjustment %s is booked as often as the balance has it, whichever file comes first',
  async (_, order, lines) => {
    const files = [FILES.orders, fines(order), ...lines.map((line) => aBalanceReport([line]).xlsx())]
    for (const way of [files, files.toReversed()]) {
      const { take, takeBack, balances, client } = await aShopWithBalances()
      const ids: string[] = []
      for (const bytes of way) ids.push((await take(bytes)).importId)
      expect(balances()['1130']).toBe(-5_000 * lines.length)
      expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
      await takeBack(ids[way.indexOf(files[2]!)]!)
      expect(balances()['1130']).toBe(-5_000)
      expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
    }
  },
)

test('two lines of one amount, told by two reports, are both booked though an income file tells of one of them', async () => {
  const ends = new Set<string>()
  const files = [fines(), aBalanceReport([fineOn('16')]).xlsx(), aBalanceReport([fineOn('12')]).xlsx()]
  for (const way of [
    [0, 1, 2],
    [1, 0, 2],
    [2, 1, 0],
  ]) {
    const { take, balances, client } = await aShopWithBalances()
    for (const at of way) await take(files[at]!)
    expect(balances()['1130']).toBe(-10_000)
    ends.add((await client.ledger.verify()).digest)
  }
  expect(ends.size).toBe(1)
})

test('adjustments of orders are found by an index', async () => {
  const { doors } = await aCore()
  const [plan] = await queryPlans(doors, (reader) => adjustmentsUnconfirmed(reader, 'a', 'shopee', [-5_000]))
  expect(plan!.join('\n')).toContain('INDEX settlement_of_adjustment')
})

/** How the shop ended, whichever way. */
const ENDS = new Set<string>()

test('the sheet of orders tells what was released of each and on which days, whichever report told it', async () => {
  const { take, client } = await aShopWithBalances()
  for (const name of ['orders', 'balance', 'income'] as const) await take(FILES[name])
  let csv = ''
  for await (const step of await client.orders.exportFile({ format: 'csv', columns: ['number', 'received'] }))
    if (step.kind === 'file') csv = Buffer.from(step.base64, 'base64').toString('utf8')
  const [head = [], ...rows] = csv
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))
  const at = ['No. Pesanan', 'Dilepas ke saldo', 'Dana dilepas kanal'].map((heading) => head.indexOf(heading))
  expect(rows.map((row) => at.map((column) => row[column])).sort()).toEqual([
    [A, '2026-11-11', '175050'],
    [B, '2026-11-11', '180000'],
  ])
})

test('in whatever order files come, overlap and are taken back, the books end the same and the wallet is the sum of its lines', () =>
  fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(Object.keys(FILES) as Name[], { minLength: 4, maxLength: 4 }),
      fc.constantFrom<Name>('income', 'balance', 'overlap'),
      async (way, undone) => {
        const { take, takeBack, balances, client } = await aShopWithBalances()
        const ids = new Map<Name, string>()
        for (const name of way) ids.set(name, (await take(FILES[name])).importId)
        await takeBack(ids.get(undone)!)
        await take(FILES[undone])
        expect(balances()['1130']).toBe(BALANCE)
        ENDS.add((await client.ledger.verify()).digest)
        expect(ENDS.size).toBe(1)
      },
    ),
    { numRuns: 4 },
  ))
