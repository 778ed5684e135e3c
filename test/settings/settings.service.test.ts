import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SettingsChange } from '../../src-shared/settings/settings.ts'
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

test('every choice is there again when the shop is closed and opened', async () => {
  const { core, client, folder } = await aCore()
  const choices: Required<SettingsChange> = {
    businessName: 'Batik Ratna Jepara',
    city: 'Kudus',
    ownerName: 'Ibu Ratna',
    zone: 'WIT',
    keepsHousehold: false,
    partnerName: '',
    phone: '0812-2901-4477',
    address: 'Jl. Kartini 12',
    businessNumber: '0220101234567',
    language: 'en',
    accountingTerms: 'standard',
    scheme: 'dark',
    labelSize: 'A4x4',
    returnDays: 7,
    soundVolume: 0,
    verdictFlash: true,
    tickByHand: 'never',
    closesByLastScan: false,
    scanner: { end: 'Tab', gapMs: 62, endWaitMs: 300 },
  }
  await client.settings.change(choices)
  core.close()
  const again = await aCore({ setUp: false, file: join(folder, 'lumbung.sqlite') })
  expect(await again.client.settings.get()).toMatchObject({ ...choices, startDay: ANSWERS.startDay, isSetUp: true })
})
