import { test } from 'vitest'
import { anyReleases } from './any-releases.ts'
import { anyTelling } from './any-telling.ts'

test('whatever a channel releases of an order, in whatever order it is told, is booked to the rupiah', () =>
  anyReleases(1_000))

test('files in any order, twice, and taken back in between end in the same balances', () => anyTelling(6), 120_000)
