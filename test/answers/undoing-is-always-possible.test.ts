import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { LARGEST_PRICE } from '../../src-shared/kernel/limits.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { aShopUnderAttack } from './a-shop-under-attack.ts'
import { readEverything } from './read-everything.ts'

test('a purchase is cancelled though what a count found then costs a thousand times as much', async () => {
  const shop = await aShopUnderAttack()
  const { client, skus, defects } = shop
  const variantId = skus[0]!
  const cheap = aPurchase([{ variantId, pieces: 5_000, price: 1 }], { day: '2026-11-20' })
  const dear = aPurchase([{ variantId, pieces: 1, price: LARGEST_PRICE }], { day: '2026-11-20', isMeant: true })
  await client.purchasing.receive(cheap)
  await client.purchasing.receive(dear)
  // 4,000 pieces found, at an average of two million rupiah
  const count = { id: newId(), day: '2026-11-21', note: '', lines: [{ variantId, counted: 9_001 }] }
  await client.inventory.count({ ...count, isMeant: true })
  expect(await client.purchasing.cancel({ id: cheap.id, reason: 'salah ketik' })).toMatchObject({
    cancelled: { reason: 'salah ketik' },
  })
  await readEverything(shop)
  expect(await client.inventory.cancelAdjustment({ id: count.id, reason: 'salah hitung' })).toMatchObject({
    id: count.id,
  })
  expect(defects).toEqual([])
})

test('what could come to more than the books hold, once something is taken back, is refused at the door', async () => {
  const { client, skus, defects } = await aShopUnderAttack()
  const variantId = skus[0]!
  const receive = (pieces: number, price: number) => {
    const purchase = aPurchase([{ variantId, pieces, price }], { day: '2026-11-20', isMeant: true })
    return client.purchasing.receive(purchase).then(() => purchase.id)
  }
  await receive(9_000, 1)
  const dear = await receive(1, LARGEST_PRICE)
  await expect(receive(1_000, 1)).rejects.toMatchObject({ code: 'COST_TOO_LARGE', data: { sku: 'KMJ-A' } })
  await client.purchasing.cancel({ id: dear, reason: 'salah ketik' })
  await receive(1_000_000, 1)
  await expect(receive(1, LARGEST_PRICE)).rejects.toMatchObject({ code: 'COST_TOO_LARGE' })
  expect(defects).toEqual([])
})

test('goods that could together come to more than the books hold are refused, each SKU being within bounds', async () => {
  const { client, skus, defects } = await aShopUnderAttack()
  const receive = (variantId: string) =>
    client.purchasing.receive(
      aPurchase(
        [
          { variantId, pieces: 6_000, price: 1 },
          { variantId, pieces: 1, price: LARGEST_PRICE },
        ],
        { isMeant: true },
      ),
    )
  await receive(skus[0]!)
  await expect(receive(skus[1]!)).rejects.toMatchObject({ code: 'BALANCE_TOO_LARGE', data: { account: '1301' } })
  expect(defects).toEqual([])
})
