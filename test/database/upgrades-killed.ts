import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { connect, onSnapshot } from '../../src-main/core/database/connection.ts'
import { keptCopies } from '../../src-main/core/database/kept-copy.ts'
import { latestVersion } from '../../src-main/core/database/migrate.ts'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { makeShop } from '../../src-main/core/database/shop-file.ts'
import { endStateDigest } from '../../src-main/core/ledger/verifier/end-state.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'
import { aShopOfVersion } from '../builders/a-shop-of-version.ts'
import { aShopToTamper } from '../ledger/tamperings.ts'

const OBJECTS = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1"

/** Version and tables of a file that nobody has open. */
function shapeOf(file: string): { version: number; objects: unknown[]; pages: unknown } {
  const raw = connect(file)
  try {
    return {
      version: raw.pragma('user_version', { simple: true }) as number,
      objects: raw.prepare(OBJECTS).pluck().all(),
      pages: raw.pragma('quick_check', { simple: true }),
    }
  } finally {
    raw.close()
  }
}

function shapeOfVersion(version: number): unknown[] {
  const file = join(aFolder(), 'a.sqlite')
  makeShop(file, SUNDAY, { upTo: version })
  return shapeOf(file).objects
}

function upgraded(file: string, killedAt: number) {
  const script = join(import.meta.dirname, 'upgrades-until-killed.ts')
  const { signal, stdout, stderr } = spawnSync(process.execPath, [script, file, String(killedAt), String(SUNDAY)], {
    encoding: 'utf8',
  })
  return { signal, statements: Number(stdout), stderr }
}

/** A shop of the first version is brought along and killed at every so-many-th statement of it, each time anew; how many kills. */
export async function upgradesKilled(every: number): Promise<number> {
  const { doors } = await aShopToTamper()
  const old = aShopOfVersion(doors, 1)
  const sound = await onSnapshot(old, endStateDigest)
  const shapes = new Map<number, unknown[]>()
  const anew = () => {
    const file = join(aFolder(), 'lumbung.sqlite')
    copyFileSync(old, file)
    return file
  }
  const whole = upgraded(anew(), 0)
  expect(whole.stderr).toBe('')
  expect(whole.statements).toBeGreaterThan(latestVersion * 5)
  let kills = 0
  for (let at = every; at <= whole.statements; at += every) {
    const file = anew()
    expect(upgraded(file, at).signal).toBe('SIGKILL')
    kills++
    const { version, objects, pages } = shapeOf(file)
    if (!shapes.has(version)) shapes.set(version, shapeOfVersion(version))
    expect({ at, pages, objects }).toEqual({ at, pages: 'ok', objects: shapes.get(version) })
    const [first] = keptCopies(file)
    if (version > 1) {
      expect(first).toContain('.v1.')
      expect(shapeOf(first!).version).toBe(1)
      expect(await onSnapshot(first!, endStateDigest)).toBe(sound)
    }
    const reopened = openDatabase(file, () => SUNDAY)
    try {
      expect(reopened.raw.pragma('user_version', { simple: true })).toBe(latestVersion)
      expect(await endStateDigest(reopened.read)).toBe(sound)
    } finally {
      reopened.close()
    }
  }
  return kills
}
