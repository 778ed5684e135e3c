import fc from 'fast-check'
import { expect } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aShop, aVariant } from '../builders/a-product.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { aStatement } from '../builders/a-release.ts'
import { anOrder, type OrderTold } from '../builders/an-order.ts'
import { copiesOf } from '../builders/copies-of.ts'

/**
 * Papers of every room that say themselves when they happened. Whatever moves goods lies on odd days of November, counts on even
 * ones, so that what was before what is never in doubt. Some are corrected, cancelled or taken back after they were typed.
 */
const odd = fc.constantFrom(1, 3, 5, 7, 9, 11, 13)
const even = fc.constantFrom(2, 4, 6, 8, 10, 12)
const sku = fc.constantFrom(0, 1)
const pieces = fc.integer({ min: 1, max: 6 })
const price = fc.integer({ min: 1, max: 99_999 })
const isCancelled = fc.boolean()
const adjustment = fc.constantFrom('damaged', 'lost', 'sample', 'found', 'household')
const goods = fc.constantFrom('KMJ', 'TANPA-KODE', 'SET')
const path = fc.constantFrom<Stage[]>(
  ['arranged'],
  ['in transit'],
  ['in transit', 'completed'],
  ['in transit', 'cancelled'],
  ['completed', 'returned'],
  ['in transit', 'delivery failed', 'cancelled'],
)
type Stage = 'arranged' | 'in transit' | 'completed' | 'cancelled' | 'returned' | 'delivery failed'

const of = <What extends string, Facts>(what: What, facts: { [Name in keyof Facts]: fc.Arbitrary<Facts[Name]> }) =>
  fc.record({ what: fc.constant(what), ...facts }) as fc.Arbitrary<{ what: What } & Facts>

const bought = of('bought', { sku, day: odd, pieces, price, fate: fc.constantFrom('stays', 'corrected', 'cancelled') })
const sold = of('sold', { sku, day: odd, pieces, isCorrected: fc.boolean() })
const counted = of('counted', { sku, day: even, pieces: fc.integer({ min: 80, max: 105 }), isCancelled })
const adjusted = of('adjusted', { sku, day: odd, pieces, kind: adjustment, isCancelled })
const order = of('order', { goods, day: odd, pieces, path, takenBack: fc.constantFrom('nothing', 'the last', 'all') })
const released = of('released', { order: fc.nat(4), day: odd, amount: fc.constantFrom(100_000, 77_777), isCancelled })
const costed = of('costed', { sku, cost: fc.integer({ min: 0, max: 50_000 }) })
const mapped = of('mapped', { sku })

const paper = fc.oneof(
  { weight: 4, arbitrary: bought },
  { weight: 3, arbitrary: sold },
  { weight: 3, arbitrary: counted },
  { weight: 3, arbitrary: adjusted },
  { weight: 6, arbitrary: order },
  { weight: 2, arbitrary: released },
  { weight: 1, arbitrary: costed },
  { weight: 1, arbitrary: mapped },
)
type Paper = typeof paper extends fc.Arbitrary<infer P> ? P : never

/** Of what can be said once of a SKU and a day there is one paper. */
const nameOf = (each: Paper): string => {
  if (each.what === 'counted') return `counted ${each.sku} ${each.day}`
  if (each.what === 'costed') return `costed ${each.sku}`
  return each.what === 'mapped' ? 'mapped' : JSON.stringify(each)
}

/** The same papers in two orders of typing; the steps of one paper keep theirs. */
const typedTwice = fc.uniqueArray(paper, { minLength: 2, maxLength: 9, selector: nameOf }).chain((papers) => {
  const turns = papers.flatMap((each, index) => Array.from({ length: stepsIn(each) }, () => index))
  const order = fc.shuffledSubarray(turns, { minLength: turns.length })
  return fc.record({ papers: fc.constant(papers), first: order, second: order })
})

function stepsIn(each: Paper): number {
  switch (each.what) {
    case 'bought':
      return each.fate === 'stays' ? 1 : 2
    case 'sold':
      return each.isCorrected ? 2 : 1
    case 'order':
      return each.path.length + (each.takenBack === 'nothing' ? 0 : 1)
    case 'counted':
    case 'adjusted':
    case 'released':
      return each.isCancelled ? 2 : 1
    default:
      return 1
  }
}

const dayOf = (day: number) => `2026-11-${String(day).padStart(2, '0')}`
const noonOf = (day: number) => Date.parse(`${dayOf(day)}T12:00:00+07:00`)
const numberOf = (index: number) => `26110${index}LUMB0001`
const MINUTE = 60_000

/** A hundred of each on the shelf, of a cost that nobody knows yet, and a set of both. */
async function aFullShelf() {
  const { client, doors } = await aCore()
  const variants = ['KMJ', 'BLS'].map((sku) => aVariant({ sku }))
  for (const variant of variants)
    await client.catalog.products.save(aProduct({ name: `Barang ${variant.sku}`, variants: [variant] }))
  const components = variants.map(({ id }) => ({ variantId: id, pieces: 1 }))
  await client.catalog.products.save(aProduct({ name: 'Set', variants: [aVariant({ sku: 'SET', components })] }))
  const ids = variants.map(({ id }) => id)
  await client.inventory.opening.save({ lines: ids.map((variantId) => ({ variantId, pieces: 100, unitCost: null })) })
  const shopId = aShop(doors)
  const inACopy = copiesOf(doors)
  return { ids, shopId, inACopy }
}
type Shelf = Awaited<ReturnType<typeof aFullShelf>>
type Shop = Parameters<Parameters<Shelf['inACopy']>[0]>[0]

/** What a channel says of an order once it has come so far. */
function toldOf({ goods, day, pieces, path }: Extract<Paper, { what: 'order' }>, index: number, stages: number) {
  const at = noonOf(day)
  const next: Record<Stage, (told: OrderTold, later: number) => OrderTold> = {
    arranged: (told) => told,
    'in transit': (told) => told.inTransit(at),
    completed: (told, later) => told.completed(Math.max(later, at)),
    cancelled: (told, later) => told.cancelled(later),
    returned: (told, later) => told.returned(later),
    'delivery failed': (told, later) => told.with({ state: 'delivery_failed', atLeast: later, atMost: later }),
  }
  const placed = anOrder(numberOf(index))
    .withLine(goods, pieces, { price: 100_000 })
    .with({ placedAt: at - 60 * MINUTE, paidAt: at - 60 * MINUTE })
    .arranged(at - 30 * MINUTE)
  return path
    .slice(0, stages)
    .reduce((told, stage) => next[stage](told, told.snapshot().atLeast + 30 * MINUTE), placed)
    .snapshot()
}

/** One world in which the papers are typed, each step when its turn comes. */
async function typedIn(shop: Shop, { ids, shopId }: Shelf, papers: readonly Paper[], turns: readonly number[]) {
  const { client, core } = shop
  const documents = papers.map(() => newId())
  const runs = papers.map((): string[] => [])
  const done = papers.map(() => 0)
  const reason = 'salah ketik'
  const withdraw = async (importId: string) => {
    for await (const _ of await client.channels.files.withdraw({ importId }));
  }
  const map = async (variantId: string) => {
    const { rows } = await client.catalog.listings.list({ show: 'all' })
    const listing = rows.find(({ productName }) => productName === 'Barang TANPA-KODE')
    if (listing) await client.catalog.listings.map({ mappings: [{ listingId: listing.id, variantId }] })
  }

  async function type(each: Paper, index: number, step: number) {
    const id = documents[index]!
    const variantId = 'sku' in each ? ids[each.sku]! : ''
    switch (each.what) {
      case 'bought': {
        const line = { variantId, pieces: each.pieces, price: each.price }
        const facts = { id, day: dayOf(each.day), extraCost: 1_001 }
        if (step > 0 && each.fate === 'cancelled') return client.purchasing.cancel({ id, reason })
        if (step > 0 || each.fate === 'stays') return client.purchasing.receive(aPurchase([line], facts))
        const mistyped = { ...line, pieces: each.pieces + 1, price: each.price * 10 }
        return client.purchasing.receive(aPurchase([mistyped], { ...facts, day: dayOf(9), extraCost: 0 }))
      }
      case 'sold': {
        if (step > 0) return client.orders.changeOwnSale({ id, pieces: [{ line: 1, pieces: each.pieces }] })
        const pieces = each.pieces + (each.isCorrected ? 1 : 0)
        return client.orders.recordOwnSale({
          id,
          lines: [{ variantId, pieces, price: 100_000 }],
          payment: 'cash',
          buyerName: '',
          soldAt: noonOf(each.day),
          shipTo: null,
          note: '',
        })
      }
      case 'counted': {
        if (step > 0) return client.inventory.cancelAdjustment({ id, reason })
        const line = { variantId, counted: each.pieces, countedAt: noonOf(each.day) }
        const meant = { areNotReturns: true, isMeant: true }
        return client.inventory.count({ id, day: dayOf(each.day), note: '', lines: [line], ...meant })
      }
      case 'adjusted': {
        if (step > 0) return client.inventory.cancelAdjustment({ id, reason })
        return client.inventory.adjust({
          id,
          kind: each.kind as 'lost',
          day: dayOf(each.day),
          note: reason,
          lines: [{ variantId, pieces: each.pieces }],
          areNotReturns: true,
          isMeant: true,
        })
      }
      case 'order': {
        if (step === each.path.length) {
          const gone = each.takenBack === 'all' ? runs[index]! : runs[index]!.slice(-1)
          for (const importId of gone) await withdraw(importId)
          return
        }
        const snapshots = [toldOf(each, index, step + 1)]
        const { importId } = await core.takeInStatements(shopId, { name: 'API', at: noonOf(20), snapshots })
        return runs[index]!.push(importId)
      }
      case 'released': {
        if (step > 0) return withdraw(runs[index]![0]!)
        const amounts = { 'Harga Asli Produk': each.amount, 'Biaya Administrasi': -5_000 }
        const settlements = [aStatement(numberOf(each.order), dayOf(each.day), amounts)]
        const { importId } = await core.takeInSettlements(shopId, { name: 'API', at: noonOf(20), settlements })
        return runs[index]!.push(importId)
      }
      case 'costed':
        return client.inventory.opening.save({ lines: [{ variantId, pieces: 100, unitCost: each.cost }] })
      case 'mapped':
        return map(variantId)
    }
  }

  for (const turn of turns) await type(papers[turn]!, turn, done[turn]!++)
  // what nobody had named yet could not be mapped
  for (const each of papers) if (each.what === 'mapped') await map(ids[each.sku]!)
  await core.work.idle()
  expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
  return endOf(shop)
}

/** All that can be seen of it: shelves, what moved on each day, what a month cost, balances, orders and what comes back. */
function endOf({ doors }: Shop) {
  const all = (query: string) => doors.raw.prepare(query).raw().all()
  return {
    levels: all('SELECT variant_id, on_hand, reserved, costed, value FROM stock_level ORDER BY 1'),
    pieces: all(
      'SELECT variant_id, day, sum(pieces) FROM stock_movement GROUP BY 1, 2 HAVING sum(pieces) <> 0 ORDER BY 1, 2',
    ),
    costs: all(
      `SELECT variant_id, substr(day, 1, 7), sum(costed), sum(cost) FROM stock_movement GROUP BY 1, 2
       HAVING sum(costed) <> 0 OR sum(cost) <> 0 ORDER BY 1, 2`,
    ),
    balances: all(
      'SELECT book, account, month, debit - credit FROM account_month WHERE debit <> credit ORDER BY 1, 2, 3',
    ),
    orders: all(
      `SELECT number, state, channel_state, shipped_at, completed_at, unmapped_lines FROM sales_order
       WHERE channel <> 'own' AND withdrawn_at IS NULL ORDER BY 1`,
    ),
    returns: all(
      `SELECT number, why, since, e.pieces FROM expected_return e JOIN sales_order o ON o.id = e.order_id ORDER BY 1`,
    ),
  }
}

/** Whatever the order in which the papers of all rooms are typed, corrected and taken back, the shop ends the same. */
export async function papersInAnyOrder(numRuns: number): Promise<void> {
  const shelf = await aFullShelf()
  await fc.assert(
    fc.asyncProperty(typedTwice, async ({ papers, first, second }) => {
      const end = await shelf.inACopy((shop) => typedIn(shop, shelf, papers, first))
      expect(await shelf.inACopy((shop) => typedIn(shop, shelf, papers, second))).toEqual(end)
    }),
    { numRuns },
  )
}
