import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { read } from './reading.ts'

/** Small made-up files whose numbers went wrong on the way, kept beside the repository. */
const FAULTS = new URL('../../../../shared/faults/', import.meta.url)
const fault = (path: string) => new URL(path, FAULTS)

describe.skipIf(!existsSync(FAULTS))('files whose numbers went wrong', () => {
  test.each(['pesanan - all prices round thousands.xlsx', 'pesanan - one of them 92.5.xlsx'])(
    'lost their thousands: %s is asked about, not taken in as Rp85',
    async (name) => {
      const { totals, problems } = await read(readFileSync(fault(`lost-thousands/${name}`)))
      expect(totals.orders).toBe(0)
      expect(problems.some(({ code }) => code === 'THOUSANDS_LOST')).toBe(true)
    },
  )

  test('have their mark-up in the discount columns', async () => {
    const file = await read(readFileSync(fault('mark-up-in-discount/orders-list-price-zero.xlsx')))
    expect(file.problems).toEqual([])
    expect(file.totals).toMatchObject({ rows: 3, orders: 3, pieces: 152, goodsValue: 168_750, buyerPayment: 189_500 })
    expect(file.orders.map(({ snapshot }) => snapshot.lines[0]!.sellerDiscount)).toEqual([0, 0, 6_000])
  })
})
