import { test } from 'vitest'
import { storm } from './storm.ts'

test('many acts at once, some of them twice and three times: no answer is a defect, and everything stays readable', async () => {
  await storm({ numRuns: 15, most: 8 })
})
