import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { anOrderFile, type OrderInShopeeFile } from '../builders/shopee-order-file.ts'

const HOUR = 3_600_000
const ORDER = '261119HN3T8WQA'
const NEWER = '261122KX9PLM2B'

const waiting: OrderInShopeeFile = { status: 'Perlu Dikirim', trackingNumber: 'SPXID01' }
const changed: OrderInShopeeFile = { ...waiting, trackingNumber: 'SPXID02', cells: { Catatan: 'kemas dua lapis' } }
const wantsCancel: OrderInShopeeFile = {
  status: 'Perlu Dikirim',
  cells: { 'Status Pembatalan/ Pengembalian': 'Pembatalan diajukan', Catatan: 'tahan' },
}
const newer: OrderInShopeeFile = { status: 'Perlu Dikirim', placedAt: '2026-11-22 05:00' }

const FILES = {
  all: anOrderFile().withOrder(ORDER, waiting).withOrder(NEWER, newer).xlsx(),
  narrow: anOrderFile().withOrder(ORDER, changed).xlsx(),
  cancelling: anOrderFile().withOrder(ORDER, wantsCancel).xlsx(),
}
type Name = keyof typeof FILES

/** What stands of the order after these files, taken in an hour apart. */
async function after(files: readonly { name: Name; modifiedAt: number }[]) {
  const { client, clock } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna' })
  for (const { name, modifiedAt } of files) {
    clock.now += HOUR
    const { importId } = await client.channels.files.stage({ file: aFile(`${name}.xlsx`, FILES[name]), modifiedAt })
    for await (const _ of await client.channels.files.confirm({ importId, shopId, despite: [] }));
  }
  const { state, sellerNote, parcels } = await client.orders.get({
    id: (await client.orders.byCode({ code: ORDER }))!.id,
  })
  return { state, sellerNote, waybills: parcels.map(({ trackingNumber }) => trackingNumber) }
}

/** 1980, as archives write it; a laptop without a battery; before what the file tells of; right; next month; 2036. */
const dates = fc.constantFrom(
  0,
  Date.UTC(1980, 0, 1),
  Date.UTC(2015, 5, 1),
  SUNDAY - 200 * HOUR,
  SUNDAY,
  SUNDAY + 800 * HOUR,
  Date.UTC(2036, 0, 1),
)

test('files in any order of arrival end in one document, whatever dates they carry', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(dates, dates, dates), async ([all, narrow, cancelling]) => {
      const files = [
        { name: 'all' as const, modifiedAt: all },
        { name: 'narrow' as const, modifiedAt: narrow },
        { name: 'cancelling' as const, modifiedAt: cancelling },
      ]
      const one = await after(files)
      expect(await after(files.toReversed())).toEqual(one)
      expect(await after([files[1]!, files[2]!, files[0]!])).toEqual(one)
    }),
    { numRuns: 12 },
  )
}, 60_000)

test('a wish to cancel in a file dated 1980 is heard, and not taken away by a list that may be older', async () => {
  const files = [
    { name: 'all' as const, modifiedAt: SUNDAY },
    { name: 'cancelling' as const, modifiedAt: Date.UTC(1980, 0, 1) },
  ]
  expect(await after(files)).toMatchObject({ state: 'cancel_requested' })
  expect(await after(files.toReversed())).toMatchObject({ state: 'cancel_requested' })
})
