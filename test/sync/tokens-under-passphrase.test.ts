import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createBackupKeys } from '../../src-main/core/backup/backup-keys.ts'
import { keyFileOf } from '../../src-main/core/backup/key-file.ts'
import { fileSecrets } from '../../src-main/hosting/secrets.ts'
import { groupsOf } from '../../src-shared/backup/recovery-code.ts'
import { aConnectedShop } from '../builders/a-connected-shop.ts'
import { EXAMPLE_APP } from '../channels/connectors/example/example-market.ts'

const HOUR = 3_600_000
const PASSPHRASE = 'parang rusak barong'

/** A connected shop whose recovery code is on paper, and what this laptop alone reads of its connection. */
async function aShopToLock() {
  const shop = await aConnectedShop()
  const { client, doors, folder } = shop
  const { code, asked } = await client.backup.code.show()
  await client.backup.code.confirm({ groups: asked.map((group) => ({ group, typed: groupsOf(code)[group - 1]! })) })
  const laptop = fileSecrets(join(folder, 'lumbung.key'))
  const readByLaptop = async () => {
    const row = doors.raw.prepare('SELECT sealed_secret, sealed_tokens FROM connection').get()
    const read = Object.values(row as Record<string, string>).map((sealed) =>
      // also with the mark taken off by hand
      laptop.open(sealed.replace('kunci:', '')),
    )
    const all = (await Promise.all(read)).join()
    return all.includes(EXAMPLE_APP.secret) || all.includes('"access"')
  }
  return { ...shop, laptop, readByLaptop }
}

test('while the passphrase is asked at start no token opens with this laptop alone, nor one that the channel gives later', async () => {
  const shop = await aShopToLock()
  const { client, core, market, shopId, pass, readByLaptop } = shop
  expect(await readByLaptop()).toBe(true)
  await client.backup.setPassphrase({ passphrase: PASSPHRASE, atStart: true })
  expect(await readByLaptop()).toBe(false)
  pass(5 * HOUR)
  await (await core.sync.visit(shopId))!.ask((there) => there.about())
  expect(market.refreshes).toBe(1)
  expect(await readByLaptop()).toBe(false)
  await client.backup.setPassphrase({ passphrase: null, current: PASSPHRASE })
  expect(await readByLaptop()).toBe(true)
  await (await core.sync.visit(shopId))!.ask((there) => there.about())
})

test('a kill between the key and the tokens is made good at the next start', async () => {
  const { doors, core, laptop, readByLaptop, market, marketClock: clock } = await aShopToLock()
  const file = doors.raw.name
  const openedKeys = new Map()
  await createBackupKeys({ file: keyFileOf(file), secrets: laptop, openedKeys }).setPassphrase({
    passphrase: PASSPHRASE,
    atStart: true,
  })
  expect(await readByLaptop()).toBe(true)
  core.close()
  const again = await aConnectedShop({ file, secrets: laptop, openedKeys, market, clock })
  const row = again.doors.raw.prepare('SELECT sealed_secret, sealed_tokens FROM connection').get()
  for (const sealed of Object.values(row as Record<string, string>)) expect(sealed).toMatch(/^kunci:/)
  await (await again.core.sync.visit(again.shopId))!.ask((there) => there.about())
})
