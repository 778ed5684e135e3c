import { appWords } from '../../../src-shared/app/app.words.ts'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { shortcutOf, shortcutsOf } from './shortcuts.ts'

/** Keys that mean the same wherever they act. A button may say it in its own words: Enter is "Kemas" or "Simpan". */
export const standingShortcuts = {
  /** The main act of what is on screen. */
  main: shortcutOf(appWords, 'keyMain', 'Enter'),
  /** Saves a form from any of its fields. */
  save: shortcutOf(appWords, 'keySave', 'Ctrl+Enter'),
  /** Back, close, leave as it is. */
  back: shortcutOf(appWords, 'keyBack', 'Esc'),
  undo: shortcutOf(appWords, 'keyUndo', 'Ctrl+Z'),
  /** To the field where one searches or types a code. */
  search: shortcutOf(appWords, 'keySearch', '/'),
  /** Offered by a refusal that knows which day would be accepted. */
  takeAllowedDay: shortcutOf(partsWords, 'takeAllowedDay', 'Alt+T'),
} as const

/** Keys of the frame: they act on every page. */
export const frameShortcuts = {
  ...shortcutsOf(appWords, { keyFindAnything: 'Ctrl+K', keyHelp: 'F1', keySidebar: 'Ctrl+B' }),
  keyHelpToo: shortcutOf(appWords, 'keyHelp', '?'),
} as const

/** Keys of a table; a table that is on screen answers them although nothing in it has the focus yet. */
export const tableShortcuts = {
  up: shortcutOf(appWords, 'keyMove', 'Up'),
  down: shortcutOf(appWords, 'keyMove', 'Down'),
  pageUp: shortcutOf(appWords, 'keyPage', 'PgUp'),
  pageDown: shortcutOf(appWords, 'keyPage', 'PgDn'),
  first: shortcutOf(appWords, 'keyEnds', 'Home'),
  last: shortcutOf(appWords, 'keyEnds', 'End'),
  left: shortcutOf(appWords, 'keyInner', 'Left'),
  right: shortcutOf(appWords, 'keyInner', 'Right'),
  open: shortcutOf(appWords, 'keyOpen', 'Enter'),
  choose: shortcutOf(appWords, 'keySelect', 'Space'),
  range: shortcutOf(appWords, 'keyRange', 'Shift+Down'),
  all: shortcutOf(appWords, 'keyAll', 'Ctrl+A'),
} as const

/** Keys of a field that counts: they act while it has the focus. */
export const fieldShortcuts = {
  up: shortcutOf(appWords, 'keyStep', 'Up'),
  down: shortcutOf(appWords, 'keyStep', 'Down'),
} as const

export const chartShortcuts = shortcutsOf(appWords, { keyChart: 'T' })
