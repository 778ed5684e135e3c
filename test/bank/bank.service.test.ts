import { describe, expect, test } from 'vitest'
import type { BankLine } from '../../src-shared/bank/bank.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aBankStatement, type LineTold, statementsOf } from '../builders/a-bank-statement.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { trialBalance } from '../builders/books.ts'

const opening = 10_000_000

async function anInbox(lines: readonly LineTold[], { account = '1110', setUp = {} } = {}) {
  const shop = await aCore({ setUp })
  const { client, core } = shop
  await client.ledger.opening.save({ lines: [{ account: '1110', amount: opening }] })
  const statements = statementsOf(core)
  await statements.take(aBankStatement(lines, { opening, accountNumber: '0123456789' }), account)
  const all = async (filter: Parameters<typeof client.bank.lines>[0] = {}) => (await client.bank.lines(filter)).rows
  const line = async (description: string): Promise<BankLine> => {
    const found = (await all()).find((each) => each.description.includes(description))
    if (!found) throw new Error(`no line of ${description}`)
    return found
  }
  const agree = async ({ id, suggestion }: BankLine, batch = newId()) => {
    await client.bank.answer({ id, batch, answer: suggestion!.answer })
    return batch
  }
  const trial = () => trialBalance(shop.doors)
  return { ...shop, statements, all, line, agree, trial }
}

describe('answers', () => {
  test('a business line, a private one and a mixed bill stand in the books as Catat Kas would write them', async () => {
    const { client, line, trial } = await anInbox([
      ['2026-11-03', 'BIAYA ADM', -15_000],
      ['2026-11-04', 'QR INDOMARET TAHUNAN', -86_500],
      ['2026-11-05', 'PLN PREPAID', -650_000],
    ])
    const answer = async (of: string, event: object) =>
      client.bank.answer({
        id: (await line(of)).id,
        batch: newId(),
        answer: { as: 'records', events: [event as never] },
      })
    await answer('ADM', { what: 'business expense', wallet: '1110', account: '6211', amount: 15_000 })
    await answer('INDOMARET', { what: 'private expense', wallet: '1110', householdAccount: '9501', amount: 86_500 })
    await answer('PLN', {
      what: 'mixed bill',
      wallet: '1110',
      account: '6204',
      businessAmount: 390_000,
      householdAccount: '9503',
      householdAmount: 260_000,
    })
    expect(trial()).toEqual({
      1110: 9_248_500,
      3201: 346_500,
      3101: -opening,
      6204: 390_000,
      6211: 15_000,
      9401: -346_500,
      9501: 86_500,
      9503: 260_000,
    })
    const { rows } = await client.cash.list({})
    expect(rows.map(({ note }) => note)).toEqual(['PLN PREPAID', 'QR INDOMARET TAHUNAN', 'BIAYA ADM'])
  })

  test('an answer that moves the account by another amount is refused', async () => {
    const { client, line } = await anInbox([['2026-11-03', 'BIAYA ADM', -15_000]])
    const { id } = await line('ADM')
    const event = { what: 'business expense', wallet: '1110', account: '6211', amount: 12_000 } as const
    await expect(
      client.bank.answer({ id, batch: newId(), answer: { as: 'records', events: [event] } }),
    ).rejects.toMatchObject({ code: 'BANK_LINE_DIFFERS', data: { amount: -15_000, moved: -12_000 } })
  })

  test('a new answer corrects the old one; undone, the line waits and the books are as before', async () => {
    const { client, line, agree, trial } = await anInbox([['2026-11-03', 'BIAYA ADM', -15_000]])
    const before = trial()
    await agree(await line('ADM'))
    const { id } = await line('ADM')
    const batch = newId()
    const event = { what: 'private expense', wallet: '1110', householdAccount: '9599', amount: 15_000 } as const
    await client.bank.answer({ id, batch, answer: { as: 'records', events: [event] } })
    expect(trial()).toMatchObject({ 3201: 15_000 })
    expect((await client.bank.summary({})).last).toMatchObject({ batch, lines: 1 })
    await client.bank.undo({ batch })
    expect(trial()).toEqual(before)
    expect((await line('ADM')).state).toBe('waiting')
    expect(await client.bank.rules.list()).toEqual([])
  })

  test('a line can be split, and a shorter split takes the rest back', async () => {
    const { client, line, trial } = await anInbox([['2026-11-03', 'TOKO SERBA ADA', -100_000]])
    const { id } = await line('SERBA')
    const part = (account: string, amount: number) =>
      ({ what: 'business expense', wallet: '1110', account, amount }) as never
    const answer = (events: never[]) => client.bank.answer({ id, batch: newId(), answer: { as: 'records', events } })
    await answer([part('6105', 60_000), part('6206', 30_000), part('6207', 10_000)])
    await answer([part('6105', 60_000), part('6206', 40_000)])
    expect(trial()).toEqual({ 1110: 9_900_000, 3101: -opening, 6105: 60_000, 6206: 40_000 })
  })

  test('an ignored line writes nothing and stays told as the reason for a difference', async () => {
    const { client, line } = await anInbox([['2026-11-03', 'KOREKSI', -15_000]])
    const { id } = await line('KOREKSI')
    await client.bank.answer({ id, batch: newId(), answer: { as: 'ignored', reason: 'Sudah dikoreksi bank' } })
    const { accounts, ignored, waiting } = await client.bank.summary({})
    expect({ ignored, waiting }).toEqual({ ignored: 1, waiting: 0 })
    expect(accounts[0]).toMatchObject({
      asserted: { day: '2026-11-03', byFile: 9_985_000, inBooks: 10_000_000 },
      differsSince: '2026-11-03',
      unanswered: -15_000,
    })
  })

  test('lines from before the books began do not wait: the opening balance holds their money', async () => {
    const { client, all } = await anInbox([
      ['2026-10-30', 'BIAYA ADM', -15_000],
      ['2026-11-03', 'BIAYA ADM', -15_000],
    ])
    expect((await all({ state: 'before the books' })).map(({ day }) => day)).toEqual(['2026-10-30'])
    expect((await client.bank.summary({})).waiting).toBe(1)
  })

  test('in a closed period nothing is answered with money', async () => {
    const { client, line, agree } = await anInbox([['2026-11-03', 'BIAYA ADM', -15_000]])
    await client.ledger.periods.close({ through: '2026-11-10' })
    await expect(agree(await line('ADM'))).rejects.toMatchObject({ code: 'PERIOD_CLOSED' })
    expect(await client.bank.agreeCertain({ batch: newId() })).toEqual({ lines: 0, refused: 1 })
  })
})

describe('what the books hold already', () => {
  const bensin = { what: 'business expense', wallet: '1110', account: '6206', amount: 50_000 } as const

  test('Catat Kas of a near day is offered and not written twice; cancelled there, the line waits again', async () => {
    const { client, line, agree, trial } = await anInbox([['2026-11-04', 'SPBU 44.594', -50_000]])
    const record = aCashRecord(bensin, { day: '2026-11-03', note: 'Bensin' })
    await client.cash.record(record)
    const before = trial()
    const found = await line('SPBU')
    expect(found.suggestion).toMatchObject({
      isCertain: true,
      why: { why: 'same', label: 'Bensin', day: '2026-11-03' },
      answer: { as: 'same', document: { kind: 'cash-record', id: record.id } },
    })
    await agree(found)
    expect(trial()).toEqual(before)
    expect((await line('SPBU')).state).toBe('answered')
    await client.cash.cancel({ id: record.id, reason: 'salah' })
    expect(await line('SPBU')).toMatchObject({ state: 'waiting', isLoose: true })
  })

  test('one record is not the same as two lines', async () => {
    const { client, all, agree } = await anInbox([
      ['2026-11-04', 'SPBU A', -50_000],
      ['2026-11-04', 'SPBU B', -50_000],
    ])
    await client.cash.record(aCashRecord(bensin, { day: '2026-11-04' }))
    const [first, second] = await all()
    const same = [first, second].filter((line) => line?.suggestion?.answer.as === 'same')
    expect(same).toHaveLength(1)
    expect(same[0]?.suggestion?.isCertain).toBe(false)
    await agree(same[0]!)
    const other = (await all({ state: 'waiting' }))[0]!
    const { answer } = same[0]!.suggestion!
    await expect(client.bank.answer({ id: other.id, batch: newId(), answer })).rejects.toMatchObject({
      code: 'BANK_DOCUMENT_TAKEN',
    })
  })

  test('both ends of a transfer between two imported accounts meet', async () => {
    const { client, statements, line, agree, trial } = await anInbox([['2026-11-04', 'TRSF KE BRI', -2_000_000]])
    await statements.take(aBankStatement([['2026-11-05', 'DARI BCA', 2_000_000]]), '1111')
    const { id } = await line('KE BRI')
    const event = { what: 'transfer', wallet: '1110', toWallet: '1111', amount: 2_000_000, fee: 0 } as const
    await client.bank.answer({ id, batch: newId(), answer: { as: 'records', events: [event] } })
    const other = await line('DARI BCA')
    expect(other.suggestion).toMatchObject({ isCertain: true, why: { why: 'same' } })
    await agree(other)
    expect(trial()).toEqual({ 1110: 8_000_000, 1111: 2_000_000, 3101: -opening })
    expect((await client.bank.summary({})).waiting).toBe(0)
  })

  test('a withdrawal under way meets the money that came in, by amount and days', async () => {
    const { client, all, trial } = await anInbox([
      ['2026-11-04', 'KR OTOMATIS SHOPEE', 5_000_000],
      ['2026-11-04', 'TRSF SITI', 4_000_000],
    ])
    await client.cash.record(
      aCashRecord(
        { what: 'transfer', wallet: '1130', toWallet: '1142', amount: 5_000_000, fee: 0 },
        { day: '2026-11-02' },
      ),
    )
    const [shopee] = (await all()).filter(({ amount }) => amount === 5_000_000)
    expect(shopee?.suggestion).toMatchObject({ isCertain: true, why: { why: 'in transit', day: '2026-11-02' } })
    await client.bank.agreeCertain({ batch: newId() })
    expect(trial()).toMatchObject({ 1110: 15_000_000, 1130: -5_000_000 })
    expect(trial()[1142]).toBeUndefined()
    expect((await all({ state: 'waiting' })).map(({ description }) => description)).toEqual(['TRSF SITI'])
  })

  test('QRIS money brings what the bank kept as a fee', async () => {
    const { line } = await anInbox([
      ['2026-11-04', 'KR OTOMATIS MID : 885000123456 BATIK RATNA QR : 80000.00 DDR : 560.00', 79_440],
    ])
    expect((await line('MID')).suggestion).toMatchObject({
      isCertain: true,
      why: { why: 'qris', gross: 80_000, fee: 560 },
      answer: { events: [{ what: 'clearing received', clearing: '1140', amount: 80_000, fee: 560 }] },
    })
  })
})

describe('rules', () => {
  const troso: LineTold[] = [
    ['2026-11-03', 'TRSF E-BANKING DB 0311/FTSCY/WS95051 CV TROSO JAYA', -2_400_000],
    ['2026-11-10', 'TRSF E-BANKING DB 1011/FTSCY/WS95031 CV TROSO JAYA', -1_900_000],
    ['2026-11-17', 'BI-FAST DB TRANSFER KE 014 CV TROSO JAYA', -2_100_000],
  ]
  const thread = { what: 'business expense', wallet: '1110', account: '1306' } as const
  const say = async (shop: Awaited<ReturnType<typeof anInbox>>, day: string, account = '1306') => {
    const line = (await shop.all()).find((each) => each.day === day)!
    const event = { ...thread, account, amount: -line.amount } as never
    await shop.client.bank.answer({ id: line.id, batch: newId(), answer: { as: 'records', events: [event] } })
  }

  test('an answer teaches the words of its line; the second one makes them certain, and another answer makes them doubtful', async () => {
    const shop = await anInbox(troso)
    await say(shop, '2026-11-03')
    const at = async (day: string) => (await shop.all()).find((each) => each.day === day)!.suggestion
    expect(await at('2026-11-17')).toMatchObject({
      isCertain: false,
      why: { why: 'rule', words: 'troso jaya', times: 1 },
    })
    await say(shop, '2026-11-10')
    expect(await at('2026-11-17')).toMatchObject({ isCertain: true, why: { times: 2 } })
    await say(shop, '2026-11-10', '6105')
    expect(await at('2026-11-17')).toMatchObject({ isCertain: false })
  })

  test('a rule is applied backwards after its preview, undone in one act, and switched off', async () => {
    const shop = await anInbox(troso)
    const { client, trial } = shop
    const before = trial()
    const rule = {
      id: newId(),
      words: 'Troso',
      direction: 'out' as const,
      account: null,
      least: 2_000_000,
      most: null,
      meaning: { what: 'business expense' as const, account: '1306' },
      isOff: false,
    }
    expect(await client.bank.rules.preview(rule)).toMatchObject({ lines: 2, amount: -4_500_000 })
    await client.bank.rules.save(rule)
    const batch = newId()
    expect(await client.bank.rules.apply({ id: rule.id, batch })).toEqual({ lines: 2, refused: 0 })
    expect(trial()).toMatchObject({ 1306: 4_500_000 })
    expect(await client.bank.rules.list()).toMatchObject([{ times: 2, isOwn: true, fits: 0 }])
    await client.bank.undo({ batch })
    expect(trial()).toEqual(before)
    const wrong = [
      { ...rule, account: '9999' },
      { ...rule, account: '4101' },
      { ...rule, meaning: { what: 'business expense' as const, account: '9999' } },
      { ...rule, meaning: { what: 'take home' as const, other: '4101' } },
    ]
    for (const draft of wrong)
      await expect(client.bank.rules.save(draft)).rejects.toMatchObject({ code: 'WRONG_ACCOUNT' })
    await client.bank.rules.save({ ...rule, isOff: true })
    expect((await shop.all()).every(({ suggestion }) => suggestion === null)).toBe(true)
  })

  test('all certain ones are agreed to at once', async () => {
    const { client, trial } = await anInbox([
      ['2026-11-03', 'BIAYA ADM', -15_000],
      ['2026-11-04', 'BUNGA', 1_250],
      ['2026-11-05', 'ENTAH', -7_000],
    ])
    expect((await client.bank.summary({})).certain).toBe(2)
    expect(await client.bank.agreeCertain({ batch: newId() })).toEqual({ lines: 2, refused: 0 })
    expect(trial()).toMatchObject({ 6211: 15_000, 4902: -1_250 })
    expect((await client.bank.summary({})).waiting).toBe(1)
  })
})
