import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Defect } from '../../src-shared/kernel/defect.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'

/** As a window calls: defects are written down and travel with a code. */
async function aWindow() {
  const shop = await aCore()
  const defects: Defect[] = []
  const client = createRouterClient(shop.core.router, {
    context: { noteDefect: (defect) => void defects.push(defect) },
  })
  return { ...shop, client, defects }
}

test('a stored amount above what may be typed today is listed, opened and cancelled', async () => {
  const { client, doors, defects } = await aWindow()
  const draft = aCashRecord({ what: 'take home', wallet: '1101', householdWallet: '9101', amount: 50_000 })
  await client.cash.record(draft)
  doors.raw.exec('UPDATE cash_record SET amount = 17980000000000')
  const { rows } = await client.cash.list({})
  expect(rows).toMatchObject([{ id: draft.id, amount: 17_980_000_000_000 }])
  expect(await client.cash.get({ id: draft.id })).toMatchObject({ amount: 17_980_000_000_000 })
  expect(await client.cash.cancel({ id: draft.id, reason: 'salah ketik' })).toMatchObject({ id: draft.id })
  expect(defects).toEqual([])
})

test('a list shows a row whose state nobody knows, and the difference is written down', async () => {
  const { client, doors, defects } = await aWindow()
  const draft = aCashRecord({ what: 'take home', wallet: '1101', householdWallet: '9101', amount: 50_000 })
  await client.cash.record(draft)
  doors.raw.exec(`UPDATE cash_record SET record = json_set(record, '$.event.what', 'from a later version')`)
  expect((await client.cash.list({})).rows).toMatchObject([{ id: draft.id, amount: 50_000 }])
  expect(defects).toHaveLength(1)
  expect(defects[0]!.details).toContain('differs from its contract: rows.0.event')
})

test('an input that is not taken names its field, its line and the limit', async () => {
  const { client } = await aWindow()
  const variantId = newId()
  const sale = client.orders.recordOwnSale({
    id: newId(),
    soldAt: 0,
    payment: 'cash',
    buyerName: '',
    shipTo: null,
    note: '',
    lines: [
      { variantId, pieces: 1, price: 100 },
      { variantId, pieces: 2, price: 8_991_234_567_890_123 },
    ],
  })
  await expect(sale).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    data: { wrong: { field: 'price', line: 2, why: 'too large' } },
    message: expect.stringContaining('Baris 2, harga: paling besar Rp'),
  })
})
