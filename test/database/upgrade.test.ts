import { expect, test } from 'vitest'
import { connect, onSnapshot } from '../../src-main/core/database/connection.ts'
import { keptCopies } from '../../src-main/core/database/kept-copy.ts'
import { latestVersion } from '../../src-main/core/database/migrate.ts'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { schemaDifferences } from '../../src-main/core/database/shipped-schema.ts'
import { endStateDigest } from '../../src-main/core/ledger/verifier/end-state.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aShopOfVersion } from '../builders/a-shop-of-version.ts'
import { aShopToTamper } from '../ledger/tamperings.ts'
import { upgradesKilled } from './upgrades-killed.ts'

/** How many rows each table of a file holds. */
function countsIn(file: string): Map<string, number> {
  const raw = connect(file)
  try {
    const tables = raw
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all() as string[]
    return new Map(tables.map((name) => [name, raw.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]))
  } finally {
    raw.close()
  }
}

test('a shop of every version that ever was is brought along, no row is lost, and its figures stay', async () => {
  const { doors } = await aShopToTamper()
  const sound = await endStateDigest(doors.read)
  for (let version = 1; version < latestVersion; version++) {
    const file = aShopOfVersion(doors, version)
    const before = countsIn(file)
    expect(before.get('entry')).toBeGreaterThan(5)
    const upgraded = openDatabase(file, () => SUNDAY)
    try {
      expect(await schemaDifferences(upgraded.read)).toEqual([])
      expect(await endStateDigest(upgraded.read)).toBe(sound)
    } finally {
      upgraded.close()
    }
    const after = countsIn(file)
    expect([...before].filter(([table, rows]) => table !== 'opening' && (after.get(table) ?? 0) < rows)).toEqual([])
    // the one copy that the Lumbung before can open
    expect(keptCopies(file).map((copy) => /\.v(\d+)\./.exec(copy)?.[1])).toEqual([String(version)])
    expect(await onSnapshot(keptCopies(file)[0]!, endStateDigest)).toBe(sound)
  }
})

test('of a shop from before the trail the verifier finds nothing, and it goes on', async () => {
  const { doors, client, L } = await aShopToTamper()
  const { digest } = await client.ledger.verify()
  const { client: upgraded } = await aCore({ file: aShopOfVersion(doors, 1), setUp: false })
  expect(await upgraded.ledger.verify()).toMatchObject({ ok: true, digest })
  await upgraded.inventory.adjust({
    id: '0192f0c1-2b3c-7d4e-8f50-0123456789ab',
    kind: 'damaged',
    day: '2026-11-13',
    note: 'Kena air',
    lines: [{ variantId: L, pieces: 1 }],
  })
  expect((await upgraded.ledger.verify()).ok).toBe(true)
})

/** Every statement is tried in `npm run proof`. */
test('killed in the middle of an upgrade the file is of one version, whole, and can be brought along', async () => {
  expect(await upgradesKilled(70)).toBeGreaterThanOrEqual(2)
})
