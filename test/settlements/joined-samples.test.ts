import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { balanceOf } from '../builders/books.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/samples/shopee')
const ORDERS = 'orders-2026-08-50col-tipe-pesanan.xlsx'
const INCOME = 'income-2026-07-penghasilan-trimmed.xlsx'
/** June 2025 of another shop, with its balance. */
const JUNE = ['orders-2025-06-49col.xlsx', 'income-2025-41col.xlsx', 'balance-2025-06-transaction-report.xlsx']
const arePresent = [ORDERS, INCOME, ...JUNE].every((name) => existsSync(join(FOLDER, name)))

async function aShopThatTakes(startDay: string) {
  const shop = await aCore({ setUp: { startDay } })
  const { client, clock } = shop
  clock.now = SUNDAY
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Toko Contoh' })
  const take = async (name: string) => {
    const { importId } = await client.channels.files.stage({ file: aFile(name, readFileSync(join(FOLDER, name))) })
    for await (const news of await client.channels.files.confirm({ importId, shopId, despite: [shopId] }))
      if (news.type === 'result') return news.outcome
    throw new Error(`${name} ended without a result`)
  }
  const ladders = async () => {
    const { rows } = await client.orders.list({ limit: 200 })
    return Promise.all(rows.map(async ({ id }) => (await client.orders.get({ id })).ladder))
  }
  return { ...shop, take, ladders }
}

/** Figures counted from the raw cells of both files by another program. */
const RELEASED = { orders: 27, inAll: 2_558_603, adjusted: -330_878, known: 13, ofKnown: 1_100_385 }

test.runIf(arePresent)(
  'orders and income of one real shop: every released rupiah stands with its order, or waits for it',
  async () => {
    const { client, doors, take } = await aShopThatTakes('2026-07-01')
    await take(ORDERS)
    const waiting = RELEASED.inAll + RELEASED.adjusted - RELEASED.ofKnown
    expect(await take(INCOME)).toMatchObject({
      kind: 'settlements',
      orders: RELEASED.orders,
      added: { settlements: RELEASED.orders + 1, released: RELEASED.inAll + RELEASED.adjusted },
      adjustments: { settlements: 1, released: RELEASED.adjusted },
      waiting: { settlements: RELEASED.orders + 1 - RELEASED.known, released: waiting },
    })
    expect(balanceOf(doors, '1130')).toBe(RELEASED.ofKnown)
    expect(balanceOf(doors, '6119')).toBe(0)
    expect((await client.settlements.toDo()).unmapped).toEqual([])
    expect((await client.ledger.verify()).ok).toBe(true)
  },
)

test.runIf(arePresent)(
  'orders, income and balance of one month of one shop: whatever was kept has a name or a cause, whatever the balance says beside the books a reason',
  async () => {
    const { client, doors, take, ladders } = await aShopThatTakes('2025-06-01')
    for (const name of JUNE) await take(name)
    const settled = (await ladders()).filter(({ releases }) => releases.some(({ kind }) => kind === 'order'))
    expect(settled).toHaveLength(58)
    for (const { lines, releases, netSales, isFinal } of settled) {
      expect(isFinal).toBe(true)
      expect(lines.filter(({ name }) => name === '')).toEqual([])
      const unlike = lines.filter(
        ({ estimated, actual }) => estimated !== null && actual !== null && estimated !== actual,
      )
      expect(unlike.filter(({ cause }) => cause === null)).toEqual([])
      const kept = lines.reduce((total, { actual }) => total + (actual ?? 0), 0)
      expect(netSales + kept).toBe(releases.reduce((total, { released }) => total + released, 0))
    }
    expect([balanceOf(doors, '6119'), balanceOf(doors, '1201')]).toEqual([0, 0])
    const [check, ...others] = await client.payouts.checks()
    expect(others).toEqual([])
    const { byFile, byBooks, reasons } = check!
    expect(reasons.reduce((total, reason) => total + reason.byFile - reason.byBooks, 0)).toBe(byFile - byBooks)
    expect(new Set(reasons.map(({ why }) => why))).toEqual(new Set(['before', 'waits for order']))
    expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
  },
)

test.runIf(arePresent)(
  'rates learned from a real shop say its fees within a rupiah; beside them stands only what affiliates took, which no rate foretells',
  async () => {
    const { client, clock, take, ladders } = await aShopThatTakes('2026-07-01')
    await take(ORDERS)
    await take(INCOME)
    clock.now = Date.parse('2026-09-01T03:00:00Z')
    await client.settings.confirmClock()
    for (const { shopName: _, orders, matching, ...rate } of await client.settlements.rates.proposals()) {
      expect(matching).toBe(orders)
      await client.settlements.rates.save({ ...rate, id: newId() })
    }
    const settled = (await ladders()).filter(({ releases }) => releases.some(({ kind }) => kind === 'order'))
    const apart = settled.map(({ lines }) => {
      const fees = lines.filter(({ meaning }) => meaning === 'fee' || meaning === 'affiliate')
      const ofAffiliates = fees.reduce(
        (sum, { meaning, actual }) => sum + (meaning === 'affiliate' ? (actual ?? 0) : 0),
        0,
      )
      const error = fees.reduce((sum, { estimated, actual }) => sum + (actual ?? 0) - (estimated ?? 0), 0)
      return { ofAffiliates, error: error - ofAffiliates }
    })
    expect(apart).toHaveLength(RELEASED.known)
    expect(apart.filter(({ error }) => Math.abs(error) > 1)).toEqual([])
    const { channels } = await client.settlements.rates.accuracy()
    expect(channels).toMatchObject([
      { orders: RELEASED.known, exact: apart.filter(({ ofAffiliates }) => ofAffiliates === 0).length },
    ])
  },
)

test.skipIf(arePresent)('the samples of real shops are not beside this checkout', () => expect(arePresent).toBe(false))
