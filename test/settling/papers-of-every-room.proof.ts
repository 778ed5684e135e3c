import { test } from 'vitest'
import { papersInAnyOrder } from './papers-of-every-room.ts'

test('purchases, sales, counts, orders, releases, costs and mappings in any order: two thousand times', () =>
  papersInAnyOrder(2_000))
