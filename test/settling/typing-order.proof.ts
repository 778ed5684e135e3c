import { test } from 'vitest'
import { anyOrderOfTyping } from './typing-order.ts'

test('papers typed in any order end in the same stock and the same books: ten thousand times', () =>
  anyOrderOfTyping(10_000))
