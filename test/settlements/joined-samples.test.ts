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
const arePresent = [ORDERS, INCOME].every((name) => existsSync(join(FOLDER, name)))

/** Figures counted from the raw cells of both files by another program. */
const RELEASED = { orders: 27, inAll: 2_558_603, adjusted: -330_878, known: 13, ofKnown: 1_100_385 }

test.runIf(arePresent)(
  'orders and income of one real shop: every released rupiah stands with its order, or waits for it',
  async () => {
    const { client, doors, clock } = await aCore({ setUp: { startDay: '2026-07-01' } })
    clock.now = SUNDAY
    const shopId = newId()
    await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Toko Contoh' })
    const take = async (name: string) => {
      const { importId } = await client.channels.files.stage({ file: aFile(name, readFileSync(join(FOLDER, name))) })
      for await (const news of await client.channels.files.confirm({ importId, shopId, despite: [shopId] }))
        if (news.type === 'result') return news.outcome
      throw new Error(`${name} ended without a result`)
    }
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

test.skipIf(arePresent)('the samples of real shops are not beside this checkout', () => expect(arePresent).toBe(false))
