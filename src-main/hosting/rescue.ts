import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import type { Settings } from '../../src-shared/settings/settings.ts'
import { createCore } from '../core/core.ts'
import { atAGlance } from '../core/database/glance.ts'
import { saveSettings, settingsOf } from '../core/settings/settings.repository.ts'
import { shopFile } from './data-folder.ts'
import { nodeOutside } from './node-outside.ts'
import { type OpenShop, openShop, type ShopToOpen } from './open-shop.ts'
import { whyClosed } from './why-closed.ts'

/** Why a shop stays closed and a person can do something about it here. Another Lumbung that has it open is answered by going there. */
const WITH_WAYS_OUT = [
  'FILE_DAMAGED',
  'FILE_EMPTY',
  'FILE_NOT_OURS',
  'FILE_POINTS_NOWHERE',
  'FILE_READ_ONLY',
  'FOLDER_NOT_WRITABLE',
  'DISK_FULL',
  'DATA_NEWER_THAN_APP',
  'MIGRATION_FAILED',
  'START_PASSPHRASE_NEEDED',
]

/**
 * Opens a shop for a window. Where that cannot be, the window gets a core over an empty shop in a folder of its own that knows why, and from
 * which backups are found and restored; beside the shop that stays closed nothing is written until its owner restores one.
 * @throws what `openShop` refuses and no way out is known for
 */
export async function openShopOrRescue(asked: ShopToOpen): Promise<OpenShop> {
  try {
    return await openShop(asked)
  } catch (problem) {
    if (!(problem instanceof DomainError) || !WITH_WAYS_OUT.includes(problem.code)) throw problem
    try {
      return await rescue(asked, problem)
    } catch {
      // no room even for that: the sentence alone has to do
      throw problem
    }
  }
}

/** A shop that waits for its passphrase is well: who stands before it is spoken to as in it. */
const lookOf = async (file: string): Promise<Partial<Settings>> => {
  const seen = await atAGlance(file, settingsOf).catch(() => null)
  if (!seen) return {}
  const { language, zone, scheme, businessName } = seen
  return { language, zone, scheme, businessName }
}

async function rescue(
  { folder, isPractice, version, host, resourcesFolder, now = Date.now, reopen, secrets, openedKeys }: ShopToOpen,
  problem: DomainError,
): Promise<OpenShop> {
  const scratch = mkdtempSync(join(tmpdir(), 'lumbung-pulih-'))
  const leave = () => rmSync(scratch, { recursive: true, force: true })
  try {
    const core = await createCore({
      file: join(scratch, 'kosong.sqlite'),
      now,
      host: {
        version,
        host,
        dataFolder: folder,
        isPractice,
        rescue: {
          file: shopFile(folder, isPractice),
          code: problem.code,
          sentence: { id: whyClosed(problem, 'id'), en: whyClosed(problem, 'en') },
        },
      },
      resourcesFolder,
      outside: { ...nodeOutside(folder), ...(secrets ? { secrets } : {}), ...(openedKeys ? { openedKeys } : {}) },
      unfinished: 'left alone',
      ...(reopen ? { reopen } : {}),
    })
    if (problem.code === 'START_PASSPHRASE_NEEDED') {
      const own = await lookOf(shopFile(folder, isPractice))
      await core.doors.write([], (tx) => saveSettings(tx, own))
    }
    return {
      core,
      beside: join(scratch, 'kosong.sqlite'),
      closedBecause: problem,
      close() {
        try {
          core.close()
        } finally {
          leave()
        }
      },
    }
  } catch (hindrance) {
    leave()
    throw hindrance
  }
}
