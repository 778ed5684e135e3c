import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lookAtShop } from '../../src-main/cli/look-at-shop.ts'
import { latestVersion } from '../../src-main/core/database/migrate.ts'
import { createStatements } from '../../src-main/core/ledger/statements.service.ts'
import { aFolder } from '../builders/a-folder.ts'
import { aShopOfVersion } from '../builders/a-shop-of-version.ts'
import { aShopToTamper } from '../ledger/tamperings.ts'

const DAY = '2026-11-22'
const MONTH = { from: '2026-11-01', to: '2026-11-30' }

const everythingIn = (folder: string) => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))])

test('a command that looks at a shop of any version reads what the app shows of it, and changes nothing there', async () => {
  const { doors, client } = await aShopToTamper()
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const shown = { neraca: await client.ledger.neraca({ day: DAY }), labaRugi: await client.ledger.labaRugi(MONTH) }
  expect(shown.neraca.assets.total, 'there is something to tell').not.toBe(0)
  for (const version of [1, latestVersion - 1, latestVersion]) {
    const folder = aFolder()
    copyFileSync(
      version === latestVersion ? doors.raw.name : aShopOfVersion(doors, version),
      join(folder, 'lumbung.sqlite'),
    )
    const before = everythingIn(folder)
    const seen = await lookAtShop(folder, false, async (read, { settings, isUnfinished }) => {
      expect({ name: settings.businessName, isUnfinished }).toEqual({
        name: (await client.settings.get()).businessName,
        isUnfinished: false,
      })
      const statements = createStatements({ read })
      return { neraca: await statements.neraca(DAY), labaRugi: await statements.labaRugi(MONTH.from, MONTH.to) }
    })
    expect(seen, `version ${version}`).toEqual(shown)
    expect(everythingIn(folder)).toEqual(before)
  }
})

test('what breaks while it looks is written to the log of the shop, and is no refusal', async () => {
  const { doors } = await aShopToTamper()
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const folder = aFolder()
  copyFileSync(doors.raw.name, join(folder, 'lumbung.sqlite'))
  const looking = lookAtShop(folder, false, async () => {
    throw new TypeError('a reader that stumbles')
  })
  await expect(looking).rejects.toThrow('a reader that stumbles')
  expect(readFileSync(join(folder, 'lumbung.log'), 'utf8')).toContain('a reader that stumbles')
})
