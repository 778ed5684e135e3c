import { expect, test } from 'vitest'
import { ANSWERS, aCore } from '../builders/a-core.ts'

test('a shop that answered the first questions keeps the answers', async () => {
  const { client } = await aCore()
  expect(await client.settings.get()).toMatchObject({ ...ANSWERS, isSetUp: true, language: 'id' })
})

test('a shop is set up once; later answers are refused and change nothing', async () => {
  const { client } = await aCore()
  await expect(client.settings.setUp({ ...ANSWERS, businessName: 'Lain' })).rejects.toMatchObject({
    code: 'ALREADY_SET_UP',
    message: 'Toko ini sudah disiapkan, jadi tidak ada yang diubah. Ubah isinya lewat Pengaturan.',
  })
  expect((await client.settings.get()).businessName).toBe('Batik Ratna')
})

test('a change of one setting leaves the others alone', async () => {
  const { client } = await aCore()
  await client.settings.change({ language: 'en' })
  expect(await client.settings.get()).toMatchObject({ ...ANSWERS, language: 'en' })
})
