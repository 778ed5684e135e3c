import fc from 'fast-check'
import { test } from 'vitest'
import { isExplained, NAMES } from './a-month-of-both-channels.ts'

test('a month of both channels leaves no rupiah unexplained, in whatever order its files come', () =>
  fc.assert(fc.asyncProperty(fc.shuffledSubarray(NAMES, { minLength: NAMES.length }), isExplained), { numRuns: 60 }))
