import { expect, test } from 'vitest'
import {
  readShopeeAdsBill,
  recogniseShopeeAdsBill,
} from '../../src-main/core/channels/files/shopee-ads-bill/read-shopee-ads-bill.ts'
import {
  readTokopediaBalance,
  recogniseTokopediaBalance,
} from '../../src-main/core/channels/files/tokopedia-balance/read-tokopedia-balance.ts'
import { A_TOKOPEDIA_BALANCE, AN_ADS_BILL } from '../builders/a-balance-report.ts'
import { aBook } from '../builders/a-book.ts'

async function adsBill(text: string) {
  const { head, book } = await aBook('toko_adwords_bill_2026-08-31.csv', text)
  return readShopeeAdsBill(recogniseShopeeAdsBill(head)!, book)
}

test('the bill for Iklan Shopee: what was paid in and what was used, days written day first', async () => {
  const { wallet, lines, totals } = await adsBill(AN_ADS_BILL)
  expect(wallet).toBe('ads')
  expect(lines.map(({ day, type, amount }) => [day, type, amount])).toEqual([
    ['2026-08-04', 'Isi Saldo', 500_000],
    ['2026-08-05', 'Iklan Produk', -100_000],
    ['2026-08-31', 'Iklan Produk', -25_000],
  ])
  expect(totals).toMatchObject({ in: 500_000, out: -125_000, opening: null, closing: null })
})

test('a day that a spreadsheet turned round lies outside the period and is not guessed at', async () => {
  const { lines, problems } = await adsBill(AN_ADS_BILL.replace('2,05/08/2026', '2,08/05/2026'))
  expect(lines).toHaveLength(2)
  expect(problems).toMatchObject([{ code: 'NOT_A_DATE', value: '08/05/2026', blocks: true }])
})

test('days that lost their format are days all the same', async () => {
  const bare = AN_ADS_BILL.replace('1,31/08/2026', '1,46265')
    .replace('2,05/08/2026', '2,46239')
    .replace('3,04/08/2026', '3,"46238,5"')
  expect((await adsBill(bare)).lines.map(({ day }) => day)).toEqual(
    (await adsBill(AN_ADS_BILL)).lines.map(({ day }) => day),
  )
})

test('Saldo Tokopedia before the merger: a debit goes out though its amount has no sign', async () => {
  const { head, book } = await aBook('saldo.csv', A_TOKOPEDIA_BALANCE)
  const { lines, totals, problemCount } = await readTokopediaBalance(recogniseTokopediaBalance(head)!, book)
  expect(lines.map(({ day, type, orderNumber, amount }) => [day, type, orderNumber, amount])).toEqual([
    ['2024-02-04', 'Transaksi Penjualan Berhasil', 'INV/20240201/MPL/3700000001', 100_500],
    ['2024-02-05', 'Tarik Saldo', '', -90_000],
  ])
  expect(totals).toMatchObject({ opening: 0, in: 100_500, out: -90_000, closing: 10_500 })
  expect(problemCount).toBe(0)
})
