import { expect, test } from 'vitest'
import type { Reader } from '../../src-main/core/database/open.ts'
import {
  handoversBeside,
  orderIdsToPack,
  parcelIdsAtTheDoor,
  parcelIdsHandedOver,
  parcelsSince,
  parcelsToPack,
} from '../../src-main/core/fulfilment/fulfilment.repository.ts'
import { parcelByCode } from '../../src-main/core/orders/parcels.repository.ts'
import { aCore } from '../builders/a-core.ts'
import { queryPlans } from '../builders/query-plans.ts'

test('the desk and the door search by index: the orders of past years cost them nothing', async () => {
  const { doors } = await aCore()
  const planOf = async (ask: (reader: Reader) => Promise<unknown>) => (await queryPlans(doors, ask)).flat().join('\n')

  for (const upTo of [null, 40])
    expect(await planOf((reader) => orderIdsToPack(reader, 500, upTo))).toContain('USING INDEX order_to_pack')
  expect(await planOf((reader) => parcelsToPack(reader, null))).toContain('USING COVERING INDEX order_to_pack')
  expect(await planOf((reader) => parcelsToPack(reader, 40))).toContain('USING INDEX order_to_pack')
  expect(await planOf((reader) => parcelsSince(reader, 'handed_over_at', 0))).toContain(
    'INDEX parcel_handed_over (handed_over_at>?)',
  )
  expect(await planOf((reader) => parcelsSince(reader, 'packed_at', 0))).toContain('INDEX parcel_packed (packed_at>?)')
  const day = { from: 0, before: 86_400_000 }
  for (const ofDay of [
    (reader: Reader) => parcelIdsHandedOver(reader, { ...day, limit: 1000 }),
    (reader: Reader) => handoversBeside(reader, day),
  ])
    expect(await planOf(ofDay)).not.toMatch(/SCAN parcel(?! USING COVERING INDEX parcel_handed_over)/)
  expect(await planOf(parcelIdsAtTheDoor)).toContain('INDEX parcel_at_the_door')
  const byCode = await planOf((reader) => parcelByCode(reader, 'spxid0617'))
  expect(byCode).toContain('USING INDEX order_number (number=?)')
  expect(byCode).toContain('SEARCH waybill USING PRIMARY KEY (code=?)')
  expect(byCode).not.toContain('SCAN sales_order')
})
