import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SNAPSHOT_FILE, schemaSnapshot } from '../../scripts/schema-snapshot.ts'

test('the committed schema is the one that the migrations make (else run: node scripts/schema-snapshot.ts)', () => {
  expect(readFileSync(SNAPSHOT_FILE, 'utf8').replaceAll('\r\n', '\n')).toBe(schemaSnapshot())
})
