import { booksWords } from '../../src-shared/ledger/books.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Pembukuan, by the part of the screen that answers them. */
export const ledgerShortcuts = {
  tabs: shortcutsOf(booksWords, {
    neraca: 'Alt+1',
    labaRugi: 'Alt+2',
    journal: 'Alt+3',
    cash: 'Alt+4',
    opening: 'Alt+5',
  }),
  sheet: shortcutsOf(booksWords, { printForBank: 'F9', details: 'J', seeEntries: 'L', fillCost: 'H', mapGoods: 'P' }),
  journal: shortcutsOf(booksWords, { bookShop: 'U', bookHome: 'R', showAll: 'A' }),
  periods: shortcutsOf(booksWords, { reopen: 'B' }),
} as const
