import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Cadangan, by the part of the screen that answers them. */
export const backupShortcuts = {
  page: shortcutsOf(backupWords, { makeNow: 'C', testNow: 'U', restoreFrom: 'P' }),
  second: shortcutsOf(backupWords, { chooseSecond: 'T' }),
  code: shortcutsOf(backupWords, { showCode: 'K' }),
} as const
