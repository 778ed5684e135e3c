import { payoutsWords } from '../../src-shared/payouts/payouts.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Saldo & Pencairan, by the part of the screen that answers them. */
export const payoutsShortcuts = {
  list: shortcutsOf(payoutsWords, { importFile: 'I', onlyLate: 'T', export: 'X', nextLine: 'J', lineBefore: 'K' }),
  line: shortcutsOf(payoutsWords, {
    openOrder: 'O',
    openRecord: 'C',
    recordArrival: 'M',
    isSame: 'S',
    isSeparate: 'B',
    takeBack: 'U',
  }),
  check: shortcutsOf(payoutsWords, { openOpening: 'A' }),
} as const
