import { expect, test } from 'vitest'
import { everyField } from './every-field.ts'

test('everything strange in every field of every act', async () => {
  expect(await everyField({ share: 1, seed: 1 })).toBeGreaterThan(1_500)
})
