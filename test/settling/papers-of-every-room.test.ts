import { test } from 'vitest'
import { papersInAnyOrder } from './papers-of-every-room.ts'

test('purchases, sales, counts, orders, releases, costs and mappings typed and taken back in any order end in one shop', async () => {
  await papersInAnyOrder(8)
})
