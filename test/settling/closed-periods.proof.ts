import { test } from 'vitest'
import { anyClosing } from './closed-periods.ts'

test('a period closed and opened again holds what it would hold had it never been closed: ten thousand times', () =>
  anyClosing(10_000))
