import { test } from 'vitest'
import { storm } from './storm.ts'

test('a storm of all procedures at once, for hours of a shop', async () => {
  for (let shop = 0; shop < 5; shop++) await storm({ numRuns: 150, most: 20 })
})
