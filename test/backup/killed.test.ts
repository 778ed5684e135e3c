import { test } from 'vitest'
import { killedAtBackups } from './killed.ts'

test('killed while it is backed up and restored, the shop is whole and so is every backup', async () => {
  await killedAtBackups(3)
})
