import { expect, test } from 'vitest'
import { openMonths } from '../../src-renderer/ledger/periods/open-months.ts'

test.each([
  ['2026-08-15', null, '2026-11-22', ['2026-08', '2026-09', '2026-10']],
  ['2026-08-15', '2026-09-30', '2026-11-22', ['2026-10']],
  ['2026-08-15', '2026-10-31', '2026-11-22', []],
  ['2026-11-01', null, '2026-11-22', []],
  ['2025-12-01', '2025-12-31', '2026-02-01', ['2026-01']],
] as const)('from %s, closed through %s, on %s the open months are %j', (start, closed, today, months) =>
  expect(openMonths(start, closed, today)).toEqual(months),
)
