import { test } from 'vitest'
import { anyClosing } from './closed-periods.ts'

test(
  'a closed period keeps its balances, and opened again it holds what it would hold had it never been closed',
  () => anyClosing(300),
  180_000,
)
