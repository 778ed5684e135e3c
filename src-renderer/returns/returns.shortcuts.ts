import { returnsWords } from '../../src-shared/returns/returns.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Retur, by the part of the screen that answers them. */
export const returnsShortcuts = {
  list: shortcutsOf(returnsWords, { typeCode: 'K' }),
  panel: shortcutsOf(returnsWords, { receive: 'T', refund: 'U', claim: 'J', addEvidence: 'F', openOrder: 'O' }),
  inspection: shortcutsOf(returnsWords, { sellable: 'L', damaged: 'R', lost: 'H', restSellable: 'S', clearDraft: 'X' }),
} as const
