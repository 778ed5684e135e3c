import { purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { restockWords } from '../../src-shared/purchasing/restock.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Pembelian, by the part of the screen that answers them. */
export const purchasingShortcuts = {
  list: shortcutsOf(purchasesWords, { receive: 'N', onlyOwed: 'F' }),
  panel: shortcutsOf(purchasesWords, { pay: 'P', correct: 'E', cancelPurchase: 'B', printStickers: 'S' }),
  restock: shortcutsOf(restockWords, { title: 'D', print: 'F9', savePdf: 'S', sellers: 'L' }),
  form: shortcutsOf(purchasesWords, { payAll: 'Alt+L' }),
} as const
