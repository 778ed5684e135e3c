import type { RouterClient } from '@orpc/server'
import {
  addDays,
  addMonths,
  atWallClock,
  type BusinessDay,
  businessDay,
  firstOfMonth,
  type Instant,
  monthOf,
} from '../../src-shared/kernel/business-day.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { OrderSnapshot } from '../../src-shared/orders/order.ts'
import { takeStatement } from '../core/bank/take-statement.ts'
import type { Core } from '../core/core.ts'
import { SECOND_BANK, sampleStatement } from './bank.ts'
import { type Dice, dice } from './dice.ts'
import { type SampleProduct, sampleProducts } from './goods.ts'
import { monthOfCash, monthsUntil, type SampleCash, withdrawals } from './money.ts'
import { ordersOnDay, sampleOrder } from './orders.ts'
import { sampleSettlements } from './settlements.ts'

export type SampleClient = RouterClient<Core['router']>

export interface SampleNeeds {
  core: Core
  client: SampleClient
  now: Instant
  onProgress?: (done: number, total: number) => void
}

const DAY_MS = 24 * 3_600_000
const MONTHS_BACK = 12
const SEED = 20_261_122
const ZONE = 'WIB'
/** As Shopee names its downloads. Of TikTok Shop no file can be read yet, so the history tells of none. */
const SOURCE_NAME = {
  shopee: (days: string) => `Order.all.${days}.xlsx`,
  tiktok: (days: string) => `Contoh pesanan TikTok Shop ${days}`,
}
/** As the channels name their income files. */
const INCOME_NAME = {
  shopee: (from: string, to: string) => `Income.sudah dilepas.id.${from}_${to}.xlsx`,
  tiktok: (_from: string, to: string) => `income_${to}080000(UTC+7).xlsx`,
}

/**
 * Fills an empty shop with Batik Ratna in Jepara: a year of orders on two channels and over the counter, purchases, costs,
 * releases and household money, all through the same doors a person uses. The same `now` gives the same shop.
 */
export async function buildSampleShop({ core, client, now, onProgress = () => {} }: SampleNeeds): Promise<void> {
  const today = businessDay(now, ZONE)
  const startDay = firstOfMonth(addMonths(monthOf(today), -MONTHS_BACK))
  const die = dice(SEED)
  const id = (day: BusinessDay) =>
    newId(
      atWallClock(day, 9, 0, 0, ZONE),
      Uint8Array.from({ length: 10 }, () => die.between(0, 255)),
    )
  const products = sampleProducts(die)
  const months = monthsUntil(startDay, today)

  await client.settings.setUp({
    businessName: 'Batik Ratna',
    city: 'Jepara',
    ownerName: 'Ratna',
    zone: ZONE,
    startDay,
    keepsHousehold: true,
    partnerName: 'Yusuf',
  })
  await client.settings.change({
    phone: '0812-2901-4477',
    address: 'Jl. Kartini 12, Jepara, Jawa Tengah',
    businessNumber: '0220101234567',
  })
  await client.ledger.opening.save({
    lines: [
      { account: '1101', amount: 2_500_000 },
      { account: '1110', amount: 24_000_000 },
      { account: '1120', amount: 1_200_000 },
      { account: '1501', amount: 18_500_000 },
      { account: '2201', amount: 45_000_000 },
      { account: '9101', amount: 750_000 },
      { account: '9110', amount: 3_200_000 },
    ],
  })
  await saveCatalog(client, products)
  const shops = { shopee: id(startDay), tiktok: id(startDay) }
  await client.channels.shops.save({ id: shops.shopee, channel: 'shopee', name: 'Batik Ratna Official' })
  await client.channels.shops.save({ id: shops.tiktok, channel: 'tiktok', name: 'Batik Ratna' })

  const stock = new Map<string, number>()
  await openingStock(client, products, stock)

  const sold = { shopee: [] as OrderSnapshot[], tiktok: [] as OrderSnapshot[] }
  for (const [index, { month, from, to }] of months.entries()) {
    const growth = index / Math.max(1, months.length - 1)
    const orders = { shopee: [] as OrderSnapshot[], tiktok: [] as OrderSnapshot[] }
    for (let day = from; day <= to; day = addDays(day, 1))
      for (const channel of ['shopee', 'tiktok'] as const)
        for (let n = ordersOnDay(die, day, growth, channel); n > 0; n--)
          orders[channel].push(sampleOrder(die, { day, today: now, channel, products }))
    if (month === monthOf(today)) orders.shopee.push(unmappedOrder(die, products, today, now))

    await restock(
      client,
      die,
      id,
      products,
      stock,
      [...orders.shopee, ...orders.tiktok],
      from,
      today,
      index === months.length - 1,
    )
    for (const channel of ['shopee', 'tiktok'] as const) {
      await core.takeInStatements(shops[channel], {
        name: SOURCE_NAME[channel](`${from}_${to}`.replaceAll('-', '')),
        at: to === today ? now - 25 * 60_000 : atWallClock(addDays(to, 1), 7, 40, 0, ZONE),
        snapshots: orders[channel],
      })
      sold[channel].push(...orders[channel])
    }
    await ownSales(client, die, id, products, stock, from, to, now)
    await record(client, id, monthOfCash(die, month, today))
    onProgress(index + 1, months.length + 1)
  }
  for (const channel of ['shopee', 'tiktok'] as const) {
    const settlements = sampleSettlements(sold[channel], ZONE, today)
    for (const { from, to } of months)
      await core.takeInSettlements(shops[channel], {
        name: INCOME_NAME[channel](from.replaceAll('-', ''), to.replaceAll('-', '')),
        at: to === today ? now - 20 * 60_000 : atWallClock(addDays(to, 1), 7, 45, 0, ZONE),
        settlements: settlements.filter(({ releasedOn }) => releasedOn >= from && releasedOn <= to),
      })
    await record(client, id, withdrawals(channel, settlements, today))
  }
  await setBudgets(
    client,
    months.slice(-2).map(({ month }) => month),
  )
  await stockLosses(client, id, products, today)
  await oldReturns(client, id, today, now)
  await core.doors.write(['bank'], (tx) =>
    takeStatement(tx, sampleStatement(today), {
      importId: newId(now, new Uint8Array(10)),
      account: SECOND_BANK,
      at: now,
    }),
  )
  await morningAtTheDesk(client)
  await core.work.idle()
  onProgress(months.length + 1, months.length + 1)
}

async function saveCatalog(client: SampleClient, products: readonly SampleProduct[]) {
  for (const [index, product] of products.entries())
    await client.catalog.products.save({
      id: product.id,
      name: product.name,
      category: product.category,
      description: 'Batik cap kombinasi tulis, katun primisima. Cuci dingin, jangan diperas.',
      photoId: null,
      variants: product.variants.map((variant, position) => ({
        id: variant.id,
        sku: variant.sku,
        barcode: `899${String(7_001_000 + index * 100 + position * 7).padStart(10, '0')}`,
        motif: product.motif,
        colour: product.colour,
        size: variant.size,
        unit: 'pcs',
        shelf: variant.shelf,
        price: variant.price,
        weightGrams: variant.weightGrams,
        reorderPoint: variant.reorderPoint,
        safetyStock: 1,
        ownPhotoId: null,
        components: [],
      })),
    })
}

async function openingStock(client: SampleClient, products: readonly SampleProduct[], stock: Map<string, number>) {
  const lines = products.flatMap((product) =>
    product.variants.map((variant) => ({
      variantId: variant.id,
      pieces: Math.round((product.share * variant.share) / 9) + 6,
      unitCost: variant.cost,
    })),
  )
  for (const { variantId, pieces } of lines) stock.set(variantId, pieces)
  await client.inventory.opening.save({ lines })
}

/** Buys what the month will need and a little more; in the last month it forgets a few, as shops do. */
async function restock(
  client: SampleClient,
  die: Dice,
  id: (day: BusinessDay) => string,
  products: readonly SampleProduct[],
  stock: Map<string, number>,
  orders: readonly OrderSnapshot[],
  from: BusinessDay,
  today: BusinessDay,
  isLast: boolean,
) {
  const bySku = new Map(products.flatMap(({ variants }) => variants.map((variant) => [variant.sku, variant] as const)))
  const need = new Map<string, number>()
  for (const order of orders)
    if (order.state !== 'cancelled' && order.state !== 'unpaid')
      for (const { sku, pieces } of order.lines) if (bySku.has(sku)) need.set(sku, (need.get(sku) ?? 0) + pieces)
  const forgotten = new Set(isLast ? ['KMJ-KWA-M', 'BLS-TRT-XL', 'KMJ-KWA-XXL', 'BLS-KST-M'] : [])
  const wanted = [...bySku.values()].flatMap((variant) => {
    const use = need.get(variant.sku) ?? 0
    const left = (stock.get(variant.id) ?? 0) - use
    stock.set(variant.id, left)
    const target = variant.reorderPoint * 2 + Math.round(use * 0.25)
    if (forgotten.has(variant.sku)) return []
    const pieces = Math.ceil(Math.max(0, target - left) / 6) * 6
    return pieces > 0 ? [{ variant, pieces }] : []
  })
  for (const [half, supplierName] of (['CV Troso Jaya', 'Batik Sekar Wangi'] as const).entries()) {
    const lines = wanted.filter((_, index) => index % 2 === half)
    const day = addDays(from, half * 9 + 1)
    if (lines.length === 0 || day > today) continue
    const price = (cost: number) => Math.round((cost * (0.97 + 0.06 * die.roll())) / 500) * 500
    const drafts = lines.map(({ variant, pieces }) => ({ variantId: variant.id, pieces, price: price(variant.cost) }))
    const value = drafts.reduce((total, { pieces, price }) => total + pieces * price, 0)
    const extraCost = 15_000 * Math.ceil(lines.length / 4)
    await client.purchasing.receive({
      id: id(day),
      supplierName,
      day,
      lines: drafts,
      discount: 0,
      extraCost,
      paid: isLast ? Math.floor((value + extraCost) / 2000) * 1000 : value + extraCost,
      paidFrom: '1110',
      dueDay: addDays(day, 30),
      note: '',
    })
    for (const { variantId, pieces } of drafts) stock.set(variantId, (stock.get(variantId) ?? 0) + pieces)
  }
}

/** One listing whose code the shop does not know, so that mapping has something to show. */
function unmappedOrder(die: Dice, products: readonly SampleProduct[], today: BusinessDay, now: Instant): OrderSnapshot {
  const order = sampleOrder(die, { day: addDays(today, -1), today: now, channel: 'shopee', products })
  const [, ...left] = order.lines
  return {
    ...order,
    buyerPayment: left.reduce((paid, { price, pieces }) => paid - price * pieces, order.buyerPayment),
    state: 'to_arrange',
    rawStatus: 'Perlu Dikirim',
    cancelledAt: null,
    completedAt: null,
    shippedAt: null,
    deliveredAt: null,
    arrangedAt: null,
    trackingNumber: '',
    cancelReason: '',
    lines: [
      {
        ...order.lines[0]!,
        sku: 'OUT-SJG-ALL',
        variationName: 'All size',
        productName: 'Outer Sekar Jagad Batik Jepara All Size',
      },
    ],
  }
}

/** Sales over the counter and by WhatsApp: four or five a week. */
async function ownSales(
  client: SampleClient,
  die: Dice,
  id: (day: BusinessDay) => string,
  products: readonly SampleProduct[],
  stock: Map<string, number>,
  from: BusinessDay,
  to: BusinessDay,
  now: Instant,
) {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!die.chance(0.65)) continue
    const product = die.weighted(products.map((each) => [each, each.share] as const))
    const variant = die.weighted(product.variants.map((each) => [each, each.share] as const))
    if ((stock.get(variant.id) ?? 0) < 4) continue
    stock.set(variant.id, stock.get(variant.id)! - 1)
    await client.orders.recordOwnSale({
      id: id(day),
      lines: [{ variantId: variant.id, pieces: 1, price: variant.price }],
      payment: die.weighted([
        ['cash', 45],
        ['transfer', 30],
        ['e-wallet', 25],
      ]),
      buyerName: die.pick(['Bu Narti', 'Pak Darto', 'Mbak Sari', '', 'Bu Haji Aminah']),
      soldAt: Math.min(atWallClock(day, die.between(9, 19), die.between(0, 59), 0, ZONE), now - 60_000),
      shipTo: null,
      note: '',
    })
  }
}

async function record(client: SampleClient, id: (day: BusinessDay) => string, records: readonly SampleCash[]) {
  for (const { day, note, event } of [...records].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)))
    await client.cash.record({ id: id(day), day, note, event })
}

async function setBudgets(client: SampleClient, months: readonly string[]) {
  for (const month of months)
    for (const [account, amount] of [
      ['9501', 3_500_000],
      ['9502', 1_500_000],
      ['9503', 350_000],
      ['9504', 1_650_000],
      ['9599', 900_000],
    ] as const)
      await client.household.setBudget({ month, account, amount })
}

async function stockLosses(
  client: SampleClient,
  id: (day: BusinessDay) => string,
  products: readonly SampleProduct[],
  today: BusinessDay,
) {
  const day = addDays(today, -3)
  const variant = products[0]!.variants[2]!
  await client.inventory.adjust({
    id: id(day),
    kind: 'damaged',
    day,
    note: 'Luntur kena hujan',
    lines: [{ variantId: variant.id, pieces: 1 }],
  })
}

/** Returns of more than a week ago were looked at long since; the latest still wait for Cek Kondisi. */
async function oldReturns(client: SampleClient, id: (day: BusinessDay) => string, today: BusinessDay, now: Instant) {
  const scarce = new Set(
    (await client.inventory.levels({ limit: 500 })).rows
      .filter(({ state }) => state !== 'enough')
      .map(({ variantId }) => variantId),
  )
  const { rows } = await client.returns.list({ tab: 'waiting', limit: 500 })
  for (const { orderId } of rows.filter(({ since, why }) => why === 'returned' && since < now - 7 * DAY_MS)) {
    const { goodsBack } = await client.returns.get({ orderId })
    const lines = goodsBack.flatMap(({ variantId, expected }) =>
      variantId === null || expected === 0
        ? []
        : [
            {
              id: id(today),
              variantId,
              pieces: expected,
              // what is sold out stays sold out: its returns were spoilt
              condition: scarce.has(variantId) ? ('damaged' as const) : ('sellable' as const),
            },
          ],
    )
    if (lines.length > 0) await client.returns.inspect({ orderId, lines, note: '', refund: null })
  }
}

/** Where the packer is this morning: some labels printed, some parcels packed, some already with the courier. */
async function morningAtTheDesk(client: SampleClient) {
  const { rows } = await client.orders.list({ tab: 'to_ship', states: ['arranged'], query: '', limit: 60 })
  const ready = rows.filter(({ unmappedLines }) => unmappedLines === 0)
  const printed = ready.slice(0, Math.ceil(ready.length * 0.7))
  if (printed.length > 0)
    await client.fulfilment.printLabels({
      orderIds: printed.map(({ id }) => id),
      size: '100x150',
      showItems: true,
      showNote: true,
      maskPhone: false,
      mark: true,
    })
  const packed: string[] = []
  for (const { id, number } of printed.slice(0, 9)) {
    const { parcel } = await client.fulfilment.scan({ code: number, parcelId: null })
    for (const item of parcel?.items ?? [])
      for (let piece = item.scanned; piece < item.pieces; piece++)
        await client.fulfilment.scan({ code: item.sku, parcelId: id })
    await client.fulfilment.pack({ parcelId: id })
    packed.push(id)
  }
  if (packed.length > 4) await client.fulfilment.handover.finish({ parcelIds: packed.slice(0, 4) })
}
