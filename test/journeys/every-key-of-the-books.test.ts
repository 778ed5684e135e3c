import { onTestFinished, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aBalanceReport } from '../builders/a-balance-report.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { anIncomeFile } from '../builders/shopee-income-file.ts'
import { type AppWindow, aWindow, SUNDAY } from './a-window.ts'
import { pressEveryKey, type State } from './every-key-walk.ts'
import { isForGoods, isOfGoods, needsChannel } from './every-shortcut.ts'
import { EVERY_PAGE } from './pages.ts'

const ROW = ['ArrowDown', 'Enter']
const MARKED = ['ArrowDown', 'Space']

/** A balance with a sale, a withdrawal on its way, one that stands in Catat Kas already, and payments that are asked about. */
const aBalance = (orderNumber: string) =>
  aBalanceReport(
    [
      { at: '2026-11-11 09:00', amount: 150_000, orderNumber },
      { at: '2026-11-12 09:00', amount: -100_000 },
      { at: '2026-11-13 09:00', amount: -60_000, type: 'Pembayaran dengan Saldo Penjual' },
      { at: '2026-11-14 09:00', amount: -40_000, type: 'Pembayaran dengan Saldo Penjual' },
      { at: '2026-11-20 09:00', amount: -70_000 },
    ],
    { opening: 300_000 },
  ).xlsx()

const anUnknownFee = () =>
  anIncomeFile()
    .withColumnBefore('Biaya Baru 2027', 'Biaya Transaksi')
    .withOrder('261101HN3T8WZZ', { amounts: { 'Harga Asli Produk': 90_000, 'Biaya Baru 2027': -1_500 } })
    .xlsx()

/** Books, money and shops with a row opened or marked, and what stands in the way of true figures. */
async function opened({ client, page }: AppWindow): Promise<State[]> {
  const shop = (await client.channels.shops.list()).find(({ channel }) => channel === 'shopee')!
  const take = async (name: string, bytes: Uint8Array) => {
    const { importId } = await client.channels.files.stage({ file: aFile(name, bytes) })
    for await (const _ of await client.channels.files.confirm({ importId, shopId: shop.id }));
  }
  for (const event of [
    { what: 'lend to household', wallet: '1101', householdWallet: '9101', amount: 50_000 },
    { what: 'expense from household', householdWallet: '9101', account: '6206', amount: 20_000, payBack: true },
    { what: 'business expense', wallet: '1101', account: '6206', amount: 25_000 },
  ] as const)
    await client.cash.record(aCashRecord(event))
  const [expense] = (await client.cash.list({ limit: 1 })).rows
  await client.cash.record(
    aCashRecord({ what: 'transfer', wallet: '1130', toWallet: '1110', amount: 100_000, fee: 0 }, { day: '2026-11-12' }),
  )
  const [order] = (await client.orders.list({ tab: 'completed', channel: 'shopee', limit: 1 })).rows
  await take('saldo.xlsx', aBalance(order!.number))
  await take('penghasilan.xlsx', anUnknownFee())
  const asked = (await client.payouts.lines({ view: 'asked', limit: 10 })).rows
  const [answered, unanswered] = asked.filter(({ double }) => double === null)
  await client.payouts.answer({ lineId: answered!.id, answer: { what: 'account', account: '6207' } })
  const double = asked.find((line) => line.double !== null)!
  const lines = (await client.payouts.lines({ view: 'all', limit: 50 })).rows
  const line = (amount: number) => `/saldo?lihat=saldo&id=${lines.find((each) => each.amount === amount)!.id}`

  // goods that were sold before anybody told their cost
  const product = aProduct({ variants: [aVariant({ sku: 'TANPA-HPP' })] })
  await client.catalog.products.save(product)
  await client.orders.recordOwnSale({
    id: newId(),
    lines: [{ variantId: product.variants[0]!.id, pieces: 1, price: 50_000 }],
    payment: 'cash',
    buyerName: 'Ibu Sari',
    soldAt: SUNDAY,
    note: '',
    shipTo: null,
  })
  const { rows: listings } = await client.catalog.listings.list({ show: 'all', query: 'kawung', limit: 3 })
  // what a key does to a line or a listing leaves nothing for the next key, so that both are begun anew for each
  const askAgain = () => client.payouts.takeAnswerBack({ lineId: double.id }).catch(() => {})
  const unmapped = (then: () => Promise<void>) => async () => {
    await client.catalog.listings.map({ mappings: listings.map(({ id }) => ({ listingId: id, variantId: null })) })
    await page.locator('[data-row]').nth(2).waitFor()
    await then()
  }
  const marked = async () => {
    for (const key of MARKED) await page.keyboard.press(key)
  }
  const toMapped = async () => {
    await page.getByText('Semua', { exact: true }).first().click()
    await page.locator('[data-row]').nth(5).click()
  }
  return [
    { at: '/pembukuan/neraca?open=cash', first: [] },
    { at: '/pembukuan/jurnal', first: ROW },
    { at: `/pembukuan/kas?id=${expense!.id}`, first: [] },
    { at: '/rumah-tangga', first: [] },
    ...[line(150_000), line(-70_000), line(answered!.amount), line(unanswered!.amount)].map((at) => ({
      at,
      first: [],
    })),
    { at: `/saldo?lihat=ditanya&id=${double.id}`, first: askAgain },
    { at: '/saldo?lihat=cocok', first: ROW },
    { at: '/bank', first: ['ArrowDown', 'x'] },
    { at: '/bank?state=ignored', first: ['ArrowDown'] },
    { at: '/bank?state=answered', first: ['ArrowDown'] },
    { at: '/toko', first: ROW },
    { at: '/toko/pemetaan?query=kawung', first: unmapped(async () => {}) },
    { at: '/toko/pemetaan?query=kawung', first: unmapped(marked) },
    { at: '/toko/pemetaan', first: toMapped },
  ]
}

test('every key of books, money, shops and the rest stands in the F1 list of its page and does something there', async () => {
  const shop = await aWindow({ sample: true })
  onTestFinished(() => shop.close())
  await pressEveryKey(shop, {
    mine: (shortcut) => !isForGoods(shortcut) && !needsChannel(shortcut),
    pages: EVERY_PAGE.filter((at) => !isOfGoods(at) && at !== '/toko/pemetaan'),
    opened: await opened(shop),
    elsewhere: {
      'accessShortcuts.lockScreen': 'access.test.ts',
      'channelsShortcuts.preview': 'import.test.ts',
      'homeShortcuts.empty': 'home.test.ts',
    },
  })
}, 480_000)
