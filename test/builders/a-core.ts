import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import { type Core, createCore } from '../../src-main/core/core.ts'
import type { CoreNeeds } from '../../src-main/core/core-needs.ts'
import { doHere } from '../../src-main/core/heavy-work.ts'
import type { Outside } from '../../src-main/core/outside.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { practiceMarkets } from '../../src-main/hosting/practice/practice-markets.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { SetUp } from '../../src-shared/settings/settings.ts'

/** Minggu, 22 November 2026, 09.14 WIB: the fixed moment of every test. */
export const SUNDAY = Date.parse('2026-11-22T02:14:00Z')

export const ANSWERS: SetUp = {
  businessName: 'Batik Ratna',
  city: 'Jepara',
  ownerName: 'Ratna',
  zone: 'WIB',
  startDay: '2026-11-01',
  keepsHousehold: true,
  partnerName: 'Yusuf',
}

/** A client in the same process; `{ context: { act } }` names a call as a window does. */
const clientOf = ({ router }: Pick<Core, 'router'>) =>
  createRouterClient(router, { context: ({ act }: { act?: Id }) => (act ? { act } : {}) })

/** A real core on a real SQLite file in a folder of its own, with a clock that stands still until moved. */
export async function aCore({
  now = SUNDAY,
  setUp = {} as Partial<SetUp> | false,
  file = '',
  outside = {} as Partial<Outside>,
  unfinished = undefined as CoreNeeds['unfinished'],
  recovery = undefined as CoreNeeds['recovery'],
  // work of few documents has its middle, too, on however fast a machine
  atOnceMs = 0,
  connectors = {} as NonNullable<CoreNeeds['connectors']>,
  /** Makes it a Toko Latihan, whose marketplaces are kept in this folder. */
  practiceFolder = null as string | null,
  /** In place of the sample shop. */
  fill = undefined as NonNullable<CoreNeeds['practice']>['fill'] | undefined,
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-'))
  const clock = { now }
  const markets = practiceFolder === null ? null : practiceMarkets(practiceFolder, () => clock.now)
  const core = await createCore({
    file: file || join(folder, 'lumbung.sqlite'),
    now: markets?.now ?? (() => clock.now),
    practiceMarkets: markets,
    host: { version: '0.0.0', host: 'process', dataFolder: folder, isPractice: markets !== null },
    outside: { ...nodeOutside(folder), doApart: doHere, ...outside },
    connectors,
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    atOnceMs,
    ...(unfinished ? { unfinished } : {}),
    ...(recovery ? { recovery } : {}),
    ...(fill ? { practice: { fill, start: async () => null } } : {}),
  })
  onTestFinished(() => {
    core.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const client = clientOf(core)
  if (setUp) await client.settings.setUp({ ...ANSWERS, ...setUp })
  return { core, client, clock, folder, doors: core.doors }
}
