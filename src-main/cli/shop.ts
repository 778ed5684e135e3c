import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { businessDay, firstOfMonth, monthOf } from '../../src-shared/kernel/business-day.ts'
import type { Core } from '../core/core.ts'
import type { CoreNeeds } from '../core/core-needs.ts'
import type { HostFacts } from '../core/settings/settings.service.ts'
import { dataFolder, shopFile } from '../hosting/data-folder.ts'
import { defectLog } from '../hosting/defect-log.ts'
import { asHostRefusal } from '../hosting/host-refusal.ts'
import { openShop } from '../hosting/open-shop.ts'
import { projectFolder } from '../hosting/project-folder.ts'
import { fileSecrets } from '../hosting/secrets.ts'
import { shownInTheTerminal } from '../hosting/unfinished-work.ts'
import { copyOfShop } from './copy-of-shop.ts'
import { keysOpenedFor } from './opened-keys.ts'

export type Client = RouterClient<Core['router']>

export interface CommandShop {
  client: Client
  core: Core
  close(): void
}

export const version = (JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string })
  .version

interface Opening {
  isPractice?: boolean
  now?: () => number
}

/** Opens the shop a command works on: the same file the app uses unless `--data` names another folder. */
export async function openCommandShop(
  folder: string | undefined,
  {
    isPractice = false,
    now,
    logFolder = folder ?? dataFolder(),
    unfinished = shownInTheTerminal,
    copyOf,
  }: Opening & {
    logFolder?: string
    unfinished?: CoreNeeds['unfinished']
    copyOf?: NonNullable<HostFacts['copyOf']>
  } = {},
): Promise<CommandShop> {
  const original = copyOf?.file ?? shopFile(folder ?? dataFolder(), isPractice)
  const secrets = fileSecrets(join(dirname(original), 'lumbung.key'))
  const { core, close } = await openShop({
    folder: folder ?? dataFolder(),
    openedKeys: await keysOpenedFor(original, { secrets }),
    isPractice,
    version,
    host: 'process',
    resourcesFolder: join(projectFolder, 'resources'),
    unfinished,
    ...(now ? { now } : {}),
    ...(copyOf ? { copyOf, secrets } : {}),
  })
  return { core, client: createRouterClient(core.router, { context: { noteDefect: defectLog(logFolder) } }), close }
}

/**
 * The whole core on a copy of the shop, for commands that only look.
 * @param mayBeNew an empty shop stands in for one that is not there yet.
 * @throws NO_SHOP_HERE, and what `isShopThere` refuses
 */
export async function openCopyOfShop(
  folder: string | undefined,
  { isPractice = false, mayBeNew = false, now }: Opening & { mayBeNew?: boolean } = {},
): Promise<CommandShop> {
  const { original, isThere, copies, at, forget } = await copyOfShop(folder, { isPractice, mayBeNew })
  try {
    const shop = await openCommandShop(copies, {
      isPractice,
      logFolder: dirname(original),
      unfinished: 'left alone',
      ...(isThere ? { copyOf: { file: original, at } } : {}),
      ...(now ? { now } : {}),
    })
    return {
      ...shop,
      close() {
        try {
          shop.close()
        } finally {
          forget()
        }
      },
    }
  } catch (problem) {
    forget()
    throw asHostRefusal(problem, dirname(original), original)
  }
}

/** A command may be the first thing that ever happens to a shop; then the plainest answers stand until the owner gives better ones. */
export async function ensureSetUp(client: Client, startDay: string | undefined, now: number): Promise<void> {
  const { isSetUp } = await client.settings.get()
  if (isSetUp) return
  await client.settings.setUp({
    businessName: 'Toko Saya',
    city: '',
    ownerName: 'Pemilik',
    zone: 'WIB',
    startDay: startDay ?? firstOfMonth(monthOf(businessDay(now, 'WIB'))),
    keepsHousehold: true,
    partnerName: '',
  })
}
