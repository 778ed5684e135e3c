import { test } from 'vitest'
import { withstands } from './withstands.ts'

test('whatever is accepted can be read and taken back, for thousands of days at the limits', async () => {
  for (let shop = 0; shop < 10; shop++) await withstands({ numRuns: 200, most: 12 })
})
