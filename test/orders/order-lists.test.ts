import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../src-main/core/spreadsheet/read-spreadsheet.ts'
import type { ExportStep, OrderColumn } from '../../src-shared/orders/orders.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'

const DAY = 24 * 3_600_000

/** Twelve orders on six days, of several stages and values. */
async function aShopOfTwelve() {
  const desk = await aPackingDesk()
  for (let count = 0; count < 12; count++) {
    const placedAt = SUNDAY - Math.floor(count / 2) * DAY - count * 60_000
    const order = anOrder(`2611QZ${String(count).padStart(6, '0')}`)
      .withLine('BLS-TRT-M', 1, { listPrice: 50_000 + (count % 5) * 10_000, price: 50_000 + (count % 5) * 10_000 })
      .with({ placedAt, paidAt: placedAt, trackingNumber: `0031${count}` })
    await desk.takeIn(count % 3 === 0 ? order : count % 3 === 1 ? order.completed(SUNDAY) : order.cancelled(SUNDAY))
  }
  return desk
}
type Desk = Awaited<ReturnType<typeof aShopOfTwelve>>
type Asked = Parameters<Desk['client']['orders']['list']>[0]

async function walked({ client }: Desk, asked: Asked, limit = 2) {
  const rows = []
  let cursor: string | undefined
  do {
    const page = await client.orders.list({ ...asked, limit, cursor })
    rows.push(...page.rows)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return rows
}

describe('lists of orders', () => {
  test('every stage by value and by day, either way, page by page without losing or repeating one', async () => {
    const desk = await aShopOfTwelve()
    for (const tab of [undefined, 'completed', 'to_ship', 'cancelled'] as const)
      for (const sort of [undefined, 'value', 'placed'] as const)
        for (const range of [{}, { from: '2026-11-18', to: '2026-11-21' }]) {
          const asked = { ...(tab ? { tab } : {}), ...(sort ? { sort } : {}), ...range }
          const what = JSON.stringify(asked)
          const there = await walked(desk, asked)
          const back = await walked(desk, { ...asked, isReversed: true })
          expect(
            there.map(({ id }) => id),
            what,
          ).toEqual(back.map(({ id }) => id).reverse())
          const whole = await desk.client.orders.list({ ...asked, limit: 100 })
          expect(
            there.map(({ id }) => id),
            what,
          ).toEqual(whole.rows.map(({ id }) => id))
          expect(whole.totals, what).toMatchObject({
            orders: there.length,
            grossSales: there.reduce((sum, { grossSales }) => sum + grossSales, 0),
          })
          if (sort === 'value')
            expect(there.map(({ grossSales }) => grossSales)).toEqual(
              there.map(({ grossSales }) => grossSales).toSorted((a, b) => b - a),
            )
          if (sort === 'placed' || (tab !== 'to_ship' && !sort))
            expect(there.map(({ placedAt }) => placedAt!)).toEqual(
              there.map(({ placedAt }) => placedAt!).toSorted((a, b) => b - a),
            )
        }
    expect((await walked(desk, {})).length).toBe(12)
    expect((await walked(desk, { from: '2026-11-21', to: '2026-11-22' })).length).toBe(4)
    expect((await walked(desk, { to: '2026-11-17' })).length).toBe(2)
  })

  test('a search keeps to its days, and to no stage', async () => {
    const desk = await aShopOfTwelve()
    const found = async (asked: Asked) => (await desk.client.orders.list(asked)).rows.length
    expect(await found({ query: '2611QZ' })).toBe(12)
    expect(await found({ query: '2611QZ', from: '2026-11-22', to: '2026-11-22' })).toBe(2)
    expect(await found({ query: '11QZ00', from: '2026-11-22', to: '2026-11-22' })).toBe(2)
  })

  test('a code known from its beginning is answered without the index of parts, a part of it by that index alone', async () => {
    const { client, core, takeIn } = await aPackingDesk()
    await takeIn(anOrder('2611QZ000001ABCD').withLine('BLS-TRT-M', 1).with({ trackingNumber: 'SPXID061234567890' }))
    await takeIn(anOrder('2611QZ2X').withLine('BLS-TRT-M', 1).with({ trackingNumber: 'JP-3345-6677' }))
    const found = async (query: string) => (await client.orders.list({ query })).rows.map(({ number }) => number)
    const [long, short] = [['2611QZ000001ABCD'], ['2611QZ2X']]
    expect(await found('0001ABCD')).toEqual(long)
    core.doors.raw.unsafeMode().prepare('delete from order_code_data where id > 10').run()
    for (const whole of ['2611QZ000001ABCD', '2611qz000001abcd', '2611QZ000001A', 'SPXID061234567890'])
      expect(await found(whole), whole).toEqual(long)
    for (const whole of ['JP33456677', 'jp-3345-6677', 'JP 3345 6677', '2611qz2x'])
      expect(await found(whole), whole).toEqual(short)
    await expect(found('0001ABCD')).rejects.toThrow(/SQLITE_CORRUPT/)
  })

  test('the sum of profit is that of the rows, and says how many have none', async () => {
    const desk = await aShopOfTwelve()
    await desk.takeIn(anOrder('2611QZ999999').withLine('TIDAK-ADA').completed(SUNDAY))
    for (const asked of [
      {},
      { tab: 'completed' as const },
      { tab: 'to_ship' as const },
      { query: '2611QZ' },
      { sort: 'value' as const },
    ]) {
      const rows = await walked(desk, asked, 100)
      const sum = await desk.client.orders.profitSum(asked)
      expect(sum).toEqual({
        profit: rows.reduce((total, { profit }) => total + (profit ?? 0), 0),
        expectedFees: rows.reduce(
          (total, { profit, expectedFees }) => total + (profit && expectedFees ? expectedFees : 0),
          0,
        ),
        orders: rows.length,
        withoutCost: rows.filter(({ costIncomplete }) => costIncomplete).length,
        withoutFees: rows.filter(
          ({ profit, channelFees, expectedFees, channel }) =>
            profit !== null && channelFees === null && expectedFees === null && channel !== 'own',
        ).length,
        isEstimate: rows.some(
          ({ isEstimate, expectedFees, profit }) => (isEstimate || expectedFees !== null) && profit !== null,
        ),
      })
    }
    const yesterday = await desk.client.orders.profitSum({ day: '2026-11-22' })
    const { rows } = await desk.client.orders.list({ day: '2026-11-22' })
    expect(yesterday.orders).toBe(rows.length)
  })
})

describe('a list as a sheet', () => {
  const COLUMNS: OrderColumn[] = [
    'placed',
    'number',
    'goods',
    'buyer',
    'pieces',
    'tracking',
    'grossSales',
    'profit',
    'state',
  ]
  async function exported(desk: Desk, asked: Asked, format: 'csv' | 'xlsx') {
    const steps: ExportStep[] = []
    for await (const step of await desk.client.orders.exportFile({ ...asked, format, columns: COLUMNS }))
      steps.push(step)
    const last = steps.at(-1)!
    if (last.kind !== 'file') throw new Error('no file came')
    return { steps, name: last.name, bytes: Buffer.from(last.base64, 'base64') }
  }

  test('holds what is seen in the order it is seen: amounts as numbers, numbers and resi as text, formulas harmless', async () => {
    const desk = await aShopOfTwelve()
    const { recipient } = anOrder().withLine('BLS-TRT-M').snapshot()
    await desk.takeIn(
      anOrder('2611EVIL0001')
        .withLine('BLS-TRT-M', 1, { listPrice: 500_000, price: 500_000 })
        .with({ recipient: { ...recipient, name: '=HYPERLINK("http://x")' }, trackingNumber: '0012345678901234' }),
    )
    const asked = { sort: 'value' as const }
    const { steps, name, bytes } = await exported(desk, asked, 'csv')
    expect(name).toBe('pesanan-2026-11-22.csv')
    expect(steps[0]).toMatchObject({ kind: 'progress', total: 13 })
    const lines = bytes.toString('utf8').replace('\uFEFF', '').trim().split('\r\n')
    expect(lines[0]).toBe(
      'Dibuat;No. Pesanan;Toko;Barang;Pembeli;Pcs;No. Resi;Omzet Kotor;Diskon dan voucher penjual;HPP;Laba;Keterangan laba;Status',
    )
    expect(lines).toHaveLength(14)
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(lines[1]).toContain(';0012345678901234;500000;')
    const seen = await walked(desk, asked, 100)
    expect(lines.slice(1).map((line) => line.split(';')[1])).toEqual(seen.map(({ number }) => number))

    const sheet = await exported(desk, asked, 'xlsx')
    const { sheets } = await readSpreadsheet(sheet)
    const rows = []
    for await (const some of sheets[0]!.rows()) rows.push(...some.map(({ cells }) => cells))
    expect(rows).toHaveLength(14)
    expect(rows[1]!.slice(4, 8)).toEqual([`'=HYPERLINK("http://x")`, 1, '0012345678901234', 500_000])
  })

  test('tells what the seller gave and what the goods cost, so that a row adds up as its ladder does', async () => {
    const desk = await aShopOfTwelve()
    const reduced = { listPrice: 200_000, price: 180_000, sellerDiscount: 20_000 }
    await desk.takeIn(anOrder('2611CUTS0001').withLine('BLS-TRT-M', 1, reduced))
    const { bytes } = await exported(desk, { sort: 'value' }, 'csv')
    const row = bytes
      .toString('utf8')
      .split('\r\n')
      .find((line) => line.includes('2611CUTS0001'))!
      .split(';')
    const [gross, cuts, cost, profit] = row.slice(7, 11).map(Number)
    expect([gross, cuts]).toEqual([200_000, 20_000])
    const { rows } = await desk.client.orders.list({ query: '2611CUTS0001' })
    const { ladder } = await desk.client.orders.get({ id: rows[0]!.id })
    expect(cost).toBe(ladder.costOfGoods)
    expect(gross! - cuts! - cost! - (rows[0]!.expectedFees ?? 0)).toBe(profit)
  })

  test('keeps to days, stage and channel', async () => {
    const desk = await aShopOfTwelve()
    const { bytes } = await exported(desk, { tab: 'completed', from: '2026-11-20', to: '2026-11-22' }, 'csv')
    const wanted = await walked(desk, { tab: 'completed', from: '2026-11-20', to: '2026-11-22' }, 100)
    expect(bytes.toString('utf8').trim().split('\r\n')).toHaveLength(1 + wanted.length)
    expect(wanted.length).toBeGreaterThan(0)
  })
})
