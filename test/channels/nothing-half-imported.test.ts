import { resolveContractProcedures } from '@orpc/server'
import { describe, expect, test } from 'vitest'
import { breathe } from '../../src-main/core/database/open.ts'
import { ACTS, KEEPS_A_SECRET } from '../../src-shared/acts.ts'
import type { ImportProgress } from '../../src-shared/channels/channels.ts'
import { contract } from '../../src-shared/contract.ts'
import { HELD_ANSWERS } from '../../src-shared/held-answers.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aBankStatement, statementsOf } from '../builders/a-bank-statement.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

/** Answered as of now while long work goes on: what people work on, and what a file never brings. */
const OF_NOW = [
  // who is here, how the shop is set, how it is kept
  /^access\./,
  /^settings\.(get|status|clock|noteDefect|startPractice)$/,
  /^backup\./,
  /^privacy\./,
  /^changes\.watch$/,
  /^work\.underWay$/,
  // one thing, or what a code names: whoever acts on it has to see it as it is
  /^catalog\.(products\.get|variants\.search|variants\.byCode|photos\.get)$/,
  /^ledger\.entry$/,
  /^orders\.(get|byCode|buyers|waysOut)$/,
  /^returns\.(get|scan|evidence\.get|evidence\.export)$/,
  /^purchasing\.(list|get|suppliers)$/,
  /^inventory\.(level|adjustments|adjustment|booksWhenCounted|opening\.list|opening\.exportFile)$/,
  /^cash\.get$/,
  /^bank\.line$/,
  // the desk; orders that come in with others join its queue once all are in
  /^fulfilment\./,
  // the accounts themselves, and the whole file held against itself
  /^ledger\.(accounts|opening\.get|periods\.list|verify|lastReport)$/,
  // rules and rates that people keep, and what a change of them would do
  /^settlements\.(rules|rates)\./,
  /^bank\.rules\./,
  // files and how they are read; the history names a file once it is in
  /^channels\./,
  /^fileMappings\./,
  /^productFiles\./,
  /^catalog\.products\.exportFile$/,
  /^reports\.firstSteps$/,
  // what channels are told is always told as of now
  /^listings\./,
  /^sync\./,
  /^orderActs\./,
]

test('every question is answered either as before long work or as of now, and one list says which', async () => {
  const questions: string[] = []
  await resolveContractProcedures({ router: contract, path: [] }, ({ path }) => {
    const name = path.join('.')
    if (!ACTS.has(name) && !KEEPS_A_SECRET.has(name)) questions.push(name)
  })
  const isOfNow = (name: string) => OF_NOW.some((pattern) => pattern.test(name))
  expect(questions.filter((name) => isOfNow(name) === HELD_ANSWERS.has(name))).toEqual([])
  expect([...HELD_ANSWERS].filter((name) => !questions.includes(name))).toEqual([])
})

/** A stream does its work while it is read. */
async function partsOf<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const parts: T[] = []
  for await (const part of stream) parts.push(part)
  return parts
}

type Shop = Awaited<ReturnType<typeof aShop>>

/** Each question whose answer is held, asked of the whole shop. */
const asked = ({ client, variantId }: Pick<Shop, 'client' | 'variantId'>): Record<string, () => Promise<unknown>> => ({
  'catalog.products.list': () => client.catalog.products.list({}),
  'catalog.listings.list': () => client.catalog.listings.list({ show: 'all' }),
  'ledger.neraca': () => client.ledger.neraca({ day: '2026-11-22' }),
  'ledger.labaRugi': () => client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-22' }),
  'ledger.newestResult': () => client.ledger.newestResult({ day: '2026-11-22' }),
  'ledger.entries': () => client.ledger.entries({}),
  'ledger.accountEntries': () => client.ledger.accountEntries({ accounts: ['1301'], to: '2026-11-22' }),
  'ledger.exportJournal': () => client.ledger.exportJournal({ format: 'csv' }),
  'inventory.levels': () => client.inventory.levels({}),
  'inventory.card': () => client.inventory.card({ variantId }),
  'inventory.oversold': () => client.inventory.oversold(),
  'inventory.missingCost': () => client.inventory.missingCost(),
  'purchasing.restock': () => client.purchasing.restock({}),
  'settlements.toDo': () => client.settlements.toDo(),
  'settlements.names': () => client.settlements.names({}),
  'settlements.waiting': () => client.settlements.waiting({}),
  'orders.tabs': () => client.orders.tabs(),
  'orders.beforeBooks': () => client.orders.beforeBooks(),
  'orders.list': () => client.orders.list({}),
  'orders.profitSum': () => client.orders.profitSum({}),
  'orders.exportFile': async () => partsOf(await client.orders.exportFile({ format: 'csv', columns: ['buyer'] })),
  'returns.list': () => client.returns.list({ tab: 'waiting' }),
  'payouts.overview': () => client.payouts.overview(),
  'payouts.lines': () => client.payouts.lines({ view: 'all' }),
  'payouts.expected': () => client.payouts.expected({}),
  'payouts.next': () => client.payouts.next(),
  'payouts.checks': () => client.payouts.checks(),
  'payouts.exportFile': () => client.payouts.exportFile({ what: 'lines', lines: { view: 'all' }, format: 'csv' }),
  'cash.wallets': () => client.cash.wallets(),
  'cash.list': () => client.cash.list({}),
  'cash.walletBook': () => client.cash.walletBook({ wallet: '1101' }),
  'cash.exportFile': () => client.cash.exportFile({ format: 'csv' }),
  'household.month': () => client.household.month({ month: '2026-11' }),
  'bank.lines': () => client.bank.lines({}),
  'bank.summary': () => client.bank.summary({}),
  'reports.today': () => client.reports.today(),
  'reports.salesByDay': () => client.reports.salesByDay({ from: '2026-11-01', to: '2026-11-22' }),
  'reports.beforeClosing': () => client.reports.beforeClosing({ month: '2026-11' }),
  'reports.sellers': () => client.reports.sellers({ month: '2026-11' }),
  'reports.find': () => client.reports.find({ query: '2611' }),
})

const MANY = 450

const day = (number: number) => String(number).padStart(2, '0')

/** Orders of two goods, some on their way and some to be sent. */
function aFileOf(orders: number, from: number, product = 'Kemeja'): File {
  const file = anOrderFile()
  for (let index = from; index < from + orders; index++)
    file.withOrder(`2611${day(2 + (index % 19))}${String(index).padStart(8, '0')}`, {
      status: index % 3 === 0 ? 'Perlu Dikirim' : 'Sedang Dikirim',
      items: [{ product, sku: product === 'Kemeja' ? 'KMJ' : '', pieces: 1 + (index % 2), price: 100_000 }],
      cells: index % 3 === 0 ? {} : { 'Waktu Pengiriman Diatur': `2026-11-${day(3 + (index % 18))} 09:00` },
    })
  return aFile('Order.all.csv', file.csv())
}

async function endOf(stream: AsyncIterable<ImportProgress>) {
  for await (const news of stream) if (news.type !== 'progress') return news
  throw new Error('the stream ended without an answer')
}

/** A shop with goods and some orders. */
async function aShop(facts: Parameters<typeof aCore>[0] = {}) {
  const shop = await aCore(facts)
  const { client, clock } = shop
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const shirt = aProduct({ variants: [aVariant({ sku: 'KMJ' })] })
  await client.catalog.products.save(shirt)
  const variantId = shirt.variants[0]!.id
  await client.inventory.opening.save({ lines: [{ variantId, pieces: 900, unitCost: 50_001 }] })
  const staged = async (file: File) => (await client.channels.files.stage({ file })).importId
  const confirm = (importId: string) => client.channels.files.confirm({ importId, shopId })
  await endOf(await confirm(await staged(aFileOf(9, 0))))
  return { ...shop, shopId, variantId, staged, confirm }
}

async function answersOf(shop: Shop): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const [name, ask] of Object.entries(asked(shop))) answers[name] = await ask()
  return answers
}

/** Written into the trail as well, so it waits for the work's next step. */
const isExport = (name: string) => /\.export/.test(name)

/** What every question is told, three times on the work's way to its end; each different answer once. */
async function toldDuring(
  { core: { doors }, ...shop }: Shop,
  work: Promise<unknown>,
): Promise<Record<string, Set<string>>> {
  let isOver = false
  void work.finally(() => {
    isOver = true
  })
  const isHeld = () => doors.heldState() !== null
  const told: Record<string, Set<string>> = {}
  for (const part of [0, 0.4, 0.8]) {
    while (!isOver) {
      await breathe()
      const [going] = await shop.client.work.underWay()
      if (isHeld() && going && going.done >= part * going.total) break
    }
    const [entered, asking] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    // between two of its steps the work stands still, or a fast machine would be done before everything was asked
    const standing = doors.write([], async () => {
      entered.resolve()
      await asking.promise
    })
    await entered.promise
    const ask = async (name: string, question: () => Promise<unknown>) => {
      const answer = JSON.stringify(await question())
      if (isHeld()) told[name] = (told[name] ?? new Set()).add(answer)
    }
    const questions = Object.entries(asked(shop))
    for (const [name, question] of questions) if (!isExport(name)) await ask(name, question)
    asking.resolve()
    await standing
    for (const [name, question] of questions) if (isExport(name)) await ask(name, question)
  }
  return told
}

/** Every question was asked, and told what it was told before. */
function expectNothingOfIt(told: Record<string, Set<string>>, before: Record<string, unknown>) {
  expect(Object.keys(told).sort()).toEqual([...HELD_ANSWERS].sort())
  for (const [name, answers] of Object.entries(told))
    expect([name, ...answers]).toEqual([name, JSON.stringify(before[name])])
}

describe('while a file comes in', () => {
  test('every list and every figure is as before until all of it is in, and then as after', async () => {
    const shop = await aShop()
    const before = await answersOf(shop)
    const importId = await shop.staged(aFileOf(MANY, 3))
    const ends = endOf(await shop.confirm(importId))
    const told = await toldDuring(shop, ends)
    expect(await ends).toMatchObject({ type: 'result', outcome: { added: { orders: MANY - 6 } } })
    expectNothingOfIt(told, before)
    const after = await answersOf(shop)
    for (const name of ['orders.tabs', 'orders.list', 'ledger.neraca', 'inventory.levels', 'reports.today'])
      expect(after[name]).not.toEqual(before[name])
    expect((await shop.client.ledger.verify()).ok).toBe(true)
  })

  test('that is called off on its way, nobody ever sees any of it', async () => {
    const shop = await aShop()
    const before = await answersOf(shop)
    const importId = await shop.staged(aFileOf(MANY, 9))
    const ends = endOf(await shop.confirm(importId))
    while ((await shop.client.work.underWay()).every(({ done }) => done === 0)) await breathe()
    const stopped = shop.client.work.stop({ id: importId })
    const told = await toldDuring(shop, ends)
    expect(await stopped).toEqual({ stopped: 'going back' })
    expect(await ends).toMatchObject({ type: 'stopped' })
    expectNothingOfIt(told, before)
    for (const name of ['orders.tabs', 'orders.list', 'inventory.levels', 'ledger.neraca'])
      expect((await answersOf(shop))[name]).toEqual(before[name])
  })

  test('what people do is done and answered as of now, and the lists name it once the file is in', async () => {
    const shop = await aShop()
    const { client, variantId } = shop
    const statement = aBankStatement([['2026-11-03', 'BIAYA ADM', -15_000]], { opening: 0 })
    await statementsOf(shop.core).take(statement, '1110')
    const queue = await client.fulfilment.queue({ limit: 50 })
    const ends = endOf(await shop.confirm(await shop.staged(aFileOf(3 * MANY, 9))))
    while ((await client.work.underWay()).length === 0) await breathe()
    expect(await client.work.underWay()).toMatchObject([{ answersOf: shop.clock.now }])

    expect(await client.fulfilment.queue({ limit: 50 })).toEqual(queue)
    expect(await client.fulfilment.progress()).toMatchObject({ waiting: queue.total })
    const sale = { soldAt: shop.clock.now, payment: 'cash' as const, buyerName: 'Bu Tini', shipTo: null, note: '' }
    const sold = await client.orders.recordOwnSale({
      ...sale,
      id: newId(),
      lines: [{ variantId, pieces: 1, price: 90_000 }],
    })
    const record = aCashRecord({ what: 'take home', wallet: '1101', householdWallet: '9101', amount: 50_000 })
    await client.cash.record(record)
    expect(await client.orders.get({ id: sold.id })).toMatchObject({ id: sold.id })
    expect(await client.cash.get({ id: record.id })).toMatchObject({ amount: 50_000 })
    const isListed = async () => [
      (await client.orders.list({})).rows.some(({ id }) => id === sold.id),
      (await client.cash.list({})).rows.some(({ id }) => id === record.id),
    ]
    expect(await isListed()).toEqual([false, false])
    // what somebody said meanwhile is where the next act begins
    const fresh = aProduct({ variants: [aVariant({ sku: 'DST' })] })
    await client.catalog.products.save(fresh)
    expect(await client.inventory.level({ variantId: fresh.variants[0]!.id })).toMatchObject({ sku: 'DST', onHand: 0 })
    await client.household.setBudget({ month: '2026-11', account: '9501', amount: 500_000 })
    const { envelopes } = await client.household.month({ month: '2026-11' })
    expect(envelopes.find(({ account }) => account === '9501')).toMatchObject({ budget: 500_000 })
    const [line] = (await client.bank.lines({})).rows
    const batch = newId()
    await client.bank.answer({ id: line!.id, batch, answer: { as: 'ignored', reason: 'dicatat di tempat lain' } })
    expect(await client.bank.summary({})).toMatchObject({ waiting: 0, ignored: 1, last: { batch } })
    expect((await client.bank.lines({ state: 'waiting' })).rows).toEqual([])
    expect(await client.work.underWay()).toHaveLength(1)
    await ends
    expect(await isListed()).toEqual([true, true])
    expect((await client.fulfilment.queue({ limit: 100 })).total).toBeGreaterThan(queue.total)
  })

  test('small enough to be one commit, nothing is held', async () => {
    const shop = await aShop({ atOnceMs: 60_000 })
    const ends = endOf(await shop.confirm(await shop.staged(aFileOf(60, 9))))
    let isOver = false
    void ends.finally(() => {
      isOver = true
    })
    while (!isOver) {
      expect(shop.doors.heldState()).toBeNull()
      await breathe()
    }
    expect((await shop.client.orders.tabs()).reduce((sum, { orders }) => sum + orders, 0)).toBe(69)
  })
})

test('while a file is taken back, and while a listing of many orders is mapped, lists and figures are as before', async () => {
  const shop = await aShop()
  const importId = await shop.staged(aFileOf(MANY, 9, 'Daster'))
  await endOf(await shop.confirm(importId))
  const [listing] = (await shop.client.catalog.listings.list({ show: 'unmapped' })).rows
  for (const work of [
    () => shop.client.catalog.listings.map({ mappings: [{ listingId: listing!.id, variantId: shop.variantId }] }),
    () => shop.client.channels.files.withdraw({ importId }),
  ]) {
    await shop.core.work.idle()
    const before = await answersOf(shop)
    const working = (async () => {
      const answer: unknown = await work()
      if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer)
        for await (const _ of answer as AsyncIterable<unknown>);
    })()
    const told = await toldDuring(shop, working)
    await working
    expectNothingOfIt(told, before)
    expect(await answersOf(shop)).not.toEqual(before)
  }
})
