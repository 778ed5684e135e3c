import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { AccountEntryRow } from '../../src-shared/ledger/ledger.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { aMonthOfBatikRatna } from '../builders/a-month-of-batik-ratna.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { posted } from '../builders/posted.ts'

type Client = Awaited<ReturnType<typeof aCore>>['client']

describe('the journal', () => {
  test('shows the newest day first, debits before credits, and what each entry comes from', async () => {
    const { client } = await aCore()
    await client.cash.record(
      aCashRecord(
        { what: 'business expense', wallet: '1101', account: '6206', amount: 45_000 },
        { day: '2026-11-20', note: 'bensin ke ekspedisi' },
      ),
    )
    await client.cash.record(
      aCashRecord({ what: 'take home', wallet: '1110', householdWallet: '9110', amount: 500_000 }),
    )
    const { rows } = await client.ledger.entries({})
    expect(rows.map(({ day, memo, document }) => [day, memo, document.label])).toEqual([
      ['2026-11-22', 'Ambil untuk rumah', 'Catatan kas'],
      ['2026-11-20', 'Pengeluaran usaha', 'bensin ke ekspedisi'],
    ])
    expect(rows[1]!.lines).toEqual([
      { account: '6206', name: 'Transport dan bensin', debit: 45_000, credit: 0 },
      { account: '1101', name: 'Kas tunai usaha', debit: 0, credit: 45_000 },
    ])
  })

  test('is read in pages that neither repeat nor skip, and can be narrowed', async () => {
    const { client } = await aMonthOfBatikRatna()
    const all = (await client.ledger.entries({})).rows
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const page = await client.ledger.entries({ limit: 4, ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual(all.map(({ id }) => id))
    const ofMonth = async (filter: object) => (await client.ledger.entries(filter)).rows
    expect((await ofMonth({ documentKind: 'purchase' })).map(({ day }) => day)).toEqual(['2026-11-03'])
    expect((await ofMonth({ from: '2026-11-20', to: '2026-11-20' })).map(({ document }) => document.label)).toEqual([
      'PPh final',
      'gaji Sari',
    ])
  })

  test('a correction of cost says so, names the entry it mends, and is named by it', async () => {
    const { client, L, receive } = await aStockedShop()
    await receive(L, 10, 50_000, '2026-11-02')
    await client.inventory.adjust({
      id: newId(),
      kind: 'damaged',
      day: '2026-11-20',
      note: 'luntur kena hujan',
      lines: [{ variantId: L, pieces: 2 }],
    })
    await receive(L, 10, 60_000, '2026-11-01')
    const { rows } = await client.ledger.entries({ from: '2026-11-20' })
    expect(rows.map(({ memo, corrects }) => [memo, corrects])).toEqual([
      ['Koreksi harga pokok', rows[1]!.id],
      ['Barang rusak', null],
    ])
    const [correction, damage] = rows
    expect(correction!.lines[0]).toMatchObject({ debit: 10_000 })
    expect(await client.ledger.entry({ id: damage!.id })).toMatchObject({ correctedBy: [correction!.id] })
    expect(await client.ledger.entry({ id: correction!.id })).toMatchObject({ corrects: damage!.id, correctedBy: [] })
  })

  test('an entry shows its seal, and its other side across the wall', async () => {
    const { client } = await aCore()
    const draft = aCashRecord({ what: 'take home', wallet: '1110', householdWallet: '9110', amount: 500_000 })
    await client.cash.record(draft)
    await client.cash.cancel({ id: draft.id, reason: 'salah' })
    expect(await client.ledger.entry({ id: 1 })).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      pair: 2,
      reversedBy: 3,
    })
    expect(await client.ledger.entry({ id: 4 })).toMatchObject({ pair: 3, reverses: 2, isReversal: true })
    await expect(client.ledger.entry({ id: 99 })).rejects.toMatchObject({ code: 'ENTRY_NOT_FOUND' })
  })
})

test('documents are called by what people know them by', async () => {
  const { client, doors } = await aCore()
  doors.raw.exec(`
    INSERT INTO product (id, name, created_at, updated_at) VALUES ('p', 'Kemeja', 0, 0);
    INSERT INTO variant (id, product_id, sku) VALUES ('v', 'p', 'KMJ-M');
    INSERT INTO supplier (id, name, created_at) VALUES ('s', 'CV Troso Jaya', 0);
    INSERT INTO purchase (id, number, supplier_id, day, discount, extra_cost, paid, note, recorded_at)
      VALUES ('b', 'PB-0001', 's', '2026-11-02', 0, 0, 0, '', 0);
    INSERT INTO stock_adjustment (id, kind, day, note, recorded_at) VALUES ('a', 'damaged', '2026-11-02', 'kena air', 0);
  `)
  const lines = { 1301: 1000, 3101: -1000 }
  for (const [kind, id] of [
    ['purchase', 'b'],
    ['opening-stock', 'v'],
    ['stock-adjustment', 'a'],
    ['order', newId()],
  ] as const)
    await posted(doors, { day: '2026-11-02', kind, id, lines })
  const labels = async () => (await client.ledger.entries({})).rows.map(({ document }) => document.label)
  expect(await labels()).toEqual(['Pesanan', 'Barang rusak: kena air', 'Stok Awal KMJ-M', 'PB-0001'])
  await client.settings.change({ language: 'en' })
  expect(await labels()).toEqual(['Order', 'Damaged goods: kena air', 'Opening stock KMJ-M', 'PB-0001'])
})

describe("an account's page", () => {
  test('begins and ends with its balances and shows the balance after every line', async () => {
    const { client } = await aMonthOfBatikRatna()
    const page = await client.ledger.accountEntries({ accounts: ['2101'], from: '2026-11-03', to: '2026-11-22' })
    expect(page).toMatchObject({ opening: 4_000_000, debit: 2_000_000, credit: 1_500_000, closing: 3_500_000 })
    expect(page.rows.map(({ day, debit, credit, balance }) => [day, debit, credit, balance])).toEqual([
      ['2026-11-16', 2_000_000, 0, 3_500_000],
      ['2026-11-03', 0, 1_500_000, 5_500_000],
    ])
  })

  test('several accounts together are one page: money moved between them changes nothing', async () => {
    const { client } = await aCore()
    await client.cash.record(aCashRecord({ what: 'transfer', wallet: '1101', toWallet: '1110', amount: 300, fee: 0 }))
    const page = await client.ledger.accountEntries({ accounts: ['1101', '1110'], to: '2026-11-30' })
    expect(page.rows.map(({ debit, credit, balance }) => [debit, credit, balance])).toEqual([
      [300, 0, 0],
      [0, 300, -300],
    ])
    expect(page.closing).toBe(0)
  })

  test('an account that is not in the chart is refused', async () => {
    const { client } = await aCore()
    await expect(client.ledger.accountEntries({ accounts: ['1101', '1998'], to: '2026-11-30' })).rejects.toMatchObject({
      code: 'ACCOUNT_NOT_FOUND',
      data: { code: '1998' },
    })
  })

  test('read in pages of any size it is the page read at once, and its balances add up from the first line', async () => {
    const { client, doors } = await aCore()
    const accounts = ['1101', '1110', '6206']
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            day: fc.integer({ min: 1, max: 4 }),
            debit: fc.constantFrom(...accounts, '3201'),
            credit: fc.constantFrom('1120', '1130', '4103'),
            amount: fc.integer({ min: 1, max: 9_000 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        fc.integer({ min: 1, max: 7 }),
        async (movements, limit) => {
          for (const { day, debit, credit, amount } of movements)
            await posted(doors, { day: `2026-11-0${day}`, lines: { [debit]: amount, [credit]: -amount } })
          const at = { accounts, from: '2026-11-02', to: '2026-11-04' }
          const whole = await client.ledger.accountEntries({ ...at, limit: 500 })
          expect(await inPages(client, at, limit)).toEqual(whole.rows)

          let balance = whole.opening
          for (const row of whole.rows.toReversed()) {
            balance += row.debit - row.credit
            expect(row.balance).toBe(balance)
          }
          expect(balance).toBe(whole.closing)
        },
      ),
      { numRuns: 30 },
    )
  })
})

async function inPages(client: Client, at: { accounts: string[]; from: string; to: string }, limit: number) {
  const rows: AccountEntryRow[] = []
  let cursor: string | null = null
  do {
    const page = await client.ledger.accountEntries({ ...at, limit, ...(cursor ? { cursor } : {}) })
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor)
  return rows
}
