import { expect, test } from 'vitest'
import type { Reader } from '../../src-main/core/database/open.ts'
import {
  orderIdsToPack,
  parcelIdsAtTheDoor,
  parcelsSince,
  parcelsToPack,
} from '../../src-main/core/fulfilment/fulfilment.repository.ts'
import { parcelByCode } from '../../src-main/core/orders/parcels.repository.ts'
import { aCore } from '../builders/a-core.ts'
import { queryPlans } from '../builders/query-plans.ts'

test('the desk and the door search by index: the orders of past years cost them nothing', async () => {
  const { doors } = await aCore()
  const planOf = async (ask: (reader: Reader) => Promise<unknown>) => (await queryPlans(doors, ask)).flat().join('\n')

  expect(await planOf((reader) => orderIdsToPack(reader, 500))).toContain('USING INDEX order_to_pack')
  expect(await planOf(parcelsToPack)).toContain('USING COVERING INDEX order_to_pack')
  expect(await planOf((reader) => parcelsSince(reader, 'handed_over_at', 0))).toContain(
    'INDEX parcel_handed_over (handed_over_at>?)',
  )
  expect(await planOf((reader) => parcelsSince(reader, 'packed_at', 0))).toContain('INDEX parcel_packed (packed_at>?)')
  expect(await planOf(parcelIdsAtTheDoor)).toContain('INDEX parcel_at_the_door')
  const byCode = await planOf((reader) => parcelByCode(reader, 'spxid0617'))
  expect(byCode).toContain('USING INDEX order_number (number=?)')
  expect(byCode).toContain('SEARCH waybill USING PRIMARY KEY (code=?)')
  expect(byCode).not.toContain('SCAN sales_order')
})
