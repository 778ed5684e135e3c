import { expect, test } from 'vitest'
import type { FirstStep } from '../../src-shared/reports/first-steps.ts'
import { isTaken } from '../../src-shared/reports/first-steps.ts'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'

type Shop = Awaited<ReturnType<typeof aCore>>
const taken = async ({ client }: Shop): Promise<FirstStep[]> =>
  (await client.reports.firstSteps()).filter(isTaken).map(({ step }) => step)
const stepOf = async ({ client }: Shop, step: FirstStep) =>
  (await client.reports.firstSteps()).find((each) => each.step === step)

test('each step is ticked by what is stored, and unticked when that goes', async () => {
  const shop = await aCore()
  const { client } = shop
  expect(await taken(shop)).toEqual([])
  expect(await stepOf(shop, 'mapping')).toBeUndefined()

  const goods = aProduct({ variants: [aVariant({ sku: 'KMJ-M' }), aVariant({ sku: 'KMJ-L' })] })
  await client.catalog.products.save(goods)
  expect(await stepOf(shop, 'stock')).toEqual({ step: 'stock', done: 0, of: 2 })
  const [first, second] = goods.variants
  await client.inventory.opening.save({ lines: [{ variantId: first!.id, pieces: 5, unitCost: null }] })
  expect(await stepOf(shop, 'stock')).toEqual({ step: 'stock', done: 1, of: 2 })
  expect(await stepOf(shop, 'cost')).toEqual({ step: 'cost', done: 0, of: 2 })
  await client.inventory.opening.save({
    lines: [
      { variantId: first!.id, pieces: 5, unitCost: 50_000 },
      { variantId: second!.id, pieces: 0, unitCost: null },
    ],
  })
  expect(await taken(shop)).toEqual(['stock', 'cost'])

  await client.settings.change({ address: 'Jl. Kartini 7' })
  expect(await taken(shop)).not.toContain('sender')
  await client.settings.change({ phone: '0812' })
  expect(await taken(shop)).toContain('sender')
  await client.settings.change({ phone: '' })
  expect(await taken(shop)).not.toContain('sender')
})
