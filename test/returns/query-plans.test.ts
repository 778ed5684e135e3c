import { expect, test } from 'vitest'
import type { Reader } from '../../src-main/core/database/open.ts'
import { piecesExpectedBack, returnCounts, returnPage } from '../../src-main/core/returns/return-list.repository.ts'
import { aCore } from '../builders/a-core.ts'
import { queryPlans } from '../builders/query-plans.ts'

test('each tab of Retur is searched by an index of its own, and so is what is expected back of a SKU', async () => {
  const { doors } = await aCore()
  const planOf = async (ask: (reader: Reader) => Promise<unknown>) => (await queryPlans(doors, ask)).flat().join('\n')
  const cursor = JSON.stringify([1_000, 'a'])
  for (const [tab, index] of [
    ['waiting', 'expected_return_waiting'],
    ['inspected', 'expected_return_done'],
    ['claims', 'expected_return_claims'],
  ] as const) {
    const plan = await planOf((reader) => returnPage(reader, { tab, query: '', cursor, limit: 100 }, 14))
    expect(plan).toContain(index)
    expect(plan).not.toContain('SCAN o')
  }
  expect(await planOf((reader) => returnCounts(reader, 1_000))).toContain('expected_return_waiting')
  expect(await planOf((reader) => piecesExpectedBack(reader, ['a']))).toContain('INDEX pieces_back_by_variant')
})
