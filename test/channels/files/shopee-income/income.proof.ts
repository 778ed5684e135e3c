import fc from 'fast-check'
import { test } from 'vitest'
import { damagedReport, isReadOrRefused, strangeReport } from './mutations.ts'

test('five thousand damaged income reports', () =>
  fc.assert(fc.asyncProperty(damagedReport, isReadOrRefused), { numRuns: 5_000 }))

test('five thousand income reports with cells written over', () =>
  fc.assert(fc.asyncProperty(strangeReport, isReadOrRefused), { numRuns: 5_000 }))
