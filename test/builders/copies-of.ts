import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createCore } from '../../src-main/core/core.ts'
import type { Doors } from '../../src-main/core/database/open.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'

/** Late enough that every life told in a property is over. */
const NEW_YEARS_EVE = Date.parse('2026-12-31T02:00:00Z')

/** Opens as many copies of a shop as a property needs, each with a core of its own that is closed after `work`. */
export function copiesOf(doors: Doors) {
  const bytes = doors.raw.serialize()
  return async <T>(work: (copy: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> => {
    const folder = mkdtempSync(join(tmpdir(), 'lumbung-'))
    const copy = await open(folder, bytes)
    try {
      return await work(copy)
    } finally {
      copy.core.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function open(folder: string, bytes: Uint8Array) {
  const file = join(folder, 'lumbung.sqlite')
  writeFileSync(file, bytes)
  const core = await createCore({
    file,
    now: () => NEW_YEARS_EVE,
    host: { version: '0.0.0', host: 'process', dataFolder: folder, isPractice: false },
    outside: nodeOutside(folder),
    resourcesFolder: join(import.meta.dirname, '../../resources'),
  })
  // nothing here is about power cuts
  core.doors.raw.pragma('synchronous = OFF')
  // the copy is opened weeks after the last act of its shop
  await core.doors.clock.trust()
  return { core, doors: core.doors, client: createRouterClient(core.router) }
}
