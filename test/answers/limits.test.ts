import { expect, test } from 'vitest'
import { badInputSentence, wrongFieldIn } from '../../src-shared/kernel/bad-input.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import {
  LARGEST_AMOUNT,
  LARGEST_PRICE,
  LARGEST_STORED,
  LARGEST_TURNOVER,
  MOST_PIECES,
} from '../../src-shared/kernel/limits.ts'
import { sumRefusals } from '../../src-shared/ledger/sum.refusals.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { aShopUnderAttack } from './a-shop-under-attack.ts'
import { readEverything } from './read-everything.ts'

const aSale = (variantId: string, price: number, pieces = 2) => ({
  id: newId(),
  soldAt: SUNDAY,
  payment: 'cash' as const,
  buyerName: '',
  shipTo: null,
  note: '',
  isMeant: true,
  lines: [{ variantId, pieces, price }],
})

test('a barcode as a price is refused before anything is stored, and the shop works on', async () => {
  const shop = await aShopUnderAttack()
  await expect(shop.client.orders.recordOwnSale(aSale(shop.skus[0]!, 8_991_234_567_890))).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: 'Baris 1, harga: paling besar Rp10.000.000.000. Belum ada yang disimpan. Periksa isian lalu coba lagi.',
  })
  expect((await shop.client.orders.list({})).rows).toEqual([])
  await readEverything(shop)
  expect(shop.defects).toEqual([])
})

test('lines that are sound one by one are refused when their sum is not', async () => {
  const { client, skus, defects } = await aShopUnderAttack()
  await expect(client.orders.recordOwnSale(aSale(skus[0]!, LARGEST_PRICE, 1_000))).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    data: { wrong: { field: 'lines', why: 'too large' } },
  })
  const purchase = aPurchase([{ variantId: skus[0]!, pieces: MOST_PIECES, price: LARGEST_PRICE }])
  const refused = await client.purchasing.receive(purchase).catch((problem) => problem)
  expect(badInputSentence(wrongFieldIn(refused.data), 'en')).toContain('Sum of all lines: at most Rp1.000.000.000.000.')
  expect(defects).toEqual([])
})

test('pieces found at a high average are not worth more than can be counted', async () => {
  const { client, skus, doors, defects } = await aShopUnderAttack()
  const [variantId] = skus
  await client.purchasing.receive(
    aPurchase([{ variantId: variantId!, pieces: 1, price: LARGEST_PRICE }], { isMeant: true }),
  )
  const count = { id: newId(), day: '2026-11-22', note: '', lines: [{ variantId: variantId!, counted: MOST_PIECES }] }
  await expect(client.inventory.count(count)).rejects.toMatchObject({ code: 'COST_TOO_LARGE', data: { sku: 'KMJ-A' } })
  expect(doors.raw.prepare('SELECT count(*) FROM stock_adjustment').pluck().get()).toBe(0)
  expect(defects).toEqual([])
})

test('an account that documents fill together is refused by name, and what filled it can be taken back', async () => {
  const { client, defects } = await aShopUnderAttack()
  const income = () => aCashRecord({ what: 'business income', wallet: '1101', account: '4901', amount: LARGEST_AMOUNT })
  const records = Array.from({ length: 100 }, income)
  for (const record of records) await client.cash.record({ ...record, isMeant: true })
  const refused = await client.cash.record({ ...income(), isMeant: true }).catch((problem) => problem)
  expect(refused).toMatchObject({ code: 'BALANCE_TOO_LARGE', data: { account: '1101' } })
  expect(sumRefusals.BALANCE_TOO_LARGE.sentence.id(refused.data)).toContain('(1101) melewati Rp100.000.000.000.000')
  await client.cash.cancel({ id: records[0]!.id, reason: 'salah ketik' })
  await client.cash.record({ ...records[1]!, event: { ...records[1]!.event, amount: 5 } as never })
  await client.cash.record({ ...income(), isMeant: true })
  expect(defects).toEqual([])
})

test('an account that turned too much takes nothing more, but what is taken back; both sides of it are told', async () => {
  const { client, doors, defects } = await aShopUnderAttack()
  const income = () => aCashRecord({ what: 'business income', wallet: '1101', account: '4901', amount: 5_000 })
  const record = income()
  await client.cash.record(record)
  const turned = (more: number) =>
    doors.raw.exec(
      `UPDATE account_month SET debit = debit + ${more}, credit = credit + ${more} WHERE account = '1101';
       UPDATE account_day SET debit = debit + ${more}, credit = credit + ${more} WHERE account = '1101'`,
    )
  turned(LARGEST_TURNOVER)
  await expect(client.cash.record(income())).rejects.toMatchObject({
    code: 'BALANCE_TOO_LARGE',
    data: { account: '1101', most: LARGEST_TURNOVER },
  })
  turned(LARGEST_TURNOVER + LARGEST_AMOUNT)
  const asked = { accounts: ['1101' as const], to: '2026-11-30' }
  expect(await client.ledger.accountEntries(asked)).toMatchObject({
    debit: LARGEST_STORED,
    credit: LARGEST_STORED - 5_000,
  })
  await client.cash.cancel({ id: record.id, reason: 'salah ketik' })
  expect(await client.ledger.accountEntries(asked)).toMatchObject({ debit: LARGEST_STORED, credit: LARGEST_STORED })
  expect(defects).toEqual([])
})

test('a file of orders too large, too early or too many is told by its rows', async () => {
  const { client, defects } = await aShopUnderAttack()
  const row = { price: LARGEST_PRICE, listPrice: LARGEST_PRICE, pieces: 1 }
  const file = anOrderFile()
    .withOrder('261104LINES', {
      cells: { 'Total Pembayaran': '0' },
      items: Array.from({ length: 1_100 }, (_, line) => ({ ...row, product: `Kain ${line}` })),
    })
    .withOrder('261104PIECES', { items: [{ price: 1, listPrice: 1, pieces: 1_000_000_000 }] })
    .withOrder('261104EARLY', { placedAt: '0001-01-01 00:00' })
    .withOrder('261104LATE', { placedAt: '9999-12-31 23:59' })
    .withOrder('261104GOOD')
  const staged = await client.channels.files.stage({
    file: aFile('a.csv', file.csv()),
    modifiedAt: 8.64e15,
  })
  const problems = await client.channels.files.problems({ importId: staged.importId })
  const blocked = problems.filter(({ blocks }) => blocks).map(({ orderNumber, code }) => `${orderNumber} ${code}`)
  expect([...new Set(blocked)].sort()).toEqual([
    '261104EARLY NOT_A_DATE',
    '261104LATE NOT_A_DATE',
    '261104LINES NOT_AN_AMOUNT',
    '261104PIECES NOT_A_QUANTITY',
  ])
  expect(defects).toEqual([])
})

test('a file that would pass the sales of the whole shop is refused, and nothing of it stays', async () => {
  const { client, shopId, skus, doors, defects } = await aShopUnderAttack()
  await client.orders.recordOwnSale(aSale(skus[0]!, 100))
  doors.raw.exec('UPDATE order_tab_total SET gross_sales = 99999999999999')
  const file = aFile('a.csv', anOrderFile().withOrder('261104HN3T8WQA').csv())
  const { importId } = await client.channels.files.stage({ file })
  const confirmed = async () => {
    for await (const _ of await client.channels.files.confirm({ importId, shopId }));
  }
  await expect(confirmed()).rejects.toMatchObject({ code: 'SALES_TOO_LARGE' })
  expect((await client.orders.list({})).rows).toHaveLength(1)
  await client.orders.recordOwnSale(aSale(skus[0]!, 0))
  expect(defects).toEqual([])
})

test('a day outside the calendar is named with the calendar', async () => {
  const { client } = await aShopUnderAttack()
  await expect(client.ledger.neraca({ day: '9999-12-31' })).rejects.toMatchObject({
    message: expect.stringContaining('Tanggal: paling besar 31 Des 2099.'),
  })
  await expect(client.household.month({ month: '9999-12' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
