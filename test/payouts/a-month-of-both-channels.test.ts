import { test } from 'vitest'
import { isExplained, NAMES } from './a-month-of-both-channels.ts'

test('a month of a shop at both channels, of every kind of file, leaves no rupiah unexplained', () =>
  isExplained(NAMES.toReversed()))
