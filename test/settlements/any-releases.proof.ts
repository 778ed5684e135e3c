import { test } from 'vitest'
import { anyReleases } from './any-releases.ts'
import { anyTelling } from './any-telling.ts'

test('10,000 orders with whatever a channel releases of them', () => anyReleases(10_000))

test('300 orders told in any order, twice, and taken back in between', () => anyTelling(300))
