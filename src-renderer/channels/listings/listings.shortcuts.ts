import { listingsWords } from '../../../src-shared/listings/listings.words.ts'
import { shortcutsOf } from '../../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Produk Induk. */
export const listingsShortcuts = {
  chosen: shortcutsOf(listingsWords, { publishMany: 'T', takeMany: 'K' }),
  editor: shortcutsOf(listingsWords, { publish: 'Alt+T' }),
} as const
