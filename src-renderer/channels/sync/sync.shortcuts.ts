import { practiceWords } from '../../../src-shared/sync/practice.words.ts'
import { syncWords } from '../../../src-shared/sync/sync.words.ts'
import { shortcutsOf } from '../../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Sambungan, and of the marketplaces that Toko Latihan has there. */
export const syncShortcuts = {
  page: shortcutsOf(syncWords, { connect: 'N', syncAll: 'F5', compare: 'B' }),
  practice: shortcutsOf(practiceWords, { buyer: 'D', nextDay: 'H', close: 'U' }),
} as const
