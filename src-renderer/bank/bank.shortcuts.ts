import { bankWords } from '../../src-shared/bank/bank.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Kotak Masuk Bank: one key a line. */
export const bankShortcuts = {
  line: shortcutsOf(bankWords, { usaha: 'U', pribadi: 'P', pindah: 'T', bagi: 'B', ignore: 'X' }),
  list: shortcutsOf(bankWords, { agreeAll: 'A', rules: 'R', undoLast: 'Z', openImport: 'I' }),
  answered: shortcutsOf(bankWords, { forget: 'Del' }),
} as const
