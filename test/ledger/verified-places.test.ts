import { expect, test } from 'vitest'
import { REGISTERS } from '../../src-main/core/database/registers.ts'
import { SEALED } from '../../src-main/core/database/sealing.ts'
import { registerPlace, sealedPlace } from '../../src-shared/ledger/verified-places.words.ts'

test('the check calls whatever is sealed by a name that its owner knows, never by its table and column', () => {
  for (const language of ['id', 'en'] as const) {
    for (const [table, { bytes, text }] of Object.entries(SEALED))
      for (const column of [...bytes, ...text])
        expect(sealedPlace(language, table, column, '17')).toMatch(/^[A-Z][^_.]+ 17$/)
    for (const { table } of REGISTERS) expect(registerPlace(language, table, '17')).toMatch(/^[A-Z][a-z ]+ 17$/)
    expect(registerPlace(language, 'setting', 'keyWraps')).not.toContain('keyWraps')
  }
})
