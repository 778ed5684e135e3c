import type { UnfinishedNews } from '../../src-shared/app/desktop-bridge.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import type { Secrets } from '../core/outside.ts'
import type { ShopToOpen } from '../hosting/open-shop.ts'

/** A data key that somebody opened by the passphrase, in base64. The main process keeps it for as long as the window is open. */
export interface OpenedKey {
  keyId: string
  key: string
}

/**
 * What the main process tells the core's process. With `line` comes one port: a window's line to the core. `secret`: what the key store
 * answered; null where it would not.
 */
export type ToCore =
  | {
      kind: 'open'
      shop: Omit<ShopToOpen, 'now' | 'startPractice' | 'reopen' | 'unfinished' | 'secrets' | 'openedKeys'>
      /** What a core of this window opened before it ended. */
      openedKeys: readonly OpenedKey[]
      language: Language
    }
  | { kind: 'line' }
  | { kind: 'secret'; asked: number; text: string | null }
  | { kind: 'close' }

/**
 * What the core's process says. `practice`: somebody asked for Toko Latihan, which only the main process can open. `unfinished`:
 * before it is opened, how far work is that a kill cut off. `secret`: the system's key store is asked for something.
 */
export type FromCore =
  | ({ kind: 'unfinished' } & UnfinishedNews)
  | { kind: 'opened' }
  | ({ kind: 'key' } & OpenedKey)
  | { kind: 'practice' }
  | { kind: 'secret'; asked: number; act: keyof Secrets; text: string }
  | { kind: 'refused'; sentence: string }

/** The channels between a window's preload and the main process; `bridge.ts` answers, `preload.ts` asks. */
export const CHANNELS = {
  connect: 'lumbung:connect',
  saveFile: 'lumbung:save-file',
  printers: 'lumbung:printers',
  print: 'lumbung:print',
  look: 'lumbung:look',
  practice: 'lumbung:practice',
  otherFolder: 'lumbung:other-folder',
  link: 'lumbung:link',
  canVerifyUpdates: 'lumbung:can-verify-updates',
  checkForUpdate: 'lumbung:check-for-update',
  installUpdate: 'lumbung:install-update',
  updateFromFile: 'lumbung:update-from-file',
  versionBefore: 'lumbung:version-before',
  goBackToVersion: 'lumbung:go-back-to-version',
} as const
