import { expect, test } from 'vitest'
import type { Reader } from '../../src-main/core/database/open.ts'
import {
  handedOverSince,
  parcelsAtTheDoor,
  unpackedCount,
  unpackedOrderIds,
} from '../../src-main/core/fulfilment/fulfilment.repository.ts'
import { orderIdByCode } from '../../src-main/core/orders/order-view.repository.ts'
import { aCore } from '../builders/a-core.ts'
import { queryPlans } from '../builders/query-plans.ts'

test('the desk and the door search by index: the orders of past years cost them nothing', async () => {
  const { doors } = await aCore()
  const planOf = async (ask: (reader: Reader) => Promise<unknown>) => (await queryPlans(doors, ask)).flat().join('\n')

  expect(await planOf((reader) => unpackedOrderIds(reader, 500))).toContain('USING INDEX order_list (tab=?)')
  expect(await planOf(unpackedCount)).toContain('USING INDEX order_list (tab=?)')
  expect(await planOf((reader) => handedOverSince(reader, 0))).toContain('INDEX order_handed_over (handed_over_at>?)')
  expect(await planOf(parcelsAtTheDoor)).toContain('USING INDEX order_at_the_door')
  const byCode = await planOf((reader) => orderIdByCode(reader, 'spxid0617'))
  expect(byCode).toContain('USING INDEX order_number (number=?)')
  expect(byCode).toContain('INDEX order_tracking (tracking_number=?)')
  expect(byCode).not.toContain('SCAN sales_order')
})
