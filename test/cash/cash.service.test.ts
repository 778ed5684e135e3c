import { describe, expect, test } from 'vitest'
import type { CashEvent } from '../../src-shared/cash/cash-record.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { householdBalances, householdVectors, shirtTakenHome } from '../vectors/household-vectors.ts'

const takeHome: CashEvent = { what: 'take home', wallet: '1101', householdWallet: '9110', amount: 500_000 }

type Client = Awaited<ReturnType<typeof aCore>>['client']

/** Debit positive, at the end of 22 November. */
async function balanceOf(client: Client, account: string) {
  const { debit, credit } = await client.ledger.accountEntries({ accounts: [account], to: '2026-11-22' })
  return debit - credit
}
const walletsOf = async (client: Client) =>
  Object.fromEntries((await client.cash.wallets()).map(({ account, balance }) => [account, balance]))

test('a household that lives from its shop for a while: every balance of the border is the one worked out by hand', async () => {
  const { client, L, receive } = await aStockedShop()
  await receive(L, 4, 61_500)
  for (const { id, event } of householdVectors) {
    if (id === 'HH-12') await takeHomeOneShirt(client, L)
    await client.cash.record(aCashRecord(event))
    expect((await client.household.month({ month: '2026-11' })).wallHolds).toBe(true)
  }
  for (const [account, balance] of Object.entries(householdBalances))
    expect([account, await balanceOf(client, account)]).toEqual([account, balance])
})

async function takeHomeOneShirt(client: Client, variantId: string) {
  const id = newId()
  const lines = [{ variantId, pieces: 1 }]
  await client.inventory.adjust({ id, kind: 'household', day: '2026-11-22', note: 'baju Bapak', lines })
  for (const book of ['usaha', 'rumah'] as const) {
    const { rows } = await client.ledger.entries({ book, documentKind: 'stock-adjustment', documentId: id })
    expect(
      rows.map((row) => Object.fromEntries(row.lines.map((line) => [line.account, line.debit - line.credit]))),
    ).toEqual([shirtTakenHome[book]])
  }
}

describe('a record', () => {
  test('moves the wallets and can be read again', async () => {
    const { client } = await aCore()
    const draft = aCashRecord(takeHome, { note: 'uang bulanan' })
    const record = await client.cash.record(draft)
    expect(record).toMatchObject({ ...draft, amount: 500_000, cancelled: null })
    expect(await client.cash.get({ id: draft.id })).toEqual(record)
    expect(await walletsOf(client)).toMatchObject({ 1101: -500_000, 9110: 500_000 })
  })

  test('saved twice is one record', async () => {
    const { client, doors } = await aCore()
    const draft = aCashRecord(takeHome)
    await client.cash.record(draft)
    await client.cash.record(draft)
    expect((await client.cash.list({})).rows).toHaveLength(1)
    expect(doors.raw.prepare('SELECT count(*) FROM entry').pluck().get()).toBe(2)
  })

  test('corrected takes back what it had posted and posts what is true', async () => {
    const { client } = await aCore()
    const draft = aCashRecord(takeHome)
    await client.cash.record(draft)
    await client.cash.record({ ...draft, event: { ...takeHome, wallet: '1120', amount: 450_000 } })
    expect(await walletsOf(client)).toMatchObject({ 1101: 0, 1120: -450_000, 9110: 450_000 })
    const { rows } = await client.ledger.entries({ documentKind: 'cash-record', documentId: draft.id })
    expect(rows.map(({ id, isReversal, reversedBy }) => ({ id, isReversal, reversedBy }))).toEqual([
      { id: 5, isReversal: false, reversedBy: null },
      { id: 3, isReversal: true, reversedBy: null },
      { id: 1, isReversal: false, reversedBy: 3 },
    ])
  })

  test('whose note alone is corrected leaves the books as they are', async () => {
    const { client, doors } = await aCore()
    const draft = aCashRecord(takeHome)
    await client.cash.record(draft)
    await client.cash.record({ ...draft, note: 'uang sekolah' })
    expect(doors.raw.prepare('SELECT count(*) FROM entry').pluck().get()).toBe(2)
    expect((await client.ledger.entries({})).rows[0]).toMatchObject({
      memo: 'Ambil untuk rumah',
      document: { label: 'uang sekolah' },
    })
  })

  test('cancelled leaves every balance as it was, and keeps its reason', async () => {
    const { client } = await aCore()
    const draft = aCashRecord(takeHome)
    await client.cash.record(draft)
    await client.cash.cancel({ id: draft.id, reason: 'salah ketik' })
    expect((await client.cash.get({ id: draft.id })).cancelled).toMatchObject({ reason: 'salah ketik' })
    expect(await walletsOf(client)).toMatchObject({ 1101: 0, 9110: 0 })
  })

  test('cancelled twice is cancelled once; recorded again it is back', async () => {
    const { client, clock } = await aCore()
    const draft = aCashRecord(takeHome)
    await client.cash.record(draft)
    const first = await client.cash.cancel({ id: draft.id, reason: 'salah ketik' })
    clock.now += 60_000
    expect(await client.cash.cancel({ id: draft.id, reason: 'masih salah' })).toEqual(first)
    await client.cash.record(draft)
    expect(await walletsOf(client)).toMatchObject({ 1101: -500_000, 9110: 500_000 })
  })

  test('of a shop that keeps no household book writes one entry, and keeps one after the book is switched on', async () => {
    const { client } = await aCore({ setUp: { keepsHousehold: false } })
    const draft = aCashRecord(takeHome)
    await client.cash.record(draft)
    await client.settings.change({ keepsHousehold: true })
    await client.cash.cancel({ id: draft.id, reason: 'salah ketik' })
    expect((await client.ledger.entries({ book: 'rumah' })).rows).toEqual([])
    expect(await walletsOf(client)).toMatchObject({ 1101: 0, 9110: 0 })
  })

  test('corrected after the household book was switched on becomes a whole pair', async () => {
    const { client } = await aCore({ setUp: { keepsHousehold: false } })
    const draft = aCashRecord(takeHome)
    await client.cash.record(draft)
    await client.settings.change({ keepsHousehold: true })
    await client.cash.record(draft)
    expect(await walletsOf(client)).toMatchObject({ 1101: -500_000, 9110: 500_000 })
    expect((await client.household.month({ month: '2026-11' })).wallHolds).toBe(true)
  })
})

describe('a record of both books, while the household book is off', () => {
  test('keeps its side of the wall when it is corrected: the family has what it took', async () => {
    const { client } = await aCore()
    const [draft, meal] = [
      aCashRecord(takeHome),
      aCashRecord({ what: 'household expense', householdWallet: '9110', householdAccount: '9501', amount: 60_000 }),
    ]
    for (const each of [draft, meal]) await client.cash.record(each)
    await client.settings.change({ keepsHousehold: false })
    await client.cash.record({ ...draft, note: 'uang dapur' })
    expect(await walletsOf(client)).toMatchObject({ 1101: -500_000, 9110: 440_000 })
    await client.cash.record({ ...draft, event: { ...takeHome, amount: 300_000 } })
    await client.cash.record({ ...meal, event: { ...meal.event, amount: 50_000 } as typeof meal.event })
    await client.settings.change({ keepsHousehold: true })
    expect(await walletsOf(client)).toMatchObject({ 1101: -300_000, 9110: 250_000 })
    expect(await client.household.month({ month: '2026-11' })).toMatchObject({
      prive: 300_000,
      money: 250_000,
      wallHolds: true,
    })
  })
})

describe('the list', () => {
  test('shows the newest day first, in pages that neither repeat nor skip', async () => {
    const { client } = await aCore()
    for (let day = 1; day <= 9; day++)
      await client.cash.record(
        aCashRecord({ ...takeHome, amount: day * 1000 }, { day: `2026-11-0${((day * 4) % 9) + 1}` }),
      )
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const page = await client.cash.list({ limit: 2, ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map(({ day }) => Number(day.slice(-1))))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1])
  })

  test('finds records by parts of their note whatever the signs, and by day', async () => {
    const { client } = await aCore()
    await client.cash.record(aCashRecord(takeHome, { note: 'belanja 10% untuk Ibu', day: '2026-11-03' }))
    await client.cash.record(aCashRecord(takeHome, { note: 'belanja 100 untuk Ibu', day: '2026-11-04' }))
    const notes = async (filter: object) => (await client.cash.list(filter)).rows.map(({ note }) => note)
    expect(await notes({ query: 'UNTUK 100%' })).toEqual(['belanja 100 untuk Ibu'])
    expect(await notes({ query: '%' })).toEqual([])
    expect(await notes({ from: '2026-11-04' })).toEqual(['belanja 100 untuk Ibu'])
  })
})

describe('refused, with nothing stored:', () => {
  const refusal = async (client: Client, event: CashEvent, more: { day?: string } = {}) =>
    client.cash.record(aCashRecord(event, more)).then(
      () => 'recorded',
      ({ code, data, message }) => ({ code, data, message }),
    )

  test('money from the shop taken out of a household wallet', async () => {
    const { client } = await aCore()
    expect(await refusal(client, { ...takeHome, wallet: '9101' } as CashEvent)).toMatchObject({
      code: 'WRONG_ACCOUNT',
      data: { account: '9101', role: 'shop wallet' },
      message:
        'Akun 9101 tidak bisa dipakai sebagai kas, bank, atau dompet usaha. Belum ada yang disimpan. Pilih akun lain.',
    })
    expect((await client.cash.list({})).rows).toEqual([])
  })

  test.each([
    ['merchandise bought as an expense: only documents of stock may', { account: '1301' }, 'spending'],
    ['a household bill booked as a shop expense', { account: '9501' }, 'spending'],
    ['prive booked as a shop expense', { account: '3201' }, 'spending'],
    ['an account that does not exist', { account: '6999' as AccountCode }, 'spending'],
  ] as const)('%s', async (_, { account }, role) => {
    const { client } = await aCore()
    expect(await refusal(client, { what: 'business expense', wallet: '1101', account, amount: 1000 })).toMatchObject({
      code: 'WRONG_ACCOUNT',
      data: { account, role },
    })
  })

  test('a transfer over the wall, or into the same wallet', async () => {
    const { client } = await aCore()
    for (const toWallet of ['9101', '1101', '1301'] as const)
      expect(await refusal(client, { what: 'transfer', wallet: '1101', toWallet, amount: 1000, fee: 0 })).toMatchObject(
        { code: 'WRONG_ACCOUNT', data: { account: toWallet, role: 'wallet of the same book' } },
      )
  })

  test('paying back more than is owed', async () => {
    const { client } = await aCore()
    await client.cash.record(
      aCashRecord({ what: 'lend to household', wallet: '1110', householdWallet: '9110', amount: 200_000 }),
    )
    expect(await refusal(client, { what: 'forgive household', amount: 200_001 })).toMatchObject({
      code: 'MORE_THAN_OWED',
      data: { amount: 200_001, owed: 200_000 },
      message: 'Rp200.001 melebihi yang masih terutang, Rp200.000. Belum ada yang disimpan. Periksa jumlahnya.',
    })
    expect(await refusal(client, { what: 'set off', amount: 1 })).toMatchObject({ data: { owed: 0 } })
    expect(await refusal(client, { what: 'pay supplier', wallet: '1110', amount: 1 })).toMatchObject({
      code: 'MORE_THAN_OWED',
    })
    expect(
      await refusal(client, { what: 'business expense', wallet: '1110', account: '2104', amount: 1 }),
    ).toMatchObject({ code: 'MORE_THAN_OWED' })
  })

  test('but a correction counts what the record itself had paid back', async () => {
    const { client } = await aCore()
    await client.cash.record(
      aCashRecord({ what: 'lend to household', wallet: '1110', householdWallet: '9110', amount: 200_000 }),
    )
    const draft = aCashRecord({ what: 'forgive household', amount: 200_000 })
    await client.cash.record(draft)
    await client.cash.record({ ...draft, event: { what: 'forgive household', amount: 150_000 } })
    expect((await client.household.month({ month: '2026-11' })).owesShop).toBe(50_000)
  })

  test('household money while the household keeps no book', async () => {
    const { client } = await aCore({ setUp: { keepsHousehold: false } })
    expect(await refusal(client, { what: 'household income', householdWallet: '9110', amount: 1000 })).toMatchObject({
      code: 'HOUSEHOLD_BOOK_OFF',
    })
  })

  test('days that are not open', async () => {
    const { client } = await aCore()
    expect(await refusal(client, takeHome, { day: '2026-10-31' })).toMatchObject({ code: 'DAY_BEFORE_START' })
    expect(await refusal(client, takeHome, { day: '2026-11-23' })).toMatchObject({ code: 'DAY_IN_FUTURE' })
    await client.ledger.periods.close({ through: '2026-11-10' })
    expect(await refusal(client, takeHome, { day: '2026-11-10' })).toMatchObject({ code: 'PERIOD_CLOSED' })
  })

  test('a fee as large as the money, an instalment of nothing', async () => {
    const { client } = await aCore()
    for (const event of [
      { what: 'transfer', wallet: '1101', toWallet: '1110', amount: 1000, fee: 1000 },
      { what: 'loan instalment', wallet: '1101', account: '2201', principal: 0, interest: 0 },
    ] as CashEvent[])
      expect(await refusal(client, event)).toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('reading or cancelling a record that is not there', async () => {
    const { client } = await aCore()
    const id = aCashRecord(takeHome).id
    await expect(client.cash.get({ id })).rejects.toMatchObject({ code: 'CASH_RECORD_NOT_FOUND' })
    await expect(client.cash.cancel({ id, reason: 'tidak ada' })).rejects.toMatchObject({
      code: 'CASH_RECORD_NOT_FOUND',
    })
  })
})

describe('finding a record', () => {
  test.each([
    ['its note', 'gas dan', 'gas'],
    ['the purpose, though the note says nothing of it', 'listrik', 'power'],
    ['the wallet', 'e-wallet', 'gas'],
    ['the kind', 'setoran modal', 'capital'],
    ['the amount as people write it', '25rb', 'power'],
  ])('by %s', async (_by, query, expected) => {
    const { client } = await aCore()
    const records = {
      gas: aCashRecord(
        { what: 'private expense', wallet: '1120', householdAccount: '9501', amount: 80_000 },
        { note: 'Gas dan beras' },
      ),
      power: aCashRecord({ what: 'business expense', wallet: '1101', account: '6204', amount: 25_000 }),
      capital: aCashRecord({ what: 'put in capital', wallet: '1110', householdWallet: '9110', amount: 90_000 }),
    }
    for (const record of Object.values(records)) await client.cash.record(record)
    const found = (await client.cash.list({ query })).rows.map(({ id }) => id)
    expect(found).toEqual([records[expected as keyof typeof records].id])
    expect((await client.cash.list({ query: 'tidak ada yang begini' })).rows).toEqual([])
  })
})
