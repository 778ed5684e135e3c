import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { shortcutsOf } from '../design/hotkeys/shortcuts.ts'

/** Keyboard shortcuts of the pack desk and Cetak Label, by the part of the screen that answers them. */
export const fulfilmentShortcuts = {
  sections: shortcutsOf(packWords, { pick: 'F2', pack: 'F3', handover: 'F4' }),
  parcel: shortcutsOf(packWords, { short: 'F6', hold: 'F8', reprint: 'F9', startOver: 'F10' }),
  openElsewhere: shortcutsOf(packWords, { takeOver: 'F7' }),
  heldParcel: shortcutsOf(packWords, { release: 'F8' }),
  stop: shortcutsOf(packWords, { setAside: 'F8' }),
  pickList: shortcutsOf(packWords, { print: 'F9' }),
  // none of these keys means anything else at the pack desk, from where one comes
  handover: shortcutsOf(handoverWords, {
    all: 'Ctrl+A',
    finish: 'Enter',
    sheet: 'F9',
    undo: 'Ctrl+Z',
    history: 'Alt+R',
  }),
  handoverDay: shortcutsOf(handoverWords, { earlier: 'Alt+Left', later: 'Alt+Right' }),
  stickers: shortcutsOf(packWords, { stickerPrint: 'F9', labelSave: 'Ctrl+S' }),
  labels: shortcutsOf(packWords, { labelTest: 'F7', printLabels: 'F9', labelSave: 'Ctrl+S' }),
} as const
