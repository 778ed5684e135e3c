import { dirname, join } from 'node:path'
import { createBackupKeeper } from '../../src-main/core/backup/backup-keeper.ts'
import { doHere } from '../../src-main/core/heavy-work.ts'
import { fileSecrets } from '../../src-main/hosting/secrets.ts'
import { aFolder } from './a-folder.ts'
import { aStockedShop } from './a-stocked-shop.ts'

/** The keeper of a shop's backups, on a laptop with a key of its own where none is given. */
export function aKeeper(file: string, clock: { now: number }, keyFolder = aFolder()) {
  return createBackupKeeper({
    file,
    appVersion: '0.0.0',
    now: () => clock.now,
    outside: { secrets: fileSecrets(join(keyFolder, 'lumbung.key')), doApart: doHere },
  })
}

/** A shop with goods and entries, and the keeper of its backups on this laptop. */
export async function aBackedUpShop() {
  const shop = await aStockedShop()
  const file = shop.doors.raw.name
  // the laptop on which the shop itself was opened
  const keyFolder = dirname(file)
  await shop.receive(shop.L, 10, 100_000)
  const keeper = aKeeper(file, shop.clock, keyFolder)
  return {
    ...shop,
    file,
    keeper,
    keyFolder,
    make: () => keeper.make('by hand', { zone: 'WIB' }),
    digest: async () => (await shop.client.ledger.verify()).digest,
  }
}
