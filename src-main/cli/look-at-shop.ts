import { dirname, join } from 'node:path'
import { defectOf } from '../../src-shared/kernel/defect.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import type { Settings } from '../../src-shared/settings/settings.ts'
import { onSnapshot } from '../core/database/connection.ts'
import { latestVersion } from '../core/database/migrate.ts'
import type { ReadonlyKysely } from '../core/database/open.ts'
import { versionOf } from '../core/database/shop-file.ts'
import { settingsOf } from '../core/settings/settings.repository.ts'
import { runningWorks } from '../core/work/running-work.repository.ts'
import { defectLog } from '../hosting/defect-log.ts'
import { asHostRefusal } from '../hosting/host-refusal.ts'
import { fileSecrets } from '../hosting/secrets.ts'
import { copyOfShop } from './copy-of-shop.ts'
import { keysOpenedFor } from './opened-keys.ts'

interface ShopSeen {
  settings: Settings
  /** Whether work in the shop was cut off, or goes on at this moment. */
  isUnfinished: boolean
}

/**
 * Reads a copy of the shop without starting the rooms of the core, which takes four times as long as most answers do. Only for what is
 * told by one reader; everything else asks the core (`openCopyOfShop`).
 * @throws NO_SHOP_HERE, FILE_DAMAGED, MIGRATION_FAILED, and what `isShopThere` and `keysOpenedFor` refuse
 */
export async function lookAtShop<T>(
  folder: string | undefined,
  isPractice: boolean,
  work: (reader: ReadonlyKysely, shop: ShopSeen) => Promise<T>,
): Promise<T> {
  const { original, file, forget } = await copyOfShop(folder, { isPractice })
  const home = dirname(original)
  try {
    await keysOpenedFor(original, { secrets: fileSecrets(join(home, 'lumbung.key')) })
    if (versionOf(file) < latestVersion) await bringAlong(file)
    return await onSnapshot(file, async (reader) => {
      const shop = { settings: await settingsOf(reader), isUnfinished: (await runningWorks(reader)).length > 0 }
      return work(reader, shop)
    })
  } catch (problem) {
    const refusal = asHostRefusal(problem, home, original)
    if (!(refusal instanceof DomainError)) defectLog(home)(defectOf(problem, 'lumbung'))
    throw refusal
  } finally {
    forget()
  }
}

/** A shop of an older Lumbung: its copy gets the tables of this one. */
async function bringAlong(file: string): Promise<void> {
  const { openDatabase } = await import('../core/database/open.ts')
  openDatabase(file).close()
}
