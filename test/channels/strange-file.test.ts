import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

/** Six orders, each of goods of its own. */
const fileOf = (what: string, day: string) => {
  const file = anOrderFile()
  for (let index = 0; index < 6; index++)
    file.withOrder(`${day}${String(index).padStart(8, '0')}`, {
      items: [{ product: `${what} ${index}`, sku: `${what}-${index}` }],
    })
  return aFile(`${what}.csv`, file.csv())
}

test('a file of which the only shop knows nothing is asked about; goods that go on, or few, are not', async () => {
  const { client, clock } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const take = async (file: File, despite: string[] = []) => {
    const { importId } = await client.channels.files.stage({ file })
    for await (const news of await client.channels.files.confirm({ importId, shopId, despite }))
      if (news.type === 'result') return news.outcome
    throw new Error('the stream ended without a result')
  }
  expect(await take(fileOf('Kemeja', '261101'))).toMatchObject({ doubts: [] })
  expect(await take(fileOf('Kemeja', '261102'))).toMatchObject({ doubts: [] })
  const strange = fileOf('Panci', '261103')
  await expect(take(strange)).rejects.toMatchObject({
    code: 'FILE_OF_ANOTHER_SHOP',
    data: { why: 'strange', known: 0, of: 6, chosen: 'Batik Ratna Official' },
  })
  expect(await take(strange, [shopId])).toMatchObject({ added: { orders: 6 }, doubts: [{ why: 'strange', shopId }] })
  const few = aFile(
    'satu.csv',
    anOrderFile()
      .withOrder('26110400000001', { items: [{ product: 'Wajan' }] })
      .csv(),
  )
  expect(await take(few)).toMatchObject({ doubts: [] })
})
