import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { LARGEST_PRICE } from '../../src-shared/kernel/limits.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { aShopUnderAttack } from './a-shop-under-attack.ts'
import { readEverything } from './read-everything.ts'

test('a purchase is cancelled even where what is left costs more than could ever be recorded', async () => {
  const shop = await aShopUnderAttack()
  const { client, skus, defects } = shop
  const variantId = skus[0]!
  const cheap = aPurchase([{ variantId, pieces: 100_000, price: 1 }], { day: '2026-11-20' })
  const dear = aPurchase([{ variantId, pieces: 1, price: LARGEST_PRICE }], { day: '2026-11-20', isMeant: true })
  await client.purchasing.receive(cheap)
  await client.purchasing.receive(dear)
  // 20,000 pieces found, at an average of a hundred thousand rupiah
  const count = { id: newId(), day: '2026-11-21', note: '', lines: [{ variantId, counted: 120_001 }] }
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
