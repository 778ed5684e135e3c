import { householdWords } from '../../src-shared/household/household.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Rumah Tangga, by the part of the screen that answers them. */
export const householdShortcuts = {
  page: shortcutsOf(householdWords, { record: 'C', setBudgets: 'E', copyLast: 'S', repay: 'G', bringBack: 'K' }),
} as const
