import { peopleWords } from '../../src-shared/access/people.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keys of the lock, on every page of a guarded shop. */
export const accessShortcuts = shortcutsOf(peopleWords, { lockScreen: 'Alt+L' })
