import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { anOrder } from '../builders/an-order.ts'

const DAY = '2026-11-22'
const MONTH = { from: '2026-11-01', to: '2026-11-30' }

/** A shop at work, and a window that holds every answer it can show and asks again for those that commits name. */
async function aShopAndAWindow() {
  const desk = await aPackingDesk()
  const { client, doors, ids } = desk
  const [sold, other, third] = [1, 2, 3].map(() => anOrder().withLine('KMJ-LUK-L').withLine('BLS-TRT-M', 2))
  await desk.takeIn(sold!, other!, third!)
  const id = await desk.idOf(sold!.number)

  const questions: Record<string, () => Promise<unknown>> = {
    'settings.get': () => client.settings.get(),
    'settings.status': () => client.settings.status(),
    'catalog.products.list': () => client.catalog.products.list({}),
    'catalog.variants.search': () => client.catalog.variants.search({ query: 'kemeja' }),
    'catalog.listings.list': () => client.catalog.listings.list({}),
    'channels.shops.list': () => client.channels.shops.list(),
    'channels.files.history': () => client.channels.files.history({}),
    'orders.tabs': () => client.orders.tabs(),
    'orders.list': () => client.orders.list({}),
    'orders.get': () => client.orders.get({ id }),
    'fulfilment.progress': () => client.fulfilment.progress(),
    'fulfilment.queue': () => client.fulfilment.queue({}),
    'fulfilment.pickList': () => client.fulfilment.pickList({}),
    'fulfilment.handover.list': () => client.fulfilment.handover.list(),
    'fulfilment.handover.day': () => client.fulfilment.handover.day({}),
    'returns.list': () => client.returns.list({ tab: 'waiting' }),
    'inventory.levels': () => client.inventory.levels({}),
    'inventory.level': () => client.inventory.level({ variantId: ids['KMJ-LUK-L'] }),
    'inventory.card': () => client.inventory.card({ variantId: ids['KMJ-LUK-L'] }),
    'inventory.adjustments': () => client.inventory.adjustments({}),
    'inventory.oversold': () => client.inventory.oversold(),
    'inventory.missingCost': () => client.inventory.missingCost(),
    'purchasing.list': () => client.purchasing.list({}),
    'purchasing.suppliers': () => client.purchasing.suppliers({}),
    'cash.wallets': () => client.cash.wallets(),
    'cash.list': () => client.cash.list({}),
    'household.month': () => client.household.month({ month: '2026-11' }),
    'ledger.accounts': () => client.ledger.accounts(),
    'ledger.neraca': () => client.ledger.neraca({ day: DAY }),
    'ledger.labaRugi': () => client.ledger.labaRugi(MONTH),
    'ledger.entries': () => client.ledger.entries({}),
    'ledger.accountEntries': () => client.ledger.accountEntries({ accounts: ['1301'], to: DAY }),
    'ledger.opening.get': () => client.ledger.opening.get(),
    'ledger.periods.list': () => client.ledger.periods.list(),
    'reports.today': () => client.reports.today(),
    'reports.firstSteps': () => client.reports.firstSteps(),
    'reports.salesByDay': () => client.reports.salesByDay(MONTH),
    'reports.find': () => client.reports.find({ query: sold!.number }),
  }
  const held = new Map<string, unknown>()
  const ask = async (procedure: string) => void held.set(procedure, await questions[procedure]!())
  for (const procedure of Object.keys(questions)) await ask(procedure)

  const named = new Set<string>()
  doors.onCommitted(({ answers }) => {
    for (const procedure of answers) named.add(procedure)
  })

  return {
    ...desk,
    sold: sold!,
    other: other!,
    third: third!,
    /** What the window asks again after this act. All that it does not ask for is compared with what the core would say. */
    async asksAfter(what: string, act: () => Promise<unknown>): Promise<string[]> {
      named.clear()
      await act()
      const asked = Object.keys(questions).filter((procedure) => named.has(procedure))
      for (const [procedure, question] of Object.entries(questions))
        if (!named.has(procedure)) expect(await question(), `${procedure} after: ${what}`).toEqual(held.get(procedure))
      for (const procedure of asked) await ask(procedure)
      return asked
    },
  }
}

test('an answer that no commit named is still true, whatever was done in the shop', async () => {
  const shop = await aShopAndAWindow()
  const { client, ids, sold, other, third, asksAfter } = shop
  const L = ids['KMJ-LUK-L']
  const idOf = (order: { number: string }) => shop.idOf(order.number)
  const expense = aCashRecord({ what: 'business expense', wallet: '1101', account: '6203', amount: 50_000 })
  const purchase = aPurchase([{ variantId: L, pieces: 3, price: 60_000 }])
  const acts: Record<string, () => Promise<unknown>> = {
    'printing labels': async () => client.fulfilment.labelsPrinted({ orderIds: [await idOf(sold)] }),
    'packing an order': () => shop.pack(sold),
    'packing another': () => shop.pack(other),
    'putting an order on hold': async () =>
      client.fulfilment.hold({ orderIds: [await idOf(third)], reason: 'menunggu kain' }),
    'taking it off hold': async () => client.fulfilment.release({ orderIds: [await idOf(third)] }),
    'handing over': async () =>
      client.fulfilment.handover.finish({
        parcelIds: (await client.fulfilment.handover.list()).flatMap(({ parcels }) =>
          parcels.map(({ parcelId }) => parcelId),
        ),
      }),
    'a file that tells more': () =>
      shop.takeIn(sold.inTransit(), other.inTransit(), third.cancelled(), anOrder().withLine('KMJ-KWA-M')),
    'the end of an order': () => shop.takeIn(sold.completed()),
    'an order that comes back': () => shop.takeIn(other.returned()),
    'receiving goods': () => client.purchasing.receive(purchase),
    'spending money': () => client.cash.record(expense),
    'taking that back': () => client.cash.cancel({ id: expense.id, reason: 'salah ketik' }),
    'money taken home': () =>
      client.cash.record(aCashRecord({ what: 'take home', wallet: '1101', householdWallet: '9110', amount: 20_000 })),
    'a new product': () =>
      client.catalog.products.save(aProduct({ name: 'Selendang', variants: [aVariant({ sku: 'SLD-1' })] })),
    'an opening balance': () => client.ledger.opening.save({ lines: [{ account: '1101', amount: 3_000_000 }] }),
    'a name in the settings': () => client.settings.change({ ownerName: 'Bu Ratna' }),
    'a budget': () => client.household.setBudget({ month: '2026-11', account: '9501', amount: 900_000 }),
    'closing a month': () => client.ledger.periods.close({ through: '2026-10-31' }),
    'a shop with another name': async () => {
      const [first] = await client.channels.shops.list()
      await client.channels.shops.save({ id: first!.id, channel: 'shopee', name: 'Batik Ratna Official' })
    },
  }
  for (const [what, act] of Object.entries(acts)) expect(await asksAfter(what, act), what).not.toEqual([])
})

test('a scanned piece makes no list, no count and no figure old: only what shows how full a parcel is', async () => {
  const { client, third, asksAfter } = await aShopAndAWindow()
  const { parcel } = await client.fulfilment.scan({ code: third.number, parcelId: null })
  const piece = () => client.fulfilment.confirmPiece({ parcelId: parcel!.parcelId, key: parcel!.items[0]!.key })
  const showScans = ['fulfilment.queue', 'fulfilment.pickList', 'fulfilment.handover.list', 'fulfilment.handover.day']
  expect(await asksAfter('a piece', piece)).toEqual(showScans)
  expect(await asksAfter('an unknown code', () => client.fulfilment.scan({ code: newId(), parcelId: null }))).toEqual(
    [],
  )
})

test('what nothing was written to is not asked again: a budget is no order, a name in the settings no posting', async () => {
  const { client, asksAfter } = await aShopAndAWindow()
  const budget = () => client.household.setBudget({ month: '2026-11', account: '9501', amount: 900_000 })
  expect(await asksAfter('a budget', budget)).toEqual(['household.month'])
  expect(await asksAfter('a language', () => client.settings.change({ language: 'en' }))).not.toContain('orders.list')
})
