import { expect, test } from 'vitest'
import { ANSWERS, aCore } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'
import { aProduct } from '../builders/a-product.ts'

type Client = Awaited<ReturnType<typeof aCore>>['client']

/** A Toko Latihan whose sample shop is one product; the power goes off in the middle of it as often as asked. */
async function aPractice({ cutOff = 0 } = {}) {
  const files = aFolder()
  let client: Client
  let times = 0
  const fill = async (tell: (done: number, total: number) => void) => {
    times++
    await client.settings.setUp(ANSWERS)
    tell(1, 2)
    await client.catalog.products.save(aProduct({ name: 'Sarung Contoh' }))
    if (times <= cutOff) throw new Error('the power went off')
    tell(2, 2)
  }
  const open = async () => {
    const core = await aCore({
      setUp: false,
      file: `${files}/latihan.sqlite`,
      practiceFolder: files,
      fill,
    })
    client = core.client
    return core
  }
  return { open, times: () => times }
}

/** What a window hears while the shop is filled. */
async function heard(client: Client): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const event of await client.settings.fillPractice()) all.push(event)
  return all
}

const products = async (client: Client) =>
  (await client.catalog.products.list({ limit: 10 })).rows.map(({ name }) => name)

test('Toko Latihan that was cut off in the middle is no shop to walk into, and is filled from nothing', async () => {
  const { open, times } = await aPractice({ cutOff: 1 })
  const before = await open()
  await expect(heard(before.client)).rejects.toThrow()
  expect(await before.client.settings.get()).toMatchObject({ isSetUp: false })
  before.core.close()

  const { client } = await open()
  expect(await client.settings.get()).toMatchObject({ isSetUp: false, isPractice: true })
  expect((await heard(client)).at(-1)).toMatchObject({ type: 'result' })
  expect(times()).toBe(2)
  expect(await products(client)).toEqual(['Sarung Contoh'])
  expect(await client.settings.get()).toMatchObject({ isSetUp: true })
  expect(await client.ledger.verify()).toMatchObject({ ok: true })
  await expect(heard(client)).rejects.toMatchObject({ code: 'ALREADY_SET_UP' })
})

test('two windows that ask at once see it filled once, each with its progress', async () => {
  const { open, times } = await aPractice()
  const { client } = await open()
  const both = await Promise.all([heard(client), heard(client)])
  for (const events of both) expect(events.at(-1)).toMatchObject({ type: 'result' })
  expect(both.flat()).toContainEqual({ type: 'progress', done: 2, total: 2 })
  expect(times()).toBe(1)
  expect(await products(client)).toEqual(['Sarung Contoh'])
})
