import { expect, test } from 'vitest'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'

test('an own category is spent on like any other, stands in the profit, and is named in both languages as it was typed', async () => {
  const { client } = await aCore()
  const { code, ...rent } = await client.cash.categories.save({ code: null, kind: 'spending', name: 'Sewa lapak' })
  expect([code, rent]).toMatchObject(['6301', { name: 'Sewa lapak', kind: 'expense', isOwn: true, isArchived: false }])
  await client.cash.record(
    aCashRecord({ what: 'business expense', wallet: '1101', account: code, amount: 40_000 }, { day: '2026-11-20' }),
  )
  const { netProfit } = await client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-22' })
  expect(netProfit.amount).toBe(-40_000)
  await client.settings.change({ language: 'en' })
  expect((await client.ledger.accounts()).find((account) => account.code === code)?.name).toBe('Sewa lapak')
  expect((await client.ledger.neraca({ day: '2026-11-22' })).difference).toBe(0)
  expect((await client.ledger.verify()).ok).toBe(true)
})

test('own wallets are paid from, and are put away only when they are empty', async () => {
  const { client } = await aCore()
  const { code } = await client.cash.categories.save({ code: null, kind: 'wallet', name: 'BCA Ratna' })
  const moved = { what: 'transfer', wallet: '1101', toWallet: code, amount: 90_000, fee: 2_500 } as const
  const record = await client.cash.record(aCashRecord(moved))
  expect((await client.cash.wallets()).find(({ account }) => account === code)).toMatchObject({
    name: 'BCA Ratna',
    balance: 87_500,
  })
  await expect(client.cash.categories.archive({ code, isArchived: true })).rejects.toMatchObject({
    code: 'WALLET_NOT_EMPTY',
    data: { name: 'BCA Ratna', balance: 87_500 },
  })
  await client.cash.cancel({ id: record.id, reason: 'salah catat' })
  expect(await client.cash.categories.archive({ code, isArchived: true })).toMatchObject({ isArchived: true })
  expect(await client.cash.categories.archive({ code, isArchived: false })).toMatchObject({ isArchived: false })
})

test('a standard account takes another name everywhere, and is never put away', async () => {
  const { client } = await aCore()
  await client.cash.categories.save({ code: '1110', kind: 'wallet', name: 'Mandiri toko' })
  expect((await client.cash.wallets()).find(({ account }) => account === '1110')?.name).toBe('Mandiri toko')
  await expect(client.cash.categories.archive({ code: '1110', isArchived: true })).rejects.toMatchObject({
    code: 'CATEGORY_STANDARD',
  })
  await expect(client.cash.categories.save({ code: '1110', kind: 'income', name: 'x' })).rejects.toMatchObject({
    code: 'ACCOUNT_NOT_FOUND',
  })
})

test('two of one kind never have one name, an archived one included', async () => {
  const { client } = await aCore()
  const first = await client.cash.categories.save({ code: null, kind: 'income', name: 'Jasa jahit' })
  await client.cash.categories.archive({ code: first.code, isArchived: true })
  await expect(client.cash.categories.save({ code: null, kind: 'income', name: 'jasa  JAHIT' })).rejects.toMatchObject({
    code: 'CATEGORY_NAME_TAKEN',
    data: { name: 'Jasa jahit', isArchived: true },
  })
  const second = await client.cash.categories.save({ code: null, kind: 'income', name: 'Titip jual' })
  expect(second.code).toBe('4912')
})
