import { expect, test } from 'vitest'
import { everyField } from './every-field.ts'

test('something strange in any field of any act is taken or refused, never a defect, and everything stays readable', async () => {
  expect(await everyField({ share: 0.02, seed: 11 })).toBeGreaterThan(20)
})
