import { expect, test } from 'vitest'
import { importsKilled } from './import-killed.ts'

const IMPORTS = 40

test.each([41, 42])(
  `seed %i: ${IMPORTS} imports of 4,000 orders, each under a host killed at random moments, are whole or absent`,
  async (seed) => {
    const { whole, nothing } = await importsKilled(IMPORTS, 4_000, seed)
    expect(whole).toBeGreaterThan(0)
    expect(nothing).toBeGreaterThan(0)
  },
)
