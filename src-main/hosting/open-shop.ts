import { accessSync, constants } from 'node:fs'
import { createRouterClient } from '@orpc/server'
import type { Instant } from '../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { type Core, createCore } from '../core/core.ts'
import type { CoreNeeds } from '../core/core-needs.ts'
import { isShopReady, putReadyInPlace } from '../core/database/put-in-place.ts'
import { isShopToOpenThere } from '../core/database/shop-file.ts'
import type { OpenedKeys, Secrets } from '../core/outside.ts'
import type { HostFacts } from '../core/settings/settings.service.ts'
import { shopFile } from './data-folder.ts'
import { asHostRefusal } from './host-refusal.ts'
import { nodeOutside } from './node-outside.ts'
import { keepPrivate } from './private-folder.ts'
import { lockShop } from './shop-lock.ts'
import './small-heap.ts'

export interface ShopToOpen {
  /** Where the shop lives; made when absent. */
  folder: string
  isPractice: boolean
  version: string
  host: HostFacts['host']
  resourcesFolder: string
  now?: () => Instant
  /** Opens Toko Latihan beside this shop; its address, or null where a window opens by itself. */
  startPractice?: () => Promise<string | null>
  /** Opens this shop anew, after it was closed: another file was put in its place. */
  reopen?: () => void
  /** The system's key store, where the host has one; else a key file beside the shop. */
  secrets?: Secrets
  /** What somebody opened since this host runs. */
  openedKeys?: OpenedKeys
  /** Where it is a copy that is only looked at. */
  copyOf?: HostFacts['copyOf']
  /** What becomes of work that a kill cut off, and who is shown how far that is. */
  unfinished?: CoreNeeds['unfinished']
}

/** A core that nobody else writes to. `close` checkpoints and lets go of the file. */
export interface OpenShop {
  core: Core
  /** Beside this file a host keeps what it needs itself. */
  beside: string
  /** It is not the shop, but what can be done while that stays closed. */
  closedBecause?: DomainError
  close(): void
}

/**
 * The one way a host opens a shop.
 * @throws START_PASSPHRASE_NEEDED, SHOP_IS_OPEN, LOCK_NOT_WRITABLE, FOLDER_NOT_WRITABLE, DISK_FULL, MIGRATION_FAILED, and what `isShopToOpenThere` refuses
 */
export async function openShop({
  folder,
  isPractice,
  version,
  host,
  resourcesFolder,
  now = Date.now,
  startPractice = async () => null,
  reopen,
  secrets,
  openedKeys,
  copyOf,
  unfinished,
}: ShopToOpen): Promise<OpenShop> {
  const file = shopFile(folder, isPractice)
  try {
    // before a lock or anything else is put beside a file that is not ours; one that a restored shop replaces may be damaged
    if (!isShopReady(file)) isShopToOpenThere(file)
    keepPrivate(folder)
    accessSync(folder, constants.W_OK)
    const lock = lockShop(file)
    try {
      putReadyInPlace(file)
      const markets = isPractice ? (await import('./practice/practice-markets.ts')).practiceMarkets(folder, now) : null
      const core: Core = await createCore({
        file,
        now: markets?.now ?? now,
        practiceMarkets: markets,
        host: { version, host, dataFolder: folder, isPractice, ...(copyOf ? { copyOf } : {}) },
        resourcesFolder,
        outside: { ...nodeOutside(folder), ...(secrets ? { secrets } : {}), ...(openedKeys ? { openedKeys } : {}) },
        ...(unfinished ? { unfinished } : {}),
        ...(reopen ? { reopen } : {}),
        practice: {
          start: startPractice,
          async fill(onProgress) {
            const { buildSampleShop } = await import('../sample-shop/build.ts')
            const moment = (markets?.now ?? now)()
            await buildSampleShop({ core, client: createRouterClient(core.router), now: moment, onProgress })
          },
        },
      })
      // a command is over before a round would be
      if (host !== 'process') {
        await core.practising.resume()
        await core.sync.start()
      }
      return {
        core,
        beside: file,
        close() {
          try {
            core.close()
          } finally {
            lock.release()
          }
        },
      }
    } catch (problem) {
      lock.release()
      throw problem
    }
  } catch (problem) {
    const refusal = asHostRefusal(problem, folder, file)
    // people know the shop, and nothing of its copy
    if (copyOf && refusal instanceof DomainError && refusal.facts.file === file)
      throw new DomainError(refusal.code, { ...refusal.facts, file: copyOf.file })
    throw refusal
  }
}
