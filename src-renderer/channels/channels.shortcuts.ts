import { importWords, mappingWords, shopsWords } from '../../src-shared/channels/import.words.ts'
import { teachWords } from '../../src-shared/channels/teach.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of Toko Terhubung, by the part of the screen that answers them. */
export const channelsShortcuts = {
  shops: shortcutsOf(shopsWords, { importFile: 'I', addShop: 'N' }),
  choose: shortcutsOf(importWords, { chooseFolder: 'F' }),
  preview: shortcutsOf(importWords, { saveProblems: 'S', takeDespite: 'D' }),
  run: shortcutsOf(shopsWords, { withdraw: 'T', move: 'P' }),
  teach: shortcutsOf(teachWords, { takeIn: 'A' }),
  mapping: shortcutsOf(mappingWords, { takeCertain: 'P' }),
  mappingChosen: shortcutsOf(mappingWords, { create: 'S' }),
  listing: shortcutsOf(mappingWords, { createOne: 'B', searchSku: 'C', release: 'L' }),
} as const
