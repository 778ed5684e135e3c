import { orderActsWords } from '../../src-shared/sync/order-acts.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of what is asked of a channel. */
export const shippingShortcuts = {
  arranging: shortcutsOf(orderActsWords, { arrange: 'A' }),
  desk: shortcutsOf(orderActsWords, { arrange: 'Alt+A' }),
  cancelRequest: shortcutsOf(orderActsWords, { accept: 'Y', refuse: 'X' }),
} as const
