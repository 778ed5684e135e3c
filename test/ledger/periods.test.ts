import { describe, expect, test } from 'vitest'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'

const rent = { what: 'business expense', wallet: '1101', account: '6203', amount: 750_000 } as const

test('a shop begins with everything open', async () => {
  const { client } = await aCore()
  expect(await client.ledger.periods.list()).toEqual({ closedThrough: null, locks: [] })
})

describe('closing', () => {
  test('keeps a finished day from being written again', async () => {
    const { client } = await aCore()
    expect(await client.ledger.periods.close({ through: '2026-11-15' })).toEqual({ closedThrough: '2026-11-15' })
    await expect(client.cash.record(aCashRecord(rent, { day: '2026-11-15' }))).rejects.toMatchObject({
      code: 'PERIOD_CLOSED',
      message:
        'Buku sudah ditutup sampai 15 Nov 2026, jadi tanggal 15 Nov 2026 tidak bisa diisi. Belum ada yang disimpan. Pakai tanggal sesudahnya.',
    })
    await client.cash.record(aCashRecord(rent, { day: '2026-11-16' }))
  })

  test('reaches yesterday at most', async () => {
    const { client } = await aCore()
    await expect(client.ledger.periods.close({ through: '2026-11-22' })).rejects.toMatchObject({
      code: 'PERIOD_NOT_OVER',
    })
    expect(await client.ledger.periods.close({ through: '2026-11-21' })).toEqual({ closedThrough: '2026-11-21' })
  })

  test('an already closed day changes nothing', async () => {
    const { client } = await aCore()
    await client.ledger.periods.close({ through: '2026-11-15' })
    for (const through of ['2026-11-15', '2026-11-14'])
      await expect(client.ledger.periods.close({ through })).rejects.toMatchObject({
        code: 'ALREADY_CLOSED',
        data: { closedThrough: '2026-11-15' },
      })
  })

  test('what is cancelled afterwards is taken back on the first open day; the closed month keeps its figures', async () => {
    const { client } = await aCore()
    const draft = aCashRecord(rent, { day: '2026-11-03' })
    await client.cash.record(draft)
    await client.ledger.periods.close({ through: '2026-11-15' })
    await client.cash.cancel({ id: draft.id, reason: 'dobel' })
    const spentUpTo = async (to: string) => (await client.ledger.labaRugi({ from: '2026-11-01', to })).expenses.total
    expect(await spentUpTo('2026-11-15')).toBe(750_000)
    expect(await spentUpTo('2026-11-16')).toBe(0)
  })
})

describe('reopening', () => {
  test('opens the days again and keeps the reason for ever', async () => {
    const { client, clock } = await aCore()
    await client.ledger.periods.close({ through: '2026-11-15' })
    clock.now += 60_000
    await client.ledger.periods.reopen({ closedThrough: '', reason: 'lupa nota listrik' })
    await client.cash.record(aCashRecord(rent, { day: '2026-11-03' }))
    expect(await client.ledger.periods.list()).toEqual({
      closedThrough: null,
      locks: [
        { closedThrough: '', actor: 'Ratna', reason: 'lupa nota listrik', at: clock.now },
        { closedThrough: '2026-11-15', actor: 'Ratna', reason: '', at: clock.now - 60_000 },
      ],
    })
  })

  test('never closes more than was closed', async () => {
    const { client } = await aCore()
    await client.ledger.periods.close({ through: '2026-11-10' })
    expect(await client.ledger.periods.reopen({ closedThrough: '2026-11-22', reason: 'coba-coba' })).toEqual({
      closedThrough: '2026-11-10',
    })
    expect((await client.ledger.periods.list()).locks).toHaveLength(1)
  })

  test('needs a reason', async () => {
    const { client } = await aCore()
    await expect(client.ledger.periods.reopen({ closedThrough: '', reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })
})
