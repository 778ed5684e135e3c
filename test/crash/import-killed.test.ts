import { expect, test } from 'vitest'
import { importsKilled } from './import-killed.ts'

test('an import of 1,500 orders whose host is killed at a random moment is whole or absent once the host is open again', async () => {
  const { whole, nothing } = await importsKilled(3, 1_500, 7)
  expect(whole + nothing).toBe(3)
  expect(whole).toBeGreaterThan(0)
})
