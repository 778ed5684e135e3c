import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { waysOutWords } from '../../src-shared/orders/ways-out.words.ts'
import { shortcutOf, shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Stok, by the part of the screen that answers them. */
export const inventoryShortcuts = {
  levels: shortcutsOf(stockWords, {
    opening: 'A',
    history: 'R',
    count: 'O',
    shortWays: 'J',
    receive: 'B',
    wholeCard: 'K',
    printStickers: 'S',
  }),
  sheet: shortcutsOf(stockWords, { fillProduct: 'Ctrl+D', fillList: 'Ctrl+Shift+D' }),
  opening: shortcutsOf(stockWords, { takeSheet: 'Alt+A', giveSheet: 'Alt+I', seeProfit: 'Alt+L' }),
  record: shortcutsOf(stockWords, { cancelRecord: 'B' }),
  oversold: {
    ...shortcutsOf(stockWords, { receive: 'B', shoppingList: 'D' }),
    waysOut: shortcutOf(waysOutWords, 'open', 'J'),
  },
} as const
