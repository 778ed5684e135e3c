import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Produk, by the part of the screen that answers them. */
export const catalogShortcuts = {
  list: shortcutsOf(productsWords, { add: 'N', importFile: 'I', category: 'F', printStickers: 'S' }),
  editor: shortcutsOf(productsWords, { stockView: 'Alt+M' }),
} as const
