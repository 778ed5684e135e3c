import { expect, test } from 'vitest'
import type { Reader } from '../../src-main/core/database/open.ts'
import { orderFigures } from '../../src-main/core/orders/order-figures.repository.ts'
import type { ListFilter } from '../../src-main/core/orders/order-list-plan.ts'
import { orderRows } from '../../src-main/core/orders/order-view.repository.ts'
import { estimatedFees } from '../../src-main/core/orders/sale-for-fees.ts'
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

  const NOVEMBER = {
    from: '2026-11-01',
    to: '2026-11-30',
    begins: Date.parse('2026-10-31T17:00:00Z'),
    ends: Date.parse('2026-11-30T17:00:00Z'),
  }
  const DEEP: readonly (readonly [what: string, filter: Partial<ListFilter>, index: RegExp])[] = [
    ['every stage', {}, /USING INDEX order_recent \(<expr>/],
    ['every stage by value', { sort: 'value' }, /USING INDEX order_value \(\(?gross_sales/],
    ['completed by value', { sort: 'value', tab: 'completed' }, /USING INDEX order_value \(\(?gross_sales/],
    ['days of every stage', { range: NOVEMBER }, /USING INDEX order_day \(placed_day>\? AND placed_day<\?\)/],
    ['days of a stage', { range: NOVEMBER, tab: 'completed' }, /USING INDEX order_list \(tab=\? AND/],
  ]
  for (const [what, filter, index] of DEEP)
    for (const isReversed of [false, true]) {
      const key = filter.range && !filter.tab ? ['2026-11-20', 5, 7] : [5, 7]
      const plan = await planOf((reader) =>
        orderRows(reader, { query: '', limit: 100, cursor: JSON.stringify(key), isReversed, ...filter }),
      )
      expect(plan, what).toMatch(index)
      expect(plan, what).not.toContain('TEMP B-TREE')
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

  const fees = await planOf((reader) => estimatedFees(reader, ['a', 'b']))
  for (const sought of [/SEARCH o USING INDEX/, /SEARCH line USING PRIMARY KEY/, /SEARCH listing USING INDEX/])
    expect(fees).toMatch(sought)
  expect(fees).not.toMatch(/SCAN (o|line|listing|variant|product)\b/)
})
