import { syncWords } from '../../../src-shared/sync/sync.words.ts'
import { shortcutsOf } from '../../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Sambungan. */
export const syncShortcuts = {
  page: shortcutsOf(syncWords, { connect: 'N', syncAll: 'F5', compare: 'B' }),
} as const
