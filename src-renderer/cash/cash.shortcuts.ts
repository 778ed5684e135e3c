import { cashWords } from '../../src-shared/cash/cash.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Pembukuan, Catat Kas, by the part of the screen that answers them. */
export const cashShortcuts = {
  doors: shortcutsOf(cashWords, { moneyOut: 'K', moneyIn: 'M', moneyMoved: 'T' }),
  kinds: shortcutsOf(cashWords, { business: 'U', private: 'P', split: 'B' }),
  list: shortcutsOf(cashWords, { categories: 'A' }),
  panel: shortcutsOf(cashWords, { entries: 'J', makePrivate: 'Alt+P', cancelRecord: 'Del' }),
} as const
