import type { appWords } from '../../src-shared/app/app.words.ts'

type Frame = (typeof appWords)['id']
/** The words that are plain sentences. */
type Word = { [Key in keyof Frame]: Frame[Key] extends string ? Key : never }[keyof Frame]

interface KeyGroup {
  title: Word
  rows: readonly { keys: readonly string[]; does: Word }[]
}

/** Keys that mean the same on every screen. */
export const KEYS_THAT_ALWAYS_ACT: readonly KeyGroup[] = [
  {
    title: 'keysEverywhere',
    rows: [
      { keys: ['Ctrl+K'], does: 'keyFindAnything' },
      { keys: ['F1', '?'], does: 'keyHelp' },
      { keys: ['Enter'], does: 'keyMain' },
      { keys: ['Esc'], does: 'keyBack' },
      { keys: ['Ctrl+Z'], does: 'keyUndo' },
      { keys: ['Ctrl+B'], does: 'keySidebar' },
    ],
  },
  {
    title: 'keysInTables',
    rows: [
      { keys: ['Up', 'Down'], does: 'keyMove' },
      { keys: ['PgUp', 'PgDn'], does: 'keyPage' },
      { keys: ['Home', 'End'], does: 'keyEnds' },
      { keys: ['Left', 'Right'], does: 'keyInner' },
      { keys: ['Space'], does: 'keySelect' },
      { keys: ['Shift+Down'], does: 'keyRange' },
      { keys: ['Ctrl+A'], does: 'keyAll' },
    ],
  },
  {
    title: 'keysInForms',
    rows: [
      { keys: ['Ctrl+Enter'], does: 'keySave' },
      { keys: ['Up', 'Down'], does: 'keyStep' },
      { keys: ['T'], does: 'keyChart' },
    ],
  },
]
