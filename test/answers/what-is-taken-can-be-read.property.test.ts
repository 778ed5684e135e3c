import { test } from 'vitest'
import { withstands } from './withstands.ts'

test('whatever is accepted can be listed, opened, reported, exported, corrected and taken back', async () => {
  await withstands({ numRuns: 20, most: 5 })
})
