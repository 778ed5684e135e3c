import fc from 'fast-check'
import { test } from 'vitest'
import { damagedReport, isReadOrRefused, strangeReport } from './mutations.ts'

test('an income report with damaged parts is read or refused, and what is read adds up', () =>
  fc.assert(fc.asyncProperty(damagedReport, isReadOrRefused), { numRuns: 100 }))

test('an income report whose cells were written over is read or refused, and what is read adds up', () =>
  fc.assert(fc.asyncProperty(strangeReport, isReadOrRefused), { numRuns: 150 }))
