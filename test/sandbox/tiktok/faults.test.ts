import { expect, test } from 'vitest'
import type { Fault } from '../../../src-main/sandbox/frame/faults.ts'
import { aConnectedApp, HOUR } from './an-app.ts'

const SEARCH = '/order/202309/orders/search'

async function anAppWith(...faults: Fault[]) {
  const app = await aConnectedApp()
  const ids = Array.from({ length: 8 }, () => app.buy([{ sku: app.skus()[0]! }]))
  app.sandbox.ground.faults.set(faults)
  const search = (body = {}, query = {}) =>
    app.ask('POST', SEARCH, { query: { page_size: '50', ...query }, body: { create_time_ge: 1, ...body } })
  return { app, ids, search }
}
const idsOf = (reply: { data: { orders: { id: string }[] } }) => reply.data.orders.map(({ id }) => id)

test('too often and ill are said in its own envelope', async () => {
  const { search } = await anAppWith(
    { kind: 'tooMany', share: 1, times: 1, retryAfterSeconds: 7 },
    { kind: 'serverError', share: 1, times: 1 },
  )
  expect(await search()).toMatchObject({ http: 429, code: 36009002, data: null })
  expect(await search()).toMatchObject({ http: 500, code: 36009003, data: null })
  expect((await search()).code).toBe(0)
})

test('a token is taken for expired, a status for one nobody knows, and every object has a field more', async () => {
  const { app, search } = await anAppWith({ kind: 'tokenExpired', share: 1, times: 1 })
  expect(await search()).toMatchObject({ http: 401, code: 105002 })
  app.sandbox.ground.faults.set([
    { kind: 'unknownStatus', share: 1, path: SEARCH },
    { kind: 'unknownField', share: 1, path: SEARCH },
  ])
  const [order] = (await search()).data.orders
  expect(order.status).toBe('SANDBOX_NEW_STATUS')
  expect(order.sandbox_new_field).toBeDefined()
  expect(order.payment.sandbox_new_field).toBeDefined()
})

test('rows come twice or in another order, and none is lost by that', async () => {
  const { ids, search } = await anAppWith({ kind: 'duplicateRows', share: 1 }, { kind: 'reorderedRows', share: 1 })
  const told = idsOf(await search())
  expect(told.length).toBe(ids.length + 1)
  expect([...new Set(told)].toSorted()).toEqual(ids.toSorted())
})

test('what changed comes late or never through the list of changes, and always through the list of what was placed', async () => {
  const { app, ids, search } = await anAppWith({ kind: 'lateRows', share: 1, ms: HOUR })
  const changed = async () => idsOf(await search({ update_time_ge: 1 }, { sort_field: 'update_time' }))
  expect(await changed()).toEqual([])
  expect(idsOf(await search()).length).toBe(ids.length)
  app.sandbox.ground.faults.set([{ kind: 'missingRows', share: 0.5 }])
  const missed = await changed()
  expect(missed.length).toBeLessThan(ids.length)
  expect(await changed()).toEqual(missed)
  expect(idsOf(await search()).length).toBe(ids.length)
})
