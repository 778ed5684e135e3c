import type { UnfinishedNews } from '../../src-shared/app/desktop-bridge.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import type { ShopToOpen } from '../hosting/open-shop.ts'

/** What the main process tells the core's process. With `line` comes one port: a window's line to the core. */
export type ToCore =
  | { kind: 'open'; shop: Omit<ShopToOpen, 'now' | 'startPractice' | 'reopen' | 'unfinished'>; language: Language }
  | { kind: 'line' }
  | { kind: 'close' }

/**
 * What the core's process says. `practice`: somebody asked for Toko Latihan, which only the main process can open. `unfinished`:
 * before it is opened, how far work is that a kill cut off.
 */
export type FromCore =
  | ({ kind: 'unfinished' } & UnfinishedNews)
  | { kind: 'opened' }
  | { kind: 'practice' }
  | { kind: 'refused'; sentence: string }

/** The channels between a window's preload and the main process; `bridge.ts` answers, `preload.ts` asks. */
export const CHANNELS = {
  connect: 'lumbung:connect',
  saveFile: 'lumbung:save-file',
  printers: 'lumbung:printers',
  print: 'lumbung:print',
  look: 'lumbung:look',
  practice: 'lumbung:practice',
  link: 'lumbung:link',
  checkForUpdate: 'lumbung:check-for-update',
  installUpdate: 'lumbung:install-update',
} as const
