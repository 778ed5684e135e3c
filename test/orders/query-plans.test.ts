import { expect, test } from 'vitest'
import type { Reader } from '../../src-main/core/database/open.ts'
import { orderFigures } from '../../src-main/core/orders/order-figures.repository.ts'
import { orderRows } from '../../src-main/core/orders/order-view.repository.ts'
import { aCore } from '../builders/a-core.ts'
import { queryPlans } from '../builders/query-plans.ts'

test('a page of orders and its profits are searched by index, whichever way the tab is turned', async () => {
  const { doors } = await aCore()
  const planOf = async (ask: (reader: Reader) => Promise<unknown>) => (await queryPlans(doors, ask)).flat().join('\n')

  const cursor = JSON.stringify([-1_000, 7])
  for (const isReversed of [false, true]) {
    const plan = await planOf((reader) =>
      orderRows(reader, { tab: 'completed', query: '', limit: 100, cursor, isReversed }),
    )
    expect(plan).toContain(`USING INDEX order_list (tab=? AND sort_key${isReversed ? '<' : '>'}?)`)
    expect(plan).not.toContain('TEMP B-TREE')
  }

  const oneDay = await planOf((reader) => orderRows(reader, { day: '2026-11-22', query: '', limit: 100 }))
  expect(oneDay).toContain('USING INDEX order_day (placed_day=?)')
  const due = await planOf((reader) => orderRows(reader, { tab: 'to_ship', dueBefore: 1_000, query: '', limit: 100 }))
  expect(due).toContain('USING INDEX order_list (tab=? AND sort_key<?)')

  const profits = await planOf((reader) =>
    orderFigures(
      reader,
      ['a', 'b'].map((id) => ({ id, hasLeft: id === 'a' })),
    ),
  )
  expect(profits).toContain('SEARCH stock_movement USING INDEX')
  expect(profits).toContain('SEARCH reservation USING PRIMARY KEY (document_kind=? AND document_id=?)')
  expect(profits).toContain('SEARCH entry USING COVERING INDEX')
  expect(profits).toContain('SEARCH posting USING PRIMARY KEY (entry_id=?')
  expect(profits).not.toMatch(/SCAN (stock_movement|reservation|entry|posting|stock_level)\b/)
})
